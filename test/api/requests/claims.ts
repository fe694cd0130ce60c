import { decideClaim } from '@/db/claims/decide';
import { dropClaim } from '@/db/claims/drop';
import { settleSuggestion } from '@/db/claims/suggestion';
import { readSource } from '@/db/evidence/sources';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { claimRoutes } from '@/domain/contract/claims';
import type { deskRoutes } from '@/domain/contract/desk';
import { selection } from '@/test/checking';
import { may, value } from '@/test/desk';
import { at, type Prepare } from './request';
import { draft, proven, type Scene, waiting } from './scene';

const claimBody = ({ article: { text }, reviewer }: Scene) => ({
  anchor: selection(text, 'closes each winter'),
  alsoAt: [selection(text, '41,200')],
  revision: 1,
  statement: 'The Saltmere ferry closes each winter.',
  claimant: { name: 'Ines Varga', type: 'person', role: 'Director', sameAs: 'https://port.example/varga' },
  kind: 'event',
  saidOn: '2026-07-05',
  saidAt: 'https://port.example/speech',
  verdict: 'mostly-true',
  rationale: 'It closed in **four of five** winters [1].',
  assignee: reviewer.id,
  dueAt: '2026-12-01T17:30:00Z',
});

const evidenceBody = {
  source: {
    type: 'dataset',
    url: 'https://port.example/returns',
    title: 'Monthly passenger returns',
    publisher: 'Saltmere Port Authority',
    publishedOn: '2026-07-01',
    withheld: false,
    description: null,
  },
  stance: 'refutes',
  quote: 'June: 41,200',
  locator: 'Table 2',
  primary: true,
  accessedOn: '2026-07-07',
  archivedUrl: 'https://archive.example/returns',
  note: 'Ask for the raw counts.',
};

/** A request about one claim, made against the version that stands. */
const of =
  (make: (scene: Scene) => Promise<Claim>, rest = '', body?: unknown): Prepare =>
  async (scene) => {
    const claim = await make(scene);
    return { path: `/api/v1/claims/${claim.id}${rest}`, body, ifMatch: etagOf(claim) };
  };

const dropped = async (scene: Scene): Promise<Claim> => {
  const claim = await draft(scene);
  return value(await dropClaim(may('drop', scene.editor.actor), claim.id, [etagOf(claim)], 'Said twice.'));
};

/** A claim returned with other words, and what may be asked of those. */
const suggested = async (scene: Scene): Promise<Claim> => {
  const { id, digest } = await waiting(scene);
  const suggestion = { statement: 'The ferry carried 41,200 in June.', rationale: 'The returns say so: [1].' };
  const decision = { outcome: 'return' as const, digest, note: 'Say it shorter.', suggestion };
  return value(await decideClaim(may('decide', scene.editor.actor), id, decision));
};

const accepted = async (scene: Scene): Promise<Claim> => {
  const claim = await suggested(scene);
  return value(await settleSuggestion(may('annotate', scene.admin.actor), claim.id, [etagOf(claim)], ['statement']));
};

const ofEvidence =
  (body?: unknown): Prepare =>
  async (scene) => {
    const claim = await proven(scene);
    return { path: `/api/v1/evidence/${claim.evidence[0]?.id}`, body, ifMatch: etagOf(claim) };
  };

const ofSource =
  (body?: unknown): Prepare =>
  async (scene) => {
    const claim = await proven(scene);
    const id = claim.evidence[0]?.source.id ?? '';
    const source = value(await readSource(may('read', scene.reviewer.actor), id));
    return { path: `/api/v1/sources/${id}`, body, ifMatch: etagOf(source) };
  };

const deciding =
  (body: Record<string, unknown>): Prepare =>
  async (scene) => {
    const { id, digest } = await waiting(scene);
    return { path: `/api/v1/claims/${id}/decisions`, body: { digest, ...body } };
  };

export const claimRequests: Record<keyof typeof claimRoutes | keyof typeof deskRoutes, Prepare> = {
  searchDesk: at('/api/v1/search?q=ferry'),
  listClaims: async ({ published: { id } }) => ({ path: `/api/v1/articles/${id}/claims?limit=2` }),
  createClaim: async (scene) => ({ path: `/api/v1/articles/${scene.article.id}/claims`, body: claimBody(scene) }),
  readClaim: of(waiting),
  editClaim: async (scene, who) => of(draft, '', { ...claimBody(scene), about: null })(scene, who),
  addEvidence: of(draft, '/evidence', evidenceBody),
  editEvidence: ofEvidence({ ...evidenceBody, removed: false }),
  removeEvidence: ofEvidence(),
  submitClaim: of(proven, '/submission'),
  takeBackClaim: of(waiting, '/submission'),
  decideClaim: deciding({ outcome: 'approve', note: 'The returns are clear.' }),
  dropClaim: of(draft, '/drop', { reason: 'Said twice.' }),
  restoreClaim: of(dropped, '/drop'),
  splitClaim: of(proven, '/split'),
  mergeClaim: async (scene, who) => of(proven, '/merge', { into: (await draft(scene)).id })(scene, who),
  settleSuggestion: of(suggested, '/suggestion', { accept: ['statement', 'rationale'] }),
  reopenSuggestion: of(accepted, '/suggestion'),
  listSources: at('/api/v1/sources?limit=2&q=passenger'),
  readSource: ofSource(),
  editSource: ofSource({ ...evidenceBody.source, lapses: [] }),
};

/** Requests of those who made the claim themselves. */
export const ownClaim = {
  dropClaim: (scene, who) => claimRequests.dropClaim({ ...scene, reviewer: who }, who),
  mergeClaim: (scene, who) => claimRequests.mergeClaim({ ...scene, reviewer: who }, who),
  restoreClaim: (scene, who) => claimRequests.restoreClaim({ ...scene, reviewer: who }, who),
  decideClaim: (scene, who) => claimRequests.decideClaim({ ...scene, reviewer: who }, who),
  returnClaim: (scene, who) => deciding({ outcome: 'return', note: 'Why?' })({ ...scene, reviewer: who }, who),
  overrideClaim: (scene, who) =>
    deciding({ outcome: 'approve', override: { reason: 'Nobody else is in.' } })({ ...scene, reviewer: who }, who),
} satisfies Record<string, Prepare>;
