import { inArray, isNull } from 'drizzle-orm';
import { database, unavailable } from '../client';
import { erasures } from '../schema';

/**
 * Takes what was erased out of the database file itself, where that is still to be done: whether it is done. An erasure
 * is whole without it as far as anybody can read; a copy of the file is not. Any number of processes may call it.
 */
export async function sweepErased(): Promise<boolean> {
  const db = database();
  const left = await db.read.select({ seq: erasures.seq }).from(erasures).where(isNull(erasures.sweptAt));
  if (left.length === 0) return true;
  try {
    await db.sweep();
  } catch (error) {
    if (!unavailable(error)) console.error(error); // the disk is full, for one: what was erased is erased, and this is done later
    return false;
  }
  const seqs = left.map(({ seq }) => seq);
  const sweptAt = new Date().toISOString();
  await db.write((tx) => tx.update(erasures).set({ sweptAt }).where(inArray(erasures.seq, seqs)));
  return true;
}
