import { and, desc, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import { seesAllOf } from '@/domain/blind';
import { canonical } from '@/domain/canonical';
import type { SourcePatch } from '@/domain/contract/claims';
import type { NewSource, Source, SourceChoice } from '@/domain/evidence';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse, refuseAll } from '@/domain/result';
import { keep } from '../claims/change';
import { digestOfRows, latestApproval, presentSource, stateOfRows } from '../claims/present';
import { type ClaimRows, claimRows, type Reading } from '../claims/rows';
import { database, type Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { claims, evidence, sources } from '../schema';
import { indexSource } from '../search/write';
import { blindTo } from '../second-verdicts/blind';
import { type Expected, isCurrent } from '../version';
import { holdsWords } from '../words';
import { write } from '../write';

export type SourceRow = typeof sources.$inferSelect;

const noSuchSource = (): Result<never> =>
  refuse('missing', 'no-such-source', 'The desk knows no such source.', { pointer: '/source/id' });

const describedIfWithheld = (row: Pick<SourceRow, 'withheld' | 'description'>): Result<true> =>
  !row.withheld || row.description?.trim()
    ? ok(true)
    : refuse('rule', 'withheld-needs-description', 'Describe the withheld source in words that may be published.', {
        pointer: '/source/description',
      });

/** The source that was chosen among those the desk knows, or a new row for the one described. */
export async function chosenSource(tx: Tx, actor: Actor, choice: SourceChoice): Promise<Result<SourceRow>> {
  if (!('title' in choice)) {
    const row = await sourceRow(tx, choice.id);
    return row ? ok(row) : noSuchSource();
  }
  const row = newRow(choice, actor.id ?? '');
  const described = describedIfWithheld(row);
  if (!described.ok) return described;
  await tx.insert(sources).values(row);
  return ok(row);
}

const newRow = (given: NewSource, createdBy: string): SourceRow => ({
  id: newId(),
  type: given.type ?? 'page',
  url: given.url ?? null,
  title: given.title,
  publisher: given.publisher ?? null,
  publishedOn: given.publishedOn ?? null,
  withheld: given.withheld ?? false,
  description: given.description ?? null,
  createdBy,
  createdAt: new Date().toISOString(),
});

async function sourceRow(db: Reading, id: string): Promise<SourceRow | null> {
  const [row] = await db.select().from(sources).where(eq(sources.id, id));
  return row ?? null;
}

export async function readSource(_permit: Permit<'read'>, id: string): Promise<Result<Source>> {
  const row = await sourceRow(database().read, id);
  return row ? ok(presentSource(row)) : refuse('missing', 'no-such-source', 'The desk knows no such source.');
}

/** Sources whose title, publisher or address holds every word, newest first; `before` is the id to go on from. */
export async function listSources(
  _permit: Permit<'read'>,
  { q, before, limit }: { q?: string; before?: string; limit: number },
): Promise<Source[]> {
  const rows = await database()
    .read.select()
    .from(sources)
    .where(
      and(before ? lt(sources.id, before) : undefined, holdsWords([sources.title, sources.publisher, sources.url], q)),
    )
    .orderBy(desc(sources.id))
    .limit(limit);
  return rows.map(presentSource);
}

/**
 * Changes a source wherever it is evidence. Approvals that this lapses must all be named in `lapses`, so that nobody
 * lapses one unawares; the refusal names those that are missing.
 */
export function editSource(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  { lapses = [], ...patch }: SourcePatch,
): Promise<Result<Source>> {
  return write(permit, async (tx, actor) => {
    const before = await sourceRow(tx, id);
    if (!before) return noSuchSource();
    const sees = seesAllOf(await blindTo(tx, actor), await claimsEverCiting(tx, id));
    if (!sees.ok) return sees;
    const current = isCurrent(expected, presentSource(before), 'source');
    if (!current.ok) return current;
    const after = { ...before, ...patch };
    const described = describedIfWithheld(after);
    if (!described.ok) return described;
    if (canonical(presentSource(before)) === canonical(presentSource(after))) return ok(presentSource(before));
    const touched = await claimsCiting(tx, before, after);
    const unnamed = touched.filter((change) => change.lapses && !lapses.includes(change.rows.claim.id));
    if (unnamed.length > 0)
      return refuseAll(
        'rule',
        unnamed.map(({ rows }) => wouldLapse(rows)),
      );
    await tx.update(sources).set(patch).where(eq(sources.id, id));
    await indexSource(tx, id);
    const now = new Date().toISOString();
    const content = { was: presentSource(before), is: presentSource(after) };
    await record(tx, actor, { type: 'source.changed', subject: id, content }, now);
    for (const { rows } of touched)
      await keep(tx, actor, rows.claim, rows, { type: 'source.changed', subject: id, content }, now);
    return ok(presentSource(after));
  });
}

const wouldLapse = ({ claim }: ClaimRows) => ({
  rule: 'lapses-approval',
  message: `This lapses the approval of “${claim.statement}”. Name its id in “lapses” to go ahead.`,
  claimId: claim.id,
});

/** The ids of the claims that cite a source, or did. */
async function claimsEverCiting(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.select({ claimId: evidence.claimId }).from(evidence).where(eq(evidence.sourceId, id));
  return rows.map(({ claimId }) => claimId);
}

/** The claims that cite a source, with the source as it will be, and whether that lapses their approval. */
async function claimsCiting(tx: Tx, before: SourceRow, after: SourceRow) {
  const citing = tx
    .select({ id: evidence.claimId })
    .from(evidence)
    .where(and(eq(evidence.sourceId, before.id), isNull(evidence.removedAt)));
  const found = await claimRows(tx, inArray(claims.id, citing));
  return found.map((rows) => {
    const proof = rows.evidence.map((row) => (row.source.id === after.id ? { ...row, source: after } : row));
    const changed = { ...rows, evidence: proof };
    const lapses = stateOfRows(rows) === 'approved' && digestOfRows(changed) !== latestApproval(rows)?.digest;
    return { rows: changed, lapses };
  });
}

/** Whether evidence other than this one cites the source. */
export async function isShared(tx: Tx, sourceId: string, evidenceId: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.sourceId, sourceId), ne(evidence.id, evidenceId)))
    .limit(1);
  return other !== undefined;
}
