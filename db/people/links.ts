import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '@/domain/permission';
import type { LinkPurpose, Role } from '@/domain/person';
import { ok, type Result, refuse } from '@/domain/result';
import { database, type Reads, type Tx } from '../client';
import { newId } from '../ids';
import { invitations } from '../schema';
import { readDeskRow } from './desk';
import { personRow } from './people';
import { hashOfSecret, keyUsedBefore } from './secrets';

export type LinkRow = typeof invitations.$inferSelect;

const HOUR = 3_600_000;
const hoursOf: Record<Exclude<LinkPurpose, 'invitation'>, number> = { setup: 24, reset: 24, 'sign-in': 12 };

export type NewLink = {
  purpose: LinkPurpose;
  secret: string;
  /** hours until it expires; each purpose but an invitation's has its own */
  hours?: number;
  personId?: string;
  email?: string | null;
  name?: string | null;
  role?: Role;
  createdBy: Actor['id'];
};

/** Stores a one-time link by the hash of its secret. */
export async function insertLink(tx: Tx, { secret, hours, ...link }: NewLink, now: Date): Promise<Result<LinkRow>> {
  const lasts = hours ?? (link.purpose === 'invitation' ? 7 * 24 : hoursOf[link.purpose]);
  const expiresAt = new Date(now.getTime() + lasts * HOUR).toISOString();
  const values = { id: newId(), ...link, secretHash: hashOfSecret(secret), createdAt: now.toISOString(), expiresAt };
  const [row] = await tx.insert(invitations).values(values).onConflictDoNothing().returning();
  return row ? ok(row) : keyUsedBefore();
}

/** The link with this secret, if it can still be spent for this purpose; otherwise a sentence on why not. */
export async function openLink(
  db: Pick<Reads, 'select'>,
  secret: string,
  purpose: LinkPurpose | 'any',
): Promise<Result<LinkRow>> {
  const [row] = await db
    .select()
    .from(invitations)
    .where(eq(invitations.secretHash, hashOfSecret(secret)));
  if (!row || (purpose !== 'any' && row.purpose !== purpose)) return refuse('rule', 'link-unknown', sentences.unknown);
  if (row.spentAt !== null) return refuse('rule', 'link-spent', sentences.spent(row.purpose));
  if (row.revokedAt !== null) return refuse('rule', 'link-revoked', sentences.revoked(row.purpose));
  if (row.expiresAt <= new Date().toISOString()) return refuse('rule', 'link-expired', sentences.expired(row.purpose));
  return ok(row);
}

const afresh = (purpose: LinkPurpose): string =>
  purpose === 'setup' ? 'Restart Stet, and it prints a new one.' : 'Ask an administrator for a new one.';
const sentences = {
  unknown: 'This link is not one of this desk’s. Check that you copied all of it.',
  spent: (purpose: LinkPurpose) => `This link was used already, and it works once. Sign in, or: ${afresh(purpose)}`,
  revoked: (purpose: LinkPurpose) => `This link was replaced or withdrawn. ${afresh(purpose)}`,
  expired: (purpose: LinkPurpose) => `This link has expired. ${afresh(purpose)}`,
};

/** Spends a link in the transaction of what it allows, so that it allows it once. */
export async function spendLink(tx: Tx, secret: string, purpose: LinkPurpose, now: string): Promise<Result<LinkRow>> {
  const link = await openLink(tx, secret, purpose);
  if (!link.ok) return link;
  await tx.update(invitations).set({ spentAt: now }).where(eq(invitations.id, link.value.id));
  return link;
}

/** What a one-time link is for, so that its page can greet whoever opened it. Spends nothing. */
export async function readLink(secret: string) {
  const { read } = database();
  const link = await openLink(read, secret, 'any');
  if (!link.ok) return link;
  const { purpose, role, expiresAt, personId } = link.value;
  const person = personId === null ? null : await personRow(read, personId);
  const { name, email } = person ?? link.value;
  return ok({ purpose, desk: (await readDeskRow(read)).name, name, email, role, expiresAt });
}

/** Makes the open links of one purpose worthless. */
export async function revokeLinksFor(tx: Tx, purpose: LinkPurpose, now: string): Promise<void> {
  const open = and(eq(invitations.purpose, purpose), isNull(invitations.spentAt), isNull(invitations.revokedAt));
  await tx.update(invitations).set({ revokedAt: now }).where(open);
}
