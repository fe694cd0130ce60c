import { editorsOf } from '../articles/editors';
import { contributorsOfRows } from '../claims/present';
import type { ClaimRows, SecondRow } from '../claims/rows';
import type { Tx } from '../client';
import type { News } from '../notifications/notify';

/** Told to who is asked; it names who asks and the claim, and nothing that was found of it. */
export const askedNews = (reviewer: string, { id, articleId }: ClaimRows['claim']): News => ({
  person: reviewer,
  kind: 'second-verdict',
  articleId,
  claimId: id,
});

/**
 * What came of a second verdict, told to who asked for it, or where a policy did to the article's editors. Two that differ
 * are to be adjudicated, so that who had a part in either, and may not, is left out and the editors are told instead.
 */
export async function filedNews(tx: Tx, rows: ClaimRows & { second: SecondRow }): Promise<News[]> {
  const { claim, second } = rows;
  const differs = second.verdict !== second.firstVerdict;
  const had = differs ? contributorsOfRows(rows) : [];
  const free = (people: string[]) => people.filter((person) => !had.includes(person));
  const asker = free(second.askedBy === null ? [] : [second.askedBy]);
  const told = asker.length > 0 ? asker : free(await editorsOf(tx, claim.articleId));
  const of = { kind: differs ? 'adjudicate' : 'agreed', articleId: claim.articleId, claimId: claim.id } as const;
  return told.map((person) => ({ person, ...of }));
}
