import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { flawOf, flawOfErased, type Payload, type Withdrawal, type WithdrawnEdition } from '@/domain/edition';
import { erasedWords, type ToldErased } from '@/domain/erasure';
import { database } from '../client';
import { readTold } from '../erasing/told';
import { activity, activityContents, articles, editions, revisions, withdrawals } from '../schema';

/** What verifying found: how many editions were recomputed, and the first that is not what was published. */
export type EditionsVerified = {
  editions: number;
  broken: { slug: string; number: number; reason: string } | null;
};

/**
 * Recomputes every stored edition, or those of one slug: payload, hashes, digest, the chain of digests, and what the
 * log tells of each and of every withdrawal, so that one that was deleted is missed too. Stops at the first break. Reads one edition at a
 * time, so it runs beside a working server.
 */
export async function verifyEditions(slug?: string): Promise<EditionsVerified> {
  const { read } = database();
  const ids = await read
    .select({ id: editions.id })
    .from(editions)
    .where(slug === undefined ? undefined : eq(editions.slug, slug))
    .orderBy(asc(editions.articleId), asc(editions.number));
  let told = await readTold(read);
  let before: Row | null = null;
  let checked = 0;
  for (const { id } of ids) {
    const rowNow = async () => (await read.select().from(editions).where(eq(editions.id, id)))[0];
    let row = await rowNow();
    if (!row) continue;
    const predecessor: Row | null = before?.articleId === row.articleId ? before : null;
    const logged = await loggedOf(id);
    let reason = await flawOfRow(row, predecessor, logged, told);
    if (reason) {
      // something may have been erased meanwhile, which is no fault: it is looked at once more
      told = await readTold(read);
      row = (await rowNow()) ?? row;
      reason = await flawOfRow(row, predecessor, logged, told);
    }
    if (reason) return { editions: checked, broken: { slug: row.slug, number: row.number, reason } };
    before = row;
    checked += 1;
    // libSQL answers in microtasks: let timers and other requests have their turn
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { editions: checked, broken: (await deleted(slug)) ?? (await withdrawalFlaw(slug)) };
}

type Row = typeof editions.$inferSelect;

/** What is wrong with one edition, be it whole or erased, as the log tells. */
async function flawOfRow(
  row: Row,
  before: Row | null,
  logged: Logged | null,
  told: ToldErased,
): Promise<string | null> {
  const digest = logged ? logged.digest : '';
  if (!told.editions.has(row.id))
    return flawOf(row, before, digest) ?? rowFlawOf(row, logged) ?? (await contentFlawOf(row, told));
  if (row.erasure === null || (row.note ?? erasedWords) !== erasedWords)
    return 'it was erased, and says something again';
  const { withdrawal } = JSON.parse(row.payload) as Pick<WithdrawnEdition, 'withdrawal'>;
  return flawOfErased(row, before, digest) ?? rowFlawOf(row, logged) ?? (await reasonFlawOf(row, [withdrawal]));
}

/** Whether the reasons that stand in the place of erased words are those with which something was withdrawn. */
async function reasonFlawOf({ slug }: Row, given: readonly Withdrawal[]): Promise<string | null> {
  const rows = await database()
    .read.select({ reason: withdrawals.reason, at: withdrawals.withdrawnAt })
    .from(withdrawals)
    .where(eq(withdrawals.slug, slug));
  const isTold = (one: Withdrawal) => rows.some(({ reason, at }) => one?.reason === reason && one.at === at);
  return given.every(isTold) ? null : 'it gives another reason than that with which its words were withdrawn';
}

type Logged = { digest: string | null; by: string | null; articleId: string | null };

/** What the log tells of an edition: its digest is null where that was erased. Null where the log is silent. */
async function loggedOf(id: string): Promise<Logged | null> {
  const [row] = await database()
    .read.select({ content: activityContents.content, by: activity.by, articleId: activity.articleId })
    .from(activity)
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(and(eq(activity.type, 'edition.published'), eq(activity.subject, id)));
  if (!row) return null;
  const digest = row.content === null ? null : (JSON.parse(row.content) as { digest: string }).digest;
  return { digest, by: row.by, articleId: row.articleId };
}

/** What of the row itself, which no digest covers, differs from the log. */
function rowFlawOf(row: Row, logged: Logged | null): string | null {
  if (logged?.articleId !== row.articleId) return 'the log of activity tells of it under another article';
  return logged.by === row.publishedBy ? null : 'the log of activity names another person who published it';
}

/** What of its content is missing, or back, otherwise than the log tells; and whether it is of the revision it names. */
async function contentFlawOf(row: Row, told: ToldErased): Promise<string | null> {
  if (row.erasure !== null) return 'it counts as erased, and the log of activity does not tell of it';
  const [revision] = await database()
    .read.select({ articleId: revisions.articleId, number: revisions.number, sha256: revisions.sha256 })
    .from(revisions)
    .where(eq(revisions.id, row.revisionId));
  const { frame, claims } = JSON.parse(row.payload) as Payload;
  // a withdrawal is a row of its own and leaves what is stored alone: only an erasure takes the words
  const missing = claims.some((entry) => !('claim' in entry) && !told.hashes.has(entry.hash));
  if (missing) return 'the words of a claim are missing, and the log of activity tells of no erasure';
  const back = claims.some((entry) => 'claim' in entry && told.hashes.has(entry.hash));
  if (back) return 'the words of a claim are there again, though the log of activity tells that they were erased';
  const { number, sha256 } = frame.article.revision;
  const same = revision?.articleId === row.articleId && revision.number === number && revision.sha256 === sha256;
  if (!same) return 'it is stored as of another revision than the payload says';
  return reasonFlawOf(
    row,
    claims.flatMap((entry) => ('claim' in entry ? [] : [entry.withdrawal])),
  );
}

/** An edition that the log tells of and that is not there any more. */
async function deleted(slug?: string): Promise<EditionsVerified['broken']> {
  const [row] = await database()
    .read.select({ slug: articles.slug, content: activityContents.content })
    .from(activity)
    .innerJoin(articles, eq(articles.id, activity.articleId))
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .leftJoin(editions, eq(editions.id, activity.subject))
    .where(
      and(
        eq(activity.type, 'edition.published'),
        isNull(editions.id),
        slug === undefined ? undefined : eq(articles.slug, slug),
      ),
    )
    .orderBy(asc(activity.seq))
    .limit(1);
  if (!row) return null;
  const { number } = JSON.parse(row.content ?? '{"number":0}') as { number: number };
  return { slug: row.slug, number, reason: 'it is missing, though the log of activity tells of it' };
}

type Told = { number: number | null; k: number | null; reason: string };

/** A withdrawal that is not as the log of activity tells of it: without it, what was withdrawn would be shown again. */
async function withdrawalFlaw(slug?: string): Promise<EditionsVerified['broken']> {
  const logged = await database()
    .read.select({ id: activity.subject, slug: articles.slug, content: activityContents.content })
    .from(activity)
    .innerJoin(articles, eq(articles.id, activity.articleId))
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(
      and(
        inArray(activity.type, ['edition.withdrawn', 'claim.withdrawn']),
        slug === undefined ? undefined : eq(articles.slug, slug),
      ),
    )
    .orderBy(asc(activity.seq));
  const stored = await database()
    .read.select()
    .from(withdrawals)
    .where(slug === undefined ? undefined : eq(withdrawals.slug, slug));
  const rows = new Map(stored.map((row) => [row.id, row]));
  for (const { id, content, ...line } of logged) {
    const row = rows.get(id ?? '');
    rows.delete(id ?? '');
    const told = content === null ? null : (JSON.parse(content) as Told);
    const number = told?.number ?? 1;
    if (!row) return { slug: line.slug, number, reason: 'a withdrawal that the log of activity tells of is missing' };
    const same = !told || (row.number === told.number && row.k === told.k && row.reason === told.reason);
    if (!same || row.slug !== line.slug)
      return { slug: line.slug, number, reason: 'a withdrawal is stored otherwise than the log of activity tells' };
  }
  const [left] = rows.values();
  return left
    ? { slug: left.slug, number: left.number ?? 1, reason: 'the log of activity does not tell of a withdrawal' }
    : null;
}
