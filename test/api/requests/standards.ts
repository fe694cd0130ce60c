import { addApproach } from '@/db/approaches/approach';
import { readClaim } from '@/db/claims/read';
import { waive } from '@/db/claims/waivers';
import { readStandards } from '@/db/standards/settings';
import { etagOf } from '@/domain/canonical';
import type { standardsRoutes } from '@/domain/contract/standards';
import { defaultLevels } from '@/domain/standards';
import { may, value } from '@/test/desk';
import { at, type Prepare } from './request';
import { draft, type Scene } from './scene';

const asked = {
  party: 'Ines Varga, director',
  channel: 'email',
  contact: 'varga@port.example',
  question: 'What is the figure based on?',
  askedAt: '2026-07-06T09:00:00Z',
  deadline: '2026-07-07T09:00:00Z',
  outcome: 'answered',
  answer: 'We stand by it. Ring me up for more.',
  answeredAt: '2026-07-06T12:00:00Z',
  tells: 'summary',
  told: 'The director stands by the figure.',
} as const;

const approached = async (scene: Scene) =>
  value(await addApproach(may('annotate', scene.reviewer.actor), (await draft(scene)).id, asked));

const ofApproach =
  (body?: unknown): Prepare =>
  async (scene) => {
    const { claim, approach } = await approached(scene);
    return { path: `/api/v1/approaches/${approach.id}`, body, ifMatch: etagOf(claim) };
  };

const waiver = { rule: 'two-sources', reason: 'The port alone counts its passengers.' } as const;

export const standardsRequests: Record<keyof typeof standardsRoutes, Prepare> = {
  readStandards: at('/api/v1/desk/standards'),
  setStandards: async (scene) => ({
    path: '/api/v1/desk/standards',
    // as they ship: other requests of the table are made on the same desk
    body: { levels: defaultLevels },
    ifMatch: etagOf(await readStandards(may('read', scene.reviewer.actor))),
  }),
  standardsEffect: at('/api/v1/desk/standards/effect'),
  deskStandardsReport: at('/api/v1/desk/standards/report?from=2026-01-01&to=2026-12-31'),
  articleStandardsReport: async ({ article: { id } }) => ({ path: `/api/v1/articles/${id}/standards` }),
  listApproaches: async (scene) => ({ path: `/api/v1/claims/${(await approached(scene)).claim.id}/approaches` }),
  addApproach: async (scene) => ({ path: `/api/v1/claims/${(await draft(scene)).id}/approaches`, body: asked }),
  editApproach: ofApproach({ ...asked, told: 'She stands by the figure.' }),
  removeApproach: ofApproach(),
  waive: async (scene) => {
    const claim = await draft(scene);
    return { path: `/api/v1/claims/${claim.id}/waivers`, body: waiver, ifMatch: etagOf(claim) };
  },
  withdrawWaiver: async (scene) => {
    const { id } = await draft(scene);
    const claim = value(await readClaim(may('read', scene.reviewer.actor), id));
    const waived = value(await waive(may('annotate', scene.reviewer.actor), id, [etagOf(claim)], waiver));
    return { path: `/api/v1/waivers/${waived.waivers[0]?.id}`, ifMatch: etagOf(waived) };
  },
};
