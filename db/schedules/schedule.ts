import { eq } from 'drizzle-orm';
import type { SetSchedule } from '@/domain/contract/schedules';
import { planEdition, seenIn } from '@/domain/edition';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { hourOf, type Schedule } from '@/domain/schedule';
import { noSuchArticle } from '../articles/read';
import { articleRow } from '../articles/rows';
import { consentTo, unmet } from '../editions/consent';
import { standingHold } from '../holds/hold';
import { record } from '../log';
import { schedules } from '../schema';
import type { Expected } from '../version';
import { write } from '../write';
import { presentSchedule, type ScheduleRow } from './rows';

/**
 * Has an edition published at a time, in the place of the one that waited: everything must hold now, save that an
 * embargo may stand until that time, and is checked again then. What the editor sees now is what they consent to.
 */
export function scheduleEdition(
  permit: Permit<'publish'>,
  articleId: string,
  request: SetSchedule,
  expected: Expected,
): Promise<Result<Schedule>> {
  return write(permit, async (tx, actor) => {
    const now = new Date();
    const at = hourOf(request.at, now);
    if (!at.ok) return at;
    const consent = await consentTo(tx, actor, articleId, request, expected);
    if (!consent.ok) return consent;
    const { by, made, choices } = consent.value;
    const hold = await standingHold(tx, articleId, new Date(at.value));
    const plan = planEdition({ ...made.material, hold }, choices);
    const broken = unmet(plan.checklist);
    if (!broken.ok) return broken;
    const row: ScheduleRow = {
      articleId,
      at: at.value,
      state: 'waiting',
      number: plan.number,
      ...choices,
      asLastApproved: [...choices.asLastApproved],
      seen: seenIn(plan),
      scheduledBy: by.id,
      scheduledAt: now.toISOString(),
      settledAt: null,
      problems: [],
    };
    const { articleId: _, ...columns } = row;
    await tx.insert(schedules).values(row).onConflictDoUpdate({ target: schedules.articleId, set: columns });
    const content = { at: row.at, number: row.number, note: row.note, tier: row.tier };
    await record(tx, actor, { type: 'edition.scheduled', articleId, content }, row.scheduledAt);
    return ok(presentSchedule(row));
  });
}

/**
 * Takes the edition that waits back, or puts away the word of one that failed or came out. Where there is none it does
 * nothing, and says nothing in the log.
 */
export function unscheduleEdition(permit: Permit<'publish'>, articleId: string): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    if (!(await articleRow(tx, articleId))) return noSuchArticle();
    const [row] = await tx.select().from(schedules).where(eq(schedules.articleId, articleId));
    if (!row) return ok(null);
    await tx.delete(schedules).where(eq(schedules.articleId, articleId));
    const content = { at: row.at, because: row.state === 'waiting' ? 'taken back' : 'put away' };
    await record(tx, actor, { type: 'edition.unscheduled', articleId, content });
    return ok(null);
  });
}
