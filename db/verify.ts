import { asc, eq, gt } from 'drizzle-orm';
import { digestOfLink } from '@/domain/activity';
import { sha256Hex } from '@/domain/canonical';
import type { Permit } from '@/domain/permission';
import { database } from './client';
import { readTold } from './erasing/told';
import { activity, activityContents } from './schema';

/** What a check of the whole log found: how far it holds, and where and how it first does not. */
export type Verified = {
  /** rows of the log that were checked and hold */
  rows: number;
  /** of them, rows whose content was erased, as a later row tells, so that only its digest could be followed */
  erased: number;
  /** the digest of the last row that holds: keep it, and a later check can show that nothing before it was rewritten */
  head: string | null;
  broken: { seq: number; problem: string } | null;
};

const BATCH = 1000;

/**
 * Walks the log from its first row and recomputes every digest: that rows are numbered without a gap, that each holds
 * the digest of the one before and its own, and that their content is what was written, or was erased as the log tells.
 */
export async function verifyActivity(_permit: Permit<'administer'>): Promise<Verified> {
  const verified: Verified = { rows: 0, erased: 0, head: null, broken: null };
  let { contents: told } = await readTold(database().read);
  let doubted = -1;
  for (let rows = await batch(0); rows.length > 0; rows = await batch(verified.rows)) {
    for (const row of rows) {
      const problem = problemOf(row, verified, told);
      if (problem && doubted === verified.rows) return { ...verified, broken: { seq: row.link.seq, problem } };
      if (problem) {
        // something may have been erased meanwhile, which is no fault: it is looked at once more
        doubted = verified.rows;
        told = (await readTold(database().read)).contents;
        break;
      }
      verified.rows = row.link.seq;
      verified.head = row.link.digest;
      if (row.link.contentDigest !== null && row.content === null) verified.erased += 1;
    }
    await new Promise(setImmediate); // architecture.md, decision 15
  }
  return verified;
}

type Row = { link: typeof activity.$inferSelect; content: string | null };

const batch = (after: number): Promise<Row[]> =>
  database()
    .read.select({ link: activity, content: activityContents.content })
    .from(activity)
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(gt(activity.seq, after))
    .orderBy(asc(activity.seq))
    .limit(BATCH);

function problemOf(
  { link: { digest, ...link }, content }: Row,
  { rows, head }: Verified,
  told: ReadonlySet<number>,
): string | null {
  if (link.seq !== rows + 1) return `Row ${rows + 1} is missing.`;
  if (link.previous !== head) return 'It does not follow from the row before.';
  if (digestOfLink(link) !== digest) return 'The row is not what it was when it was written.';
  if (content === null) {
    const isMissing = link.contentDigest !== null && !told.has(link.seq);
    return isMissing ? 'Its content is missing, and no erasure that the log tells of took it.' : null;
  }
  if (told.has(link.seq)) return 'Its content is there again, though the log tells that it was erased.';
  if (link.contentDigest === null) return 'It has content that it was not written with.';
  return sha256Hex(content) === link.contentDigest ? null : 'Its content is not what it was when it was written.';
}
