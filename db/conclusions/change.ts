import type { ActivityType } from '@/domain/activity';
import { seesAllOf } from '@/domain/blind';
import { type Conclusion, digestOfConclusion, missingFromConclusion } from '@/domain/conclusion';
import { recordEdit } from '@/domain/contribution';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuseAll } from '@/domain/result';
import { allows, type ClaimEvent, latestApprovalOf } from '@/domain/workflow';
import { noSuchArticle } from '../articles/read';
import { articleRow } from '../articles/rows';
import { database, type Tx } from '../client';
import { record } from '../log';
import { conclusions } from '../schema';
import { blindIn } from '../second-verdicts/blind';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { type ConclusionRows, conclusionRows, noConclusion, presentConclusion, stateOfConclusion } from './rows';

/** The conclusion of an article; for who is blind to one of its claims, as if nobody had written any. */
export async function readConclusion({ actor }: Permit<'read'>, articleId: string): Promise<Result<Conclusion>> {
  const { read } = database();
  if (!(await articleRow(read, articleId))) return noSuchArticle();
  const isBlind = (await blindIn(read, actor, articleId)).size > 0;
  return ok(presentConclusion(isBlind ? noConclusion(articleId) : await conclusionRows(read, articleId)));
}

/** Refuses who is blind to a claim of the article: a conclusion sums verdicts up. */
export async function seesConclusion(tx: Tx, actor: Actor, articleId: string): Promise<Result<true>> {
  const blindness = await blindIn(tx, actor, articleId);
  return seesAllOf(blindness, blindness.keys());
}

/** What a change made of the rows, and what the log says of it. */
type Change = { rows: ConclusionRows; type: ActivityType; content?: Record<string, unknown> };
type Work = (rows: ConclusionRows, actor: Actor, now: string) => Result<Change | null>;

/** Runs one change of a conclusion, as `changeClaim` does one of a claim. A change that is null changed nothing. */
function changeConclusion(
  permit: Permit,
  articleId: string,
  expected: Expected,
  event: ClaimEvent,
  work: Work,
): Promise<Result<Conclusion>> {
  return write(permit, async (tx, actor) => {
    if (!(await articleRow(tx, articleId))) return noSuchArticle();
    const sees = await seesConclusion(tx, actor, articleId);
    if (!sees.ok) return sees;
    const before = await conclusionRows(tx, articleId);
    const current = isCurrent(expected, presentConclusion(before), 'conclusion');
    if (!current.ok) return current;
    const allowed = allows(stateOfConclusion(before), event, 'conclusion');
    if (!allowed.ok) return allowed;
    const now = new Date().toISOString();
    const change = work(before, actor, now);
    if (!change.ok) return change;
    if (!change.value) return ok(presentConclusion(before));
    return ok(presentConclusion(await keepConclusion(tx, actor, change.value, now)));
  });
}

/** Stores a conclusion whose rows a change has altered: digest, contribution, submission, time and activity. */
export async function keepConclusion(
  tx: Tx,
  actor: Actor,
  { rows, type, content, subject }: Change & { subject?: string },
  now: string,
): Promise<ConclusionRows> {
  const before = rows.conclusion.digest;
  const digest = digestOfConclusion(rows.conclusion.body);
  const restored = latestApprovalOf(rows.decisions)?.digest === digest;
  const conclusion = {
    ...rows.conclusion,
    digest,
    contributions: recordEdit(rows.conclusion.contributions, { person: actor.id ?? '', before, after: digest }),
    ...(restored ? { submittedAt: null, submittedBy: null, decisionsBehind: rows.decisions.length } : {}),
    updatedAt: now,
  };
  const { articleId, ...columns } = conclusion;
  await tx.insert(conclusions).values(conclusion).onConflictDoUpdate({ target: conclusions.articleId, set: columns });
  await record(tx, actor, { type, articleId, subject, content: { ...content, digest } }, now);
  return { ...rows, conclusion };
}

/** Writes the conclusion. Words that say the same leave no trace. */
export const editConclusion = (permit: Permit<'annotate'>, articleId: string, expected: Expected, text: string) =>
  changeConclusion(permit, articleId, expected, 'edit', (rows) => {
    const { body } = rows.conclusion;
    if (text === body) return ok(null);
    const conclusion = { ...rows.conclusion, body: text };
    return ok({
      rows: { ...rows, conclusion },
      type: 'conclusion.changed',
      content: { changes: { text: [body, text] } },
    });
  });

/** Hands the conclusion to the editors. */
export const submitConclusion = (permit: Permit<'annotate'>, articleId: string, expected: Expected) =>
  changeConclusion(permit, articleId, expected, 'submit', (rows, actor, now) => {
    const missing = missingFromConclusion(rows.conclusion.body);
    if (missing.length > 0) return refuseAll('rule', missing);
    const conclusion = { ...rows.conclusion, submittedAt: now, submittedBy: actor.id };
    return ok({ rows: { ...rows, conclusion }, type: 'conclusion.submitted' });
  });

/** Takes the submission back; the conclusion stands where it stood before. */
export const takeBackConclusion = (permit: Permit<'annotate'>, articleId: string, expected: Expected) =>
  changeConclusion(permit, articleId, expected, 'take back', (rows) => {
    const conclusion = { ...rows.conclusion, submittedAt: null, submittedBy: null };
    return ok({ rows: { ...rows, conclusion }, type: 'conclusion.taken-back' });
  });
