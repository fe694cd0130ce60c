import { type Scale, scaleSchema } from '@/domain/scale';
import shipped from '@/domain/scales.json' with { type: 'json' };
import type { Tx } from './client';
import { desk, scales } from './schema';

export const shippedScales: readonly Scale[] = shipped.map((scale) => scaleSchema.parse(scale));

/** Stores the scales that ship and the desk's one row of settings, where they are not there yet. */
export async function seed(tx: Tx): Promise<void> {
  const now = new Date().toISOString();
  const rows = shippedScales.map(({ values, ...scale }) => ({ ...scale, verdicts: values, createdAt: now }));
  await tx.insert(scales).values(rows).onConflictDoNothing();
  await tx.insert(desk).values({ id: 1, name: 'The desk', updatedAt: now }).onConflictDoNothing();
}
