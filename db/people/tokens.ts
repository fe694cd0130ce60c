import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Token } from '@/domain/contract/people';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { database, type Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { tokens } from '../schema';
import { write } from '../write';
import type { Span } from './people';
import { hashOfSecret, keyUsedBefore, secretFor } from './secrets';

const presentToken = ({ id, name, createdAt, lastUsedOn }: typeof tokens.$inferSelect): Token => ({
  id,
  name,
  createdAt,
  lastUsedOn,
});

/** The person's own access tokens that still work, oldest first. */
export async function listTokens({ actor }: Permit<'read'>, { after, limit }: Span): Promise<Token[]> {
  const own = and(eq(tokens.personId, actor.id ?? ''), isNull(tokens.revokedAt));
  const rows = await database()
    .read.select()
    .from(tokens)
    .where(and(own, after === undefined ? undefined : gt(tokens.id, after)))
    .orderBy(asc(tokens.id))
    .limit(limit);
  return rows.map(presentToken);
}

/** Makes an access token with its owner's rights. `token` is shown now and never again. */
export async function makeToken(permit: Permit<'read'>, name: string): Promise<Result<Token & { token: string }>> {
  const secret = `stet_${secretFor(permit.actor)}`;
  const made = await write(permit, async (tx, actor) => {
    if (actor.id === null) return refuse('rule', 'no-owner', 'A token belongs to a person. Name one.');
    return insertToken(tx, actor, actor.id, name, secret);
  });
  return made.ok ? ok({ ...made.value, token: secret }) : made;
}

/** Stores a new token of a person, in the transaction of whoever makes it. */
export async function insertToken(
  tx: Tx,
  actor: Actor,
  personId: string,
  name: string,
  secret: string,
): Promise<Result<Token>> {
  const now = new Date().toISOString();
  const token = { id: newId(), personId, name, createdAt: now, lastUsedOn: null, revokedAt: null };
  const row = { ...token, secretHash: hashOfSecret(secret) };
  const [added] = await tx.insert(tokens).values(row).onConflictDoNothing().returning({ id: tokens.id });
  if (!added) return keyUsedBefore();
  await record(tx, actor, { type: 'token.made', subject: token.id, content: { personId, name } }, now);
  return ok(presentToken(row));
}

/** Revokes one of the person's own tokens, or, at the command line, anybody's. */
export function revokeToken(permit: Permit<'read'>, id: string): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    const [row] = await tx
      .select()
      .from(tokens)
      .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)));
    if (!row || (actor.id !== null && actor.id !== row.personId)) {
      return refuse('missing', 'no-such-token', 'You have no such token, or it was revoked before.');
    }
    const now = new Date().toISOString();
    await tx.update(tokens).set({ revokedAt: now }).where(eq(tokens.id, id));
    const content = { personId: row.personId, name: row.name };
    await record(tx, actor, { type: 'token.revoked', subject: id, content }, now);
    return ok(null);
  });
}

/** Revokes every access token of a person; answers how many there were. */
export function revokeTokensOf(permit: Permit<'administer'>, personId: string): Promise<Result<{ revoked: number }>> {
  return write(permit, async (tx, actor) => {
    const now = new Date().toISOString();
    const theirs = and(eq(tokens.personId, personId), isNull(tokens.revokedAt));
    const rows = await tx.update(tokens).set({ revokedAt: now }).where(theirs).returning();
    for (const { id, name } of rows) {
      await record(tx, actor, { type: 'token.revoked', subject: id, content: { personId, name } }, now);
    }
    return ok({ revoked: rows.length });
  });
}
