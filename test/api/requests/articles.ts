import { etagOf } from '@/domain/canonical';
import type { articleRoutes } from '@/domain/contract/articles';
import { article, sampleText } from '@/test/checking';
import { at, type Prepare } from './request';
import type { Scene } from './scene';

const given = {
  publication: 'The Harbour Ledger',
  byline: 'Tomas Reed',
  contact: { name: 'Tomas Reed', email: 'tomas@ledger.example' },
  publishedOn: '2026-07-06',
  url: 'https://ledger.example/saltmere-ferry',
  language: 'en-GB',
  rights: 'licensed',
};
const dueAt = '2026-12-01T17:30:00Z';
export const importBody = {
  format: 'text',
  content: `${sampleText}\n© The Harbour Ledger`,
  title: 'Saltmere ferry counts its passengers',
  ...given,
  scale: 'plain',
  setAside: ['© The Harbour Ledger'],
};

const under =
  (rest = '', query = ''): Prepare =>
  async ({ article: { id } }: Scene) => ({ path: `/api/v1/articles/${id}${rest}${query}` });

export const articleRequests: Record<keyof typeof articleRoutes, Prepare> = {
  importArticle: async () => ({ path: '/api/v1/articles', body: importBody }),
  previewArticle: async () => ({ path: '/api/v1/articles/preview', body: importBody }),
  listArticles: at('/api/v1/articles?limit=2&state=checking&q=ferry'),
  readArticle: under(),
  editArticle: async ({ reviewer, editor }) => {
    const { text, ...made } = await article(reviewer.actor);
    const body = { ...given, scale: 'evidence', state: 'closed', assignees: [editor.id], dueAt };
    return { path: `/api/v1/articles/${made.id}`, body, ifMatch: etagOf(made) };
  },
  listActivity: under('/activity', '?limit=3&cursor=1000'),
};
