import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Acceptance, Invitation, Invite } from '@/domain/contract/people';
import { type Permit, permit, vouchFor } from '@/domain/permission';
import type { Person } from '@/domain/person';
import { ok, type Result, refuse } from '@/domain/result';
import { database } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { mailLink } from '../mail/links';
import { invitations } from '../schema';
import { write } from '../write';
import { insertLink, type LinkRow, openLink, spendLink } from './links';
import { emailTaken, hashOfPassword, insertPerson, storePassword } from './newcomer';
import { rowWithEmail, type Span } from './people';
import { presentPerson } from './present';
import { secretFor } from './secrets';

const presentInvitation = ({ id, role, name, email, expiresAt, createdAt }: LinkRow): Invitation => ({
  id,
  role: role ?? 'reviewer',
  name,
  email,
  expiresAt,
  createdAt,
});

/**
 * Invites a person. The secret of the link is shown now and never again; an e-mail address given here is settled, and the
 * link is mailed to it where mail is sent at all.
 */
export async function invite(
  permit: Permit<'administer'>,
  { role, email, name, days }: Invite,
): Promise<Result<Invitation & { secret: string; mailed: boolean }>> {
  const secret = secretFor(permit.actor);
  const made = await write(permit, async (tx, actor) => {
    if (email && (await rowWithEmail(tx, email))) return emailTaken();
    const now = new Date();
    const wanted = { role, name: name ?? null, email: email?.toLowerCase() ?? null };
    const hours = days === undefined ? undefined : days * 24;
    const link = await insertLink(tx, { purpose: 'invitation', secret, hours, ...wanted, createdBy: actor.id }, now);
    if (!link.ok) return link;
    const entry = { type: 'person.invited', subject: link.value.id, content: wanted } as const;
    await record(tx, actor, entry, now.toISOString());
    const toMail = { kind: 'invitation', linkId: link.value.id, secret, personId: null } as const;
    const mailed = wanted.email !== null && (await mailLink(tx, toMail, actor.id, now));
    return ok({ ...presentInvitation(link.value), mailed });
  });
  return made.ok ? ok({ ...made.value, secret }) : made;
}

/** The invitations that can still be accepted, oldest first. */
export async function listInvitations(_permit: Permit<'administer'>, { after, limit }: Span): Promise<Invitation[]> {
  const open = and(
    eq(invitations.purpose, 'invitation'),
    isNull(invitations.spentAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, new Date().toISOString()),
  );
  const rows = await database()
    .read.select()
    .from(invitations)
    .where(and(open, after === undefined ? undefined : gt(invitations.id, after)))
    .orderBy(asc(invitations.id))
    .limit(limit);
  return rows.map(presentInvitation);
}

export function revokeInvitation(permit: Permit<'administer'>, id: string): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    const invitation = and(eq(invitations.id, id), eq(invitations.purpose, 'invitation'));
    const open = and(invitation, isNull(invitations.spentAt), isNull(invitations.revokedAt));
    const now = new Date().toISOString();
    const revoked = await tx.update(invitations).set({ revokedAt: now }).where(open).returning({ id: invitations.id });
    if (revoked.length === 0) return refuse('missing', 'no-such-invitation', 'There is no such open invitation.');
    await record(tx, actor, { type: 'invitation.revoked', subject: id }, now);
    return ok(null);
  });
}

/** Makes a person of whoever holds an invitation's secret, with the role that it names. Works once. */
export async function acceptInvitation({ secret, ...given }: Acceptance): Promise<Result<Person>> {
  const open = await openLink(database().read, secret, 'invitation');
  if (!open.ok) return open;
  const role = open.value.role ?? 'reviewer';
  const hash = await hashOfPassword(given.password);
  const id = newId();
  const newcomer = permit(vouchFor(id, role), 'read');
  if (!newcomer.ok) return newcomer;
  return write(newcomer.value, async (tx, actor) => {
    const now = new Date();
    const at = now.toISOString();
    const link = await spendLink(tx, secret, 'invitation', at);
    if (!link.ok) return link;
    const settled = emailAsInvited(link.value, given.email);
    if (!settled.ok) return settled;
    const person = await insertPerson(tx, { id, name: given.name, email: given.email, role }, now);
    if (!person.ok) return person;
    await storePassword(tx, id, hash, now);
    const content = { name: given.name, role, invitation: link.value.id };
    await record(tx, actor, { type: 'person.joined', subject: id, content }, at);
    return ok(presentPerson(person.value, person.value));
  });
}

function emailAsInvited({ email }: LinkRow, given: string): Result<true> {
  if (email === null || email === given.toLowerCase()) return ok(true);
  return refuse('rule', 'email-settled', `This invitation is for ${email}. Join with that address.`, {
    pointer: '/email',
  });
}
