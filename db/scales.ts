import { and, asc, gt, sql } from 'drizzle-orm';
import { canonical } from '@/domain/canonical';
import type { NewScale } from '@/domain/contract/people';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse, refuseAll } from '@/domain/result';
import type { Scale } from '@/domain/scale';
import { brokenScaleRules } from '@/domain/scale-rules';
import { newestScale, presentScale } from './articles/scale';
import { database } from './client';
import { record } from './log';
import type { Span } from './people/people';
import { scales } from './schema';
import { write } from './write';

const isNewest = sql`${scales.version} = (select max(s.version) from ${scales} s where s.id = ${scales.id})`;

/** The scales, each in its newest version, in the order of their ids. */
export async function listScales(_permit: Permit<'read'>, { after, limit }: Span): Promise<Scale[]> {
  const rows = await database()
    .read.select()
    .from(scales)
    .where(and(isNewest, after === undefined ? undefined : gt(scales.id, after)))
    .orderBy(asc(scales.id))
    .limit(limit);
  return rows.map(presentScale);
}

/**
 * Adds a scale or, where one has this id, its next version. Articles keep the version they use, so that no verdict
 * changes its meaning after it was given.
 */
export async function addScale(permit: Permit<'administer'>, given: NewScale): Promise<Result<Scale>> {
  const broken = brokenScaleRules(given);
  if (broken.length > 0) return refuseAll('rule', broken);
  return write(permit, async (tx, actor) => {
    const newest = await newestScale(tx, given.id);
    const before = newest.ok ? presentScale(newest.value) : null;
    const scale = { ...given, version: (before?.version ?? 0) + 1 };
    if (before && canonical({ ...before, version: 0 }) === canonical({ ...scale, version: 0 })) {
      return refuse('rule', 'scale-unchanged', `This is what version ${before.version} of the scale says already.`);
    }
    const now = new Date().toISOString();
    const { values, ...columns } = scale;
    await tx.insert(scales).values({ ...columns, verdicts: values, createdAt: now });
    await record(tx, actor, { type: 'scale.added', subject: scale.id, content: { version: scale.version } }, now);
    return ok(scale);
  });
}
