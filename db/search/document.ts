import type { Claimant } from '@/domain/claimant';
import type { HitType } from '@/domain/search/hit';
import type { ClaimState } from '@/domain/workflow';

/** What the index holds of one thing: words to search for, each column with a weight of its own, and facets to filter by. */
export type SearchDocument = {
  type: HitType;
  subject: string;
  facets: string[];
  title: string;
  who: string;
  body: string;
  more: string;
};

/** One word that says what a thing is by one filter: a letter for the filter, and the value's letters and digits. */
export const facet = {
  type: (type: HitType) => `t${type}`,
  state: (state: string) => `s${state}`,
  verdict: (key: string) => `v${plain(key)}`,
  kind: (kind: string) => `k${kind}`,
  by: (person: string) => `b${plain(person)}`,
  assignee: (person: string) => `g${plain(person)}`,
  article: (article: string) => `a${plain(article)}`,
};
const plain = (value: string): string => value.replaceAll(/[^a-z0-9]/gi, '').toLowerCase();

/** What stands in place of a verdict or an assignee where there is none. */
export const NONE = 'none';

const joined = (parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join('\n');

type Article = {
  id: string;
  state: string;
  publication: string | null;
  byline: string | null;
  createdBy: string;
  title: string;
  body: string;
};

export const articleDocument = ({
  id,
  state,
  createdBy,
  title,
  body,
  publication,
  byline,
}: Article): SearchDocument => ({
  type: 'article',
  subject: id,
  facets: [facet.type('article'), facet.state(state), facet.article(id), facet.by(createdBy)],
  title,
  who: joined([publication, byline]),
  body,
  more: '',
});

type Claim = {
  id: string;
  articleId: string;
  statement: string;
  kind: string;
  claimant: Claimant | null;
  quotes: string[];
  verdict: string | null;
  rationale: string;
  assignee: string | null;
};

/** The rationale stands apart from the rest, in `more`, so that it can be left out for who may not see it. */
export const claimDocument = (claim: Claim, state: ClaimState, contributors: readonly string[]): SearchDocument => ({
  type: 'claim',
  subject: claim.id,
  facets: [
    facet.type('claim'),
    facet.state(state),
    facet.verdict(claim.verdict ?? NONE),
    facet.kind(claim.kind),
    facet.article(claim.articleId),
    facet.assignee(claim.assignee ?? NONE),
    ...contributors.map(facet.by),
  ],
  title: claim.statement,
  who: joined([claim.claimant?.name, claim.claimant?.role]),
  body: joined(claim.quotes),
  more: claim.rationale,
});

type Source = {
  id: string;
  title: string;
  publisher: string | null;
  url: string | null;
  description: string | null;
  createdBy: string;
  /** the passages quoted from it */
  quotes: (string | null)[];
};

export const sourceDocument = ({
  id,
  title,
  publisher,
  url,
  description,
  createdBy,
  quotes,
}: Source): SearchDocument => ({
  type: 'source',
  subject: id,
  facets: [facet.type('source'), facet.by(createdBy)],
  title,
  who: publisher ?? '',
  body: joined([description, ...quotes]),
  more: url ?? '',
});

type Comment = { id: string; articleId: string; body: string; createdBy: string };

export const commentDocument = ({ id, articleId, body, createdBy }: Comment): SearchDocument => ({
  type: 'comment',
  subject: id,
  facets: [facet.type('comment'), facet.article(articleId), facet.by(createdBy)],
  title: '',
  who: '',
  body,
  more: '',
});
