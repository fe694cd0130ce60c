import { settleClaim } from '@/db/claims/settle';
import { addRevision } from '@/db/revisions/add';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { revisionRoutes } from '@/domain/contract/revisions';
import { article, claim, current, revised, sampleText } from '@/test/checking';
import { may, value } from '@/test/desk';
import type { Prepare, Prepared } from './request';
import type { Sample, Scene } from './scene';

const changed = sampleText.replace('41,200', '41,900');
const textBody = {
  format: 'text',
  content: `${changed}\n© The Harbour Ledger`,
  title: 'Saltmere ferry counts again',
  setAside: ['© The Harbour Ledger'],
  reason: 'The paper changed its figure.',
  base: 1,
};
const documentBody = {
  format: 'document',
  doc: {
    type: 'doc',
    content: changed.split('\n').map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
  title: 'Saltmere ferry counts again',
  reason: 'The import had lost a digit.',
  base: 1,
};

/** An article of its own for each request, since adding a revision changes it for good. */
const fresh = ({ reviewer }: Scene): Promise<Sample> => article(reviewer.actor);

const onFresh =
  (rest: string, body: unknown): Prepare =>
  async (scene) => ({ path: `/api/v1/articles/${(await fresh(scene)).id}/revisions${rest}`, body });

/** A claim whose figure changed in the second revision of its article. */
async function changedClaim(scene: Scene): Promise<Claim> {
  const { actor } = scene.reviewer;
  const on = await fresh(scene);
  const made = await claim(actor, on, '41,200 passengers in June');
  value(await addRevision(may('annotate', actor), on.id, revised(changed)));
  return current(actor, made);
}

async function keptClaim(scene: Scene): Promise<Claim> {
  const claim = await changedClaim(scene);
  const request = { way: 'keep', revision: 2 } as const;
  return value(await settleClaim(may('annotate', scene.reviewer.actor), claim.id, [etagOf(claim)], request));
}

const ofClaim = (claim: Claim, rest: string, body?: unknown): Prepared => ({
  path: `/api/v1/claims/${claim.id}${rest}`,
  body,
  ifMatch: etagOf(claim),
});

const annotationsBody = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'AnnotationPage',
  items: [
    {
      id: 'https://notes.example/1',
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'Ask the port for its returns.', format: 'text/plain' },
      target: {
        source: 'https://ledger.example/saltmere-ferry',
        selector: { type: 'TextQuoteSelector', exact: 'closes each winter', prefix: '1974 and ', suffix: '.' },
      },
    },
  ],
};

export const revisionRequests: Record<keyof typeof revisionRoutes, Prepare> = {
  importAnnotations: async (scene) => ({
    path: `/api/v1/articles/${(await fresh(scene)).id}/annotations`,
    body: annotationsBody,
  }),
  listRevisions: async ({ article: { id } }) => ({ path: `/api/v1/articles/${id}/revisions?limit=5` }),
  readRevision: async ({ article: { id } }) => ({ path: `/api/v1/articles/${id}/revisions/1` }),
  addRevision: onFresh('', textBody),
  previewRevision: onFresh('/preview', textBody),
  readReport: async (scene) => ({
    path: `/api/v1/articles/${(await changedClaim(scene)).articleId}/revisions/2/report`,
  }),
  listAnchors: async (scene) => ({ path: `/api/v1/claims/${(await changedClaim(scene)).id}/anchors` }),
  settleClaim: async (scene) => ofClaim(await changedClaim(scene), '/settlement', { way: 'new-words', revision: 2 }),
  unsettleClaim: async (scene) => ofClaim(await keptClaim(scene), '/settlement'),
};

/** Requests that only editors make. */
export const correction = {
  addRevision: onFresh('', documentBody),
  previewRevision: onFresh('/preview', documentBody),
} satisfies Record<string, Prepare>;
