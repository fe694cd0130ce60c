import type { Article, Revision } from '@/domain/article';
import type { ArticleDoc } from '@/domain/doc';
import type { Person } from '@/domain/person';

/** What a workspace works on and for whom: what the browser needs to know to foresee what the server will do. */
export type Bench = {
  article: Pick<Article, 'id' | 'title' | 'publication' | 'language' | 'scale'>;
  revision: Pick<Revision, 'number' | 'text'> & { doc: ArticleDoc };
  me: Pick<Person, 'id' | 'role'>;
};
