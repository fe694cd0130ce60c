import type { SetStandards, StandardsSettings } from '@/domain/contract/standards';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import {
  defaultLevels,
  type Ground,
  type Levels,
  presetOf,
  type StandardRule,
  standardRules,
} from '@/domain/standards';
import type { Reading } from '../claims/rows';
import { database } from '../client';
import { record } from '../log';
import { standards } from '../schema';
import { publicOrigin } from '../settled';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';

/** How each check is set, and since when where that is not how it ships. */
export type Set = { levels: Levels; since: ReadonlyMap<StandardRule, string> };

export async function readLevels(db: Reading): Promise<Set> {
  const rows = await db.select().from(standards);
  const levels = { ...defaultLevels };
  for (const { rule, level } of rows) levels[rule] = level;
  return { levels, since: new Map(rows.map(({ rule, since }) => [rule, since])) };
}

const present = ({ levels, since }: Set): StandardsSettings => ({
  checks: standardRules.map((rule) => ({ rule, level: levels[rule], since: since.get(rule) ?? null })),
  preset: presetOf(levels)?.id ?? null,
});

/** The desk's checks, as everybody signed in sees them. */
export const readStandards = async (_permit: Permit<'read'>): Promise<StandardsSettings> =>
  present(await readLevels(database().read));

/** What a claim is judged by in a browser, as on the server: how each check is set, and where the desk publishes. */
export const standardsInForce = async (_permit: Permit<'read'>): Promise<Pick<Ground, 'levels' | 'origin'>> => ({
  levels: (await readLevels(database().read)).levels,
  origin: publicOrigin(),
});

/** Sets every check. Those that change remember when, so that what was approved before is told apart. */
export function setStandards(
  permit: Permit<'administer'>,
  expected: Expected,
  { levels }: SetStandards,
): Promise<Result<StandardsSettings>> {
  return write(permit, async (tx, actor) => {
    const before = await readLevels(tx);
    const current = isCurrent(expected, present(before), 'set of standards');
    if (!current.ok) return current;
    const changed = standardRules.filter((rule) => levels[rule] !== before.levels[rule]);
    if (changed.length === 0) return ok(present(before));
    const now = new Date().toISOString();
    for (const rule of changed) {
      const set = { level: levels[rule], since: now };
      await tx
        .insert(standards)
        .values({ rule, ...set })
        .onConflictDoUpdate({ target: standards.rule, set });
    }
    const changes = Object.fromEntries(changed.map((rule) => [rule, [before.levels[rule], levels[rule]]]));
    await record(tx, actor, { type: 'standards.changed', content: { changes } }, now);
    return ok(present(await readLevels(tx)));
  });
}
