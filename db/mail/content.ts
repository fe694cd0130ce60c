import { and, count, eq, isNull } from 'drizzle-orm';
import type { MailContent, MailToSend } from '@/domain/mail';
import { permit } from '@/domain/permission';
import { database } from '../client';
import { listMailed } from '../notifications/read';
import { readDeskRow } from '../people/desk';
import { actorFor } from '../people/identify';
import type { LinkRow } from '../people/links';
import { namesOfPeople, personRow } from '../people/people';
import { invitations, notifications } from '../schema';
import type { MailRow } from './claim';
import { unsealed } from './seal';
import { switchOffToken } from './switch-off';

/** Notifications that a message tells one by one; of the others it tells how many. */
const MOST = 100;

/**
 * What a message says, read at the moment it is sent and as its person would see it themselves. Null where there is
 * nothing to say any more: all of it was read, the link was used or withdrawn, the person is disabled. A problem where the
 * link cannot be read.
 */
export async function messageFor(row: MailRow): Promise<MailToSend | { problem: string } | null> {
  const { read } = database();
  const link = row.linkId === null ? null : await openLinkRow(row.linkId);
  if (row.linkId !== null && link === null) return null;
  const person = row.personId === null ? null : await personRow(read, row.personId);
  if (person?.disabledAt != null) return null;
  const { email, name } = person ?? { email: link?.email ?? null, name: link?.name ?? null };
  if (email === null) return null;
  const content = await contentOf(row, link);
  if (content === null || 'problem' in content) return content;
  return { id: row.id, to: { name, address: email }, desk: (await readDeskRow(read)).name, content };
}

async function contentOf(row: MailRow, link: LinkRow | null): Promise<MailContent | { problem: string } | null> {
  if (row.kind === 'digest') return digestOf(row);
  const by = row.by === null ? null : ((await personRow(database().read, row.by))?.name ?? null);
  if (row.kind === 'test') return { kind: 'test', by };
  if (link === null || row.sealed === null) return null;
  const secret = unsealed(row.sealed);
  if (secret === null) return { problem: otherSecret };
  const { expiresAt, role } = link;
  return row.kind === 'reset'
    ? { kind: 'reset', secret, expiresAt, by }
    : { kind: 'invitation', secret, expiresAt, role: role ?? 'reviewer', by };
}

const otherSecret = 'Its link was made under another STET_SECRET, so that it can be read no more. Make a new one.';

async function openLinkRow(id: string): Promise<LinkRow | null> {
  const open = and(eq(invitations.id, id), isNull(invitations.spentAt), isNull(invitations.revokedAt));
  const [row] = await database().read.select().from(invitations).where(open);
  return row && row.expiresAt > new Date().toISOString() ? row : null;
}

async function digestOf({ id, personId }: MailRow): Promise<MailContent | null> {
  const permitted = permit(await actorFor(database().read, personId ?? ''), 'read');
  if (!permitted.ok) return null;
  const items = await listMailed(permitted.value, id, MOST);
  if (items.length === 0 || personId === null) return null;
  const more = items.length < MOST ? 0 : (await countMailed(id)) - items.length;
  return {
    kind: 'digest',
    items,
    more,
    names: await namesOfPeople(permitted.value),
    switchOff: switchOffToken(personId),
  };
}

async function countMailed(mail: string): Promise<number> {
  const unread = and(eq(notifications.mail, mail), isNull(notifications.readAt));
  const [row] = await database().read.select({ many: count() }).from(notifications).where(unread);
  return row?.many ?? 0;
}
