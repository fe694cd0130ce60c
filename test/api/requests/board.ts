import type { boardRoutes } from '@/domain/contract/board';
import { at, type Prepare } from './request';
import { draft } from './scene';

const filter =
  'state=draft,returned&article=none&verdict=true&kind=number&claimant=harbour&assignee=nobody&creator=none&due=week&unsettled=changed&q=ferry';

/** One of the acts, on a claim that another person made. */
const act =
  (act: object): Prepare =>
  async (scene) => {
    const { id, updatedAt } = await draft(scene);
    return { path: '/api/v1/claims/acts', body: { act, claims: [{ id, updatedAt }] } };
  };

export const boardRequests: Record<keyof typeof boardRoutes, Prepare> = {
  listDeskClaims: at(`/api/v1/claims?${filter}&sort=article&limit=5`),
  countDeskClaims: at(`/api/v1/claims/counts?${filter}`),
  actOnClaims: act({ do: 'set due', dueAt: '2026-12-01T17:30:00Z' }),
};
