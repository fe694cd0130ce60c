import { eq } from 'drizzle-orm';
import { canonical } from '@/domain/canonical';
import type { DeskPatch } from '@/domain/contract/people';
import type { Permit } from '@/domain/permission';
import type { Desk } from '@/domain/person';
import { ok, type Result } from '@/domain/result';
import { database, type Reads } from '../client';
import { record } from '../log';
import { desk } from '../schema';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';

/** The desk's settings, as everybody signed in sees them. */
export const readDesk = (_permit: Permit<'read'>): Promise<Desk> => readDeskRow(database().read);

/** The same for those inside `db` who have no permit to show, such as a one-time link's page. */
export async function readDeskRow(db: Pick<Reads, 'select'>): Promise<Desk> {
  const [row] = await db.select({ name: desk.name, size: desk.size, contact: desk.contact }).from(desk);
  if (!row) throw new Error('The desk has no settings: the database was not migrated.');
  return row;
}

/** Changes the desk's name, or whether it is of one person. */
export function editDesk(permit: Permit<'administer'>, expected: Expected, patch: DeskPatch): Promise<Result<Desk>> {
  return write(permit, async (tx, actor) => {
    const before = await readDeskRow(tx);
    const current = isCurrent(expected, before, 'desk');
    if (!current.ok) return current;
    const after = { ...before, ...patch };
    if (canonical(after) === canonical(before)) return ok(before);
    const now = new Date().toISOString();
    await tx
      .update(desk)
      .set({ ...after, updatedAt: now })
      .where(eq(desk.id, 1));
    await record(tx, actor, { type: 'desk.changed', content: { before, after } }, now);
    return ok(after);
  });
}
