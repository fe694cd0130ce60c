import { eq, isNotNull, or, sql } from 'drizzle-orm';
import {
  type Erased,
  type EraseRequest,
  type Erasing,
  erasedEmail,
  erasedName,
  keepsNothing,
  mayErasePerson,
  personGoes,
  personStays,
} from '@/domain/erasure';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { database, type Tx } from '../client';
import { forgetMail } from '../mail/forget';
import { noSuchPerson, personRow } from '../people/people';
import type { PersonRow } from '../people/present';
import {
  accounts,
  idempotencyKeys,
  invitations,
  mutedNotifications,
  notifications,
  people,
  presences,
  rateLimits,
  sessions,
  sightings,
  tokens,
  verifications,
} from '../schema';
import { write } from '../write';
import { erasedAt, erasedBy } from './erased';
import { mentionsOf } from './mentions';
import { keptAnswersOf } from './person-answers';
import { type PersonTraces, tracesOfPerson } from './person-traces';
import { sweepErased } from './sweep';
import { eraseContents, holdsAny } from './told';

const mayErase = (row: PersonRow, actor: Actor): Result<true> =>
  mayErasePerson({ disabled: row.disabledAt !== null, erased: row.erasure !== null, oneself: row.id === actor.id });

/** What erasing a person would take and leave, or that it was done. */
export async function personErasing({ actor }: Permit<'administer'>, id: string): Promise<Result<Erasing>> {
  const { read } = database();
  const row = await personRow(read, id);
  if (!row) return noSuchPerson();
  const erased = await erasedAt(read, row.erasure);
  if (erased) return ok({ erased, refusal: null, goes: [], stays: [] });
  const may = mayErase(row, actor);
  const traces = await tracesOfPerson(read, row);
  const { name, email, credit } = row;
  return ok({
    erased: null,
    refusal: may.ok ? null : { rule: may.refusal.problems[0]!.rule, message: may.refusal.problems[0]!.message },
    goes: personGoes({ name, email, credit, ...traces.counts, entries: traces.entries.length }),
    stays: personStays(await mentionsOf(read, traces)),
  });
}

/**
 * Erases the name and address of somebody whose account is disabled, and all that only serves to let them in or to tell
 * them something. What they did stays, under a neutral name.
 */
export async function erasePerson(
  permit: Permit<'administer'>,
  id: string,
  { reason }: EraseRequest,
): Promise<Result<Erased>> {
  const done = await write(permit, async (tx, actor) => {
    const row = await personRow(tx, id);
    if (!row) return noSuchPerson();
    const may = mayErase(row, actor);
    if (!may.ok) return may;
    const traces = await tracesOfPerson(tx, row);
    const silent = keepsNothing(reason, [...traces.names, row.email]);
    if (!silent.ok) return silent;
    const now = new Date();
    const told = { reason: reason.trim(), contents: traces.entries, hashes: [], editions: [] };
    const entry = { type: 'person.erased', subject: id } as const;
    const erasure = await eraseContents(tx, actor, entry, told, now.toISOString());
    await eraseRows(tx, row, traces, now.toISOString());
    await tx
      .update(people)
      .set({ ...nobody(id), erasure, updatedAt: now })
      .where(eq(people.id, id));
    return ok({ at: now.toISOString(), by: actor.id, reason: told.reason });
  });
  if (done.ok) await sweepErased();
  return done;
}

const nobody = (id: string) => ({
  name: erasedName,
  email: erasedEmail(id),
  emailVerified: false,
  image: null,
  credit: null,
});

async function eraseRows(tx: Tx, { id, email }: PersonRow, { links, names }: PersonTraces, now: string): Promise<void> {
  await tx.delete(accounts).where(eq(accounts.userId, id));
  await tx.delete(sessions).where(eq(sessions.userId, id));
  await tx.delete(tokens).where(eq(tokens.personId, id));
  await tx.delete(presences).where(eq(presences.personId, id));
  await tx.delete(sightings).where(eq(sightings.personId, id));
  await tx.delete(notifications).where(eq(notifications.personId, id));
  await tx.delete(mutedNotifications).where(eq(mutedNotifications.personId, id));
  await forgetMail(tx, id, email, links);
  await tx
    .delete(verifications)
    .where(or(holdsAny(verifications.identifier, [email, id]), holdsAny(verifications.value, [email, id])));
  await tx.delete(rateLimits).where(holdsAny(rateLimits.key, [email, id]));
  await tx.delete(idempotencyKeys).where(keptAnswersOf(id, email, names));
  for (const link of links) await eraseLink(tx, link, now);
}

/** A one-time link stays as a row that opens nothing and names nobody. */
async function eraseLink(tx: Tx, id: string, now: string): Promise<void> {
  const revokedAt = sql`coalesce(${invitations.revokedAt}, ${now})`;
  await tx.update(invitations).set({ name: null, email: null, revokedAt }).where(eq(invitations.id, id));
}

/** How those who were erased were, by their ids. */
export async function listErasedPeople(_permit: Permit<'administer'>): Promise<Record<string, Erased>> {
  const { read } = database();
  const rows = await read
    .select({ id: people.id, erasure: people.erasure })
    .from(people)
    .where(isNotNull(people.erasure));
  const told = await erasedBy(
    read,
    rows.map(({ erasure }) => erasure),
  );
  return Object.fromEntries(
    rows.flatMap(({ id, erasure }) => {
      const erased = told.get(erasure ?? 0);
      return erased ? [[id, erased]] : [];
    }),
  );
}
