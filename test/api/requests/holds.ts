import type { holdRoutes } from '@/domain/contract/holds';
import { article } from '@/test/checking';
import type { Prepare } from './request';

const onArticle =
  (body?: unknown): Prepare =>
  async ({ reviewer }) => ({ path: `/api/v1/articles/${(await article(reviewer.actor)).id}/hold`, body });

const soon = new Date(Date.now() + 86_400_000).toISOString();

export const holdRequests: Record<keyof typeof holdRoutes, Prepare> = {
  setHold: onArticle({ kind: 'embargo', until: soon, reason: 'The report is embargoed.' }),
  liftHold: onArticle(),
};
