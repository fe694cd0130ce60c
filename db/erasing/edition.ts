import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { canonical } from '@/domain/canonical';
import { type Payload, withdrawnEdition } from '@/domain/edition';
import {
  type Erased,
  type EraseRequest,
  type Erasing,
  editionGoes,
  editionStays,
  erasedWords,
  keepsNothing,
  mayEraseEdition,
} from '@/domain/erasure';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Reading } from '../claims/rows';
import { database, type Tx } from '../client';
import { activity, editions, idempotencyKeys, schedules, withdrawals } from '../schema';
import { write } from '../write';
import { erasedAt } from './erased';
import { sweepErased } from './sweep';
import { entriesWhere, eraseContents, holdsAny } from './told';

type Row = { edition: typeof editions.$inferSelect; withdrawal: typeof withdrawals.$inferSelect | null };

async function editionRow(db: Reading, articleId: string, number: number): Promise<Row | null> {
  if (!Number.isSafeInteger(number)) return null;
  const [row] = await db
    .select({ edition: editions, withdrawal: withdrawals })
    .from(editions)
    .leftJoin(withdrawals, and(eq(withdrawals.slug, editions.slug), eq(withdrawals.number, editions.number)))
    .where(and(eq(editions.articleId, articleId), eq(editions.number, number)));
  return row ?? null;
}

const noSuchEdition = (): Result<never> => refuse('missing', 'no-such-edition', 'The article has no such edition.');

const mayErase = ({ edition, withdrawal }: Row): Result<true> =>
  mayEraseEdition({ withdrawn: withdrawal !== null, erased: edition.erasure !== null });

/** What erasing an edition would take and leave, or that it was done. */
export async function editionErasing(
  _permit: Permit<'administer'>,
  articleId: string,
  number: number,
): Promise<Result<Erasing>> {
  const { read } = database();
  const row = await editionRow(read, articleId, number);
  if (!row) return noSuchEdition();
  const erased = await erasedAt(read, row.edition.erasure);
  if (erased) return ok({ erased, refusal: null, goes: [], stays: [] });
  const may = mayErase(row);
  const refusal = may.ok ? null : may.refusal.problems[0]!;
  const { claims } = JSON.parse(row.edition.payload) as Payload;
  return ok({
    erased: null,
    refusal: refusal && { rule: refusal.rule, message: refusal.message },
    goes: editionGoes({ number, claims: claims.length, noted: row.edition.note !== null }),
    stays: editionStays({ others: await otherEditions(read, articleId, number) }),
  });
}

async function otherEditions(db: Reading, articleId: string, number: number) {
  const rows = await db
    .select({ slug: editions.slug, number: editions.number })
    .from(editions)
    .where(and(eq(editions.articleId, articleId), ne(editions.number, number), sql`${editions.erasure} is null`))
    .orderBy(asc(editions.number));
  return rows.map((other) => ({
    label: `Edition ${other.number}`,
    href: `/a/${encodeURIComponent(other.slug)}/${other.number}`,
  }));
}

/**
 * Erases all that a withdrawn edition said. What is left is what readers are told of it already: number, time, digest
 * and the reason. The digest cannot be recomputed any more; the log and the next edition still hold it.
 */
export async function eraseEdition(
  permit: Permit<'administer'>,
  articleId: string,
  number: number,
  { reason }: EraseRequest,
): Promise<Result<Erased>> {
  const done = await write(permit, async (tx, actor) => {
    const row = await editionRow(tx, articleId, number);
    if (!row) return noSuchEdition();
    const may = mayErase(row);
    if (!may.ok) return may;
    if (!row.withdrawal) throw new Error(`Edition ${row.edition.id} may be erased and was not withdrawn`);
    const { frame } = JSON.parse(row.edition.payload) as Payload;
    const silent = keepsNothing(reason, [frame.article.title, row.edition.note]);
    if (!silent.ok) return silent;
    const now = new Date().toISOString();
    const { id, digest } = row.edition;
    const told = {
      reason: reason.trim(),
      contents: await entriesOn(tx, articleId, number),
      hashes: [],
      editions: [id],
    };
    const erasure = await eraseContents(tx, actor, { type: 'edition.erased', articleId, subject: id }, told, now);
    await eraseWords(tx, row, erasure);
    await tx.delete(idempotencyKeys).where(holdsAny(idempotencyKeys.answer, [id, digest]));
    return ok({ at: now, by: actor.id, reason: told.reason });
  });
  if (done.ok) await sweepErased();
  return done;
}

/** What the log says of an edition's note: when it was scheduled with it. */
const entriesOn = (db: Reading, articleId: string, number: number): Promise<number[]> =>
  entriesWhere(
    db,
    and(
      eq(activity.articleId, articleId),
      eq(activity.type, 'edition.scheduled'),
      sql`(select json_extract(c.content, '$.number') from activity_contents c where c.seq = ${activity.seq}) = ${number}`,
    ),
  );

async function eraseWords(tx: Tx, { edition, withdrawal }: Row, erasure: number): Promise<void> {
  const { reason, withdrawnAt: at } = withdrawal!;
  const payload = canonical(withdrawnEdition(edition, edition.digest, { reason, at }));
  const note = edition.note === null ? null : erasedWords;
  await tx.update(editions).set({ payload, note, erasure }).where(eq(editions.id, edition.id));
  const scheduled = and(eq(schedules.articleId, edition.articleId), eq(schedules.number, edition.number));
  await tx
    .update(schedules)
    .set({ note: null, problems: [] })
    .where(and(scheduled, ne(schedules.state, 'waiting')));
}
