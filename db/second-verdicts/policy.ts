import { eq } from 'drizzle-orm';
import { seesAllOf } from '@/domain/blind';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { drawingOf, noPolicy, type SecondVerdictPolicy } from '@/domain/second-verdict';
import { noSuchArticle } from '../articles/read';
import { articleRow } from '../articles/rows';
import type { ClaimRows, Reading } from '../claims/rows';
import { database, type Tx } from '../client';
import { record } from '../log';
import { secondVerdictPolicies, secondVerdicts } from '../schema';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { blindIn } from './blind';
import { askedRow, storeSecond } from './change';
import { policyRow } from './policy-row';
import { isSplit } from './split';

const presentPolicy = (row: Awaited<ReturnType<typeof policyRow>>): SecondVerdictPolicy =>
  row ? { share: row.share, verdicts: row.verdicts, blocking: row.blocking } : noPolicy;

/** Of an article, for who decides on its claims: a policy by verdict would tell others what a first verdict is. */
async function mayKnowPolicy(db: Reading, { actor }: Permit<'decide'>, articleId: string): Promise<Result<true>> {
  const blindness = await blindIn(db, actor, articleId);
  return seesAllOf(blindness, blindness.keys());
}

export async function readPolicy(permit: Permit<'decide'>, articleId: string): Promise<Result<SecondVerdictPolicy>> {
  const { read } = database();
  if (!(await articleRow(read, articleId))) return noSuchArticle();
  const may = await mayKnowPolicy(read, permit, articleId);
  return may.ok ? ok(presentPolicy(await policyRow(read, articleId))) : may;
}

/** Sets for which claims of an article a second verdict is asked when they are submitted from now on. */
export function setPolicy(
  permit: Permit<'decide'>,
  articleId: string,
  expected: Expected,
  policy: SecondVerdictPolicy,
): Promise<Result<SecondVerdictPolicy>> {
  return write(permit, async (tx, actor) => {
    const article = await articleRow(tx, articleId);
    if (!article) return noSuchArticle();
    const may = await mayKnowPolicy(tx, permit, articleId);
    if (!may.ok) return may;
    const before = presentPolicy(await policyRow(tx, articleId));
    const current = isCurrent(expected, before, 'policy');
    if (!current.ok) return current;
    const keys = article.scale.verdicts.map(({ key }) => key);
    const unknown = policy.verdicts.find((verdict) => !keys.includes(verdict));
    if (unknown !== undefined)
      return refuse('rule', 'unknown-verdict', `This article's scale has no verdict “${unknown}”.`, {
        pointer: '/verdicts',
      });
    const verdicts = keys.filter((key) => policy.verdicts.includes(key));
    const set = { ...policy, verdicts, setBy: actor.id ?? '', setAt: new Date().toISOString() };
    await tx
      .insert(secondVerdictPolicies)
      .values({ articleId, ...set })
      .onConflictDoUpdate({ target: secondVerdictPolicies.articleId, set });
    const told = ({ share, blocking }: SecondVerdictPolicy) => ({ share, blocking }); // anybody reads the log: not of which verdicts
    const content = { was: told(before), is: told(policy) };
    await record(tx, actor, { type: 'article.second-verdict-policy-set', articleId, content }, set.setAt);
    return ok({ ...policy, verdicts });
  });
}

/**
 * Asks for a second verdict on a claim that is being submitted, if the article's policy draws it; the claim's rows with
 * it. One that was asked for before, even if it was withdrawn, is not drawn again, nor is one that was split.
 */
export async function drawSecond(tx: Tx, actor: Actor, rows: ClaimRows, now: string): Promise<ClaimRows> {
  const policy = await policyRow(tx, rows.claim.articleId);
  const drawn = policy && rows.claim.k === null ? drawingOf(policy, rows.claim) : null;
  if (drawn === null || (await wasAsked(tx, rows.claim.id)) || (await isSplit(tx, rows.claim))) return rows;
  const { id: claimId, articleId } = rows.claim;
  const second = await storeSecond(tx, askedRow({ claimId, drawn, askedBy: null, askedAt: now, reviewer: null }));
  const content = { drawn, share: policy?.share ?? 0 };
  await record(tx, actor, { type: 'second-verdict.drawn', articleId, claimId, subject: second.id, content }, now);
  return { ...rows, second };
}

async function wasAsked(tx: Tx, claimId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: secondVerdicts.id })
    .from(secondVerdicts)
    .where(eq(secondVerdicts.claimId, claimId));
  return row !== undefined;
}
