import { and, eq, isNull } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Tx } from '../client';
import { record } from '../log';
import { invitations, sessions, tokens } from '../schema';
import { write } from '../write';

/** Ends every session of a person, in whatever browser. */
export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, personId));
}

/** Ends everything by which a person could still come in: sessions, access tokens and open one-time links. */
export async function endAccess(tx: Tx, personId: string, now: string): Promise<void> {
  await endSessions(tx, personId);
  await tx
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.personId, personId), isNull(tokens.revokedAt)));
  await revokeLinks(tx, personId, now);
}

/** Makes the open reset and sign-in links of a person worthless. */
export async function revokeLinks(tx: Tx, personId: string, now: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.personId, personId), isNull(invitations.spentAt), isNull(invitations.revokedAt)));
}

/** Signs the person out everywhere, here included. Access tokens stay: they are revoked one by one. */
export function signOutEverywhere(permit: Permit<'read'>): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    if (actor.id === null) return refuse('rule', 'no-sessions', 'The command line has no sessions to end.');
    await endSessions(tx, actor.id);
    await record(tx, actor, { type: 'person.signed-out-everywhere', subject: actor.id });
    return ok(null);
  });
}
