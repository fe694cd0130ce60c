import { eq, inArray, sql } from 'drizzle-orm';
import { type Frequencies, type Likeness, likeness, SOME, tellingWords } from '@/domain/alike';
import type { Blindness } from '@/domain/blind';
import type { EarlierCheck } from '@/domain/contract/earlier';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { isUnspaced } from '@/domain/search/words';
import { noSuchClaim } from '../claims/change';
import { database } from '../client';
import { claims } from '../schema';
import { blindTo } from '../second-verdicts/blind';
import { facet } from './document';
import { type ListedClaim, listedClaims } from './present/claims';
import { isFindable } from './unseen';

/** The rarest words of a statement that candidates are looked for by, and how often even those may occur together. */
const WORDS = 8;
const COMMON = 20_000;
/** Statements that are compared, of the most alike how many are read whole, and answers that are given. */
const CANDIDATES = 60;
const LOOKED_AT = 12;
const ANSWERS = 5;

/**
 * Claims checked before that say much the same as a statement: approved ones, those that are in an edition first, then
 * the most alike. `claim` is the id of the claim that the statement is of, which is never among them.
 */
export async function earlierChecks(
  permit: Permit<'read'>,
  { statement, claim }: { statement: string; claim: string | null },
): Promise<EarlierCheck[]> {
  const words = tellingWords(statement);
  const known = await frequenciesOf(words.flat());
  const near = (await candidates(words, known, await blindTo(database().read, permit.actor)))
    .filter(({ id }) => id !== claim)
    .map((each) => ({ id: each.id, like: likeness(statement, each.statement, known) }))
    .filter(({ like }) => like.score >= SOME)
    .sort((a, b) => b.like.score - a.like.score)
    .slice(0, LOOKED_AT);
  const ids = near.map(({ id }) => id);
  const listed = ids.length > 0 ? await listedClaims(permit, ids) : new Map<string, ListedClaim>();
  return near
    .flatMap(({ id, like }) => {
      const found = listed.get(id);
      return found?.state === 'approved' ? [checkOf(found, like)] : [];
    })
    .sort((a, b) => Number(b.published) - Number(a.published) || b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, ANSWERS);
}

const checkOf = (
  { row, articleTitle, verdict, scale, checkedAt }: ListedClaim,
  { score, opposite, numbers }: Likeness,
): EarlierCheck => ({
  id: row.id,
  articleId: row.articleId,
  articleTitle,
  statement: row.statement,
  verdict,
  scale,
  checkedAt,
  published: row.k !== null,
  score: Math.round(score * 100) / 100,
  opposite,
  numbers,
});

/** In how many statements each of some words stands: a count of what everybody may see, and headlines along with them. */
async function frequenciesOf(words: readonly string[]): Promise<Frequencies> {
  const { read } = database();
  const of = await read.$count(claims);
  if (words.length === 0) return { of, in: new Map() };
  const rows = await read.all<{ term: string; doc: number }>(
    sql`select term, doc from search_words where ${inArray(sql`term`, [...new Set(words)])} and col = 'title'`,
  );
  return { of, in: new Map(rows.map(({ term, doc }) => [term, doc])) };
}

/** The approved claims whose statement holds most of the rarer of these words. */
async function candidates(
  words: readonly string[][],
  known: Frequencies,
  blindness: Blindness,
): Promise<{ id: string; statement: string }[]> {
  const found = words
    .map((parts) => ({ parts, often: Math.min(...parts.map((part) => known.in.get(part) ?? 0)) }))
    .filter(({ often }) => often > 0)
    .sort((a, b) => a.often - b.often);
  const rare = found.filter(({ often }, index) => index < WORDS && (often < COMMON || index < 2));
  if (rare.length === 0) return [];
  const any = rare.map(({ parts }) => `"${parts.join(' ')}"${parts.some(isUnspaced) ? '' : formsOf(parts[0]!)}`);
  const expression = `facets : "${facet.type('claim')}" AND facets : "${facet.state('approved')}" AND {title} : (${any.join(' OR ')})`;
  const rank = blindness.size === 0 ? sql`bm25(search_index, 0, 1, 0, 0, 0)` : sql`-rowid`;
  const findable = isFindable(sql`rowid`, blindness) ?? sql`true`;
  return database().read.all<{ id: string; statement: string }>(sql`
    select c.id as id, c.statement as statement from (
      select rowid as doc, ${rank} as rank from search_index
      where search_index match ${expression} and ${findable} order by rank limit ${CANDIDATES}
    ) m join search_documents d on d.doc = m.doc join ${claims} c on c.id = d.subject`);
}

/** Other forms of a word begin as it does: passenger finds passengers. */
const formsOf = (word: string): string => (/^\p{L}{5,}$/u.test(word) ? ' *' : '');

/** The same for a claim that the desk has, by the statement that is stored. */
export async function earlierChecksOf(permit: Permit<'read'>, claim: string): Promise<Result<EarlierCheck[]>> {
  const [row] = await database().read.select({ statement: claims.statement }).from(claims).where(eq(claims.id, claim));
  return row ? ok(await earlierChecks(permit, { statement: row.statement, claim })) : noSuchClaim();
}
