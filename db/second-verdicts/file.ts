import { and, eq } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import { contentOf } from '@/domain/content';
import type { FileSecondVerdict } from '@/domain/contract/second-verdicts';
import type { Permit } from '@/domain/permission';
import { ok, type Problem, type Result, refuse, refuseAll } from '@/domain/result';
import { verdictOf } from '@/domain/scale';
import { digestOfQuestion } from '@/domain/second-verdict';
import { presentScale } from '../articles/scale';
import { contributorsOfRows, presentClaim } from '../claims/present';
import type { ClaimRows, SecondRow } from '../claims/rows';
import type { Tx } from '../client';
import { notify } from '../notifications/notify';
import { scales } from '../schema';
import { type Expected, isCurrent } from '../version';
import { changeSecond, storeSecond } from './change';
import { filedNews } from './news';

/**
 * Files the second verdict of the person who was asked, for good: from then on they see the whole claim, and both stand
 * side by side, the first as it is at this moment.
 */
export function fileSecondVerdict(
  permit: Permit<'annotate'>,
  claimId: string,
  expected: Expected,
  given: FileSecondVerdict,
): Promise<Result<Claim>> {
  return changeSecond(permit, claimId, async (tx, rows, actor, now) => {
    const { second } = rows;
    if (second?.reviewer !== actor.id)
      return refuse('forbidden', 'not-asked', 'Somebody else, or nobody, is asked for a second verdict on this claim.');
    const current = isCurrent(expected, presentClaim(rows, actor), 'claim');
    if (!current.ok) return current;
    if (second.filedAt) return refuse('rule', 'already-filed', 'You have filed your verdict on this claim.');
    if (rows.claim.droppedAt !== null)
      return refuse('rule', 'dropped', 'This claim is dropped, so no verdict on it is wanted any more.');
    const sound = soundVerdict(given, rows, await scaleOf(tx, rows));
    if (!sound.ok) return sound;
    const row = await storeSecond(tx, filedRow(second, rows, given, now));
    await notify(tx, actor, await filedNews(tx, { ...rows, second: row }));
    const agrees = row.verdict === row.firstVerdict;
    const content = { verdict: given.verdict, rationale: given.rationale, agrees };
    return ok({ row, type: 'second-verdict.filed', subject: row.id, content });
  });
}

async function scaleOf(tx: Tx, { scale }: ClaimRows) {
  const [row] = await tx
    .select()
    .from(scales)
    .where(and(eq(scales.id, scale.id), eq(scales.version, scale.version)));
  if (!row) throw new Error(`Scale ${scale.id} ${scale.version} is gone`);
  return presentScale(row);
}

/** What a first verdict needs to be submitted, a second needs to be filed. */
function soundVerdict(
  { verdict, evidence = [], sources = [] }: FileSecondVerdict,
  rows: ClaimRows,
  scale: ReturnType<typeof presentScale>,
): Result<true> {
  const value = verdictOf(scale, verdict);
  const known = new Set(rows.evidence.map(({ item }) => item.number));
  const unknown = evidence.find((number) => !known.has(number));
  const wrong: Problem[] = [];
  const miss = (rule: string, pointer: string, message: string) => wrong.push({ rule, pointer, message });
  if (!value) miss('unknown-verdict', '/verdict', 'This article’s scale has no such verdict.');
  if (unknown !== undefined) miss('unknown-evidence', '/evidence', `The claim has no evidence ${unknown}.`);
  if (value?.needsEvidence && evidence.length + sources.length === 0)
    miss('needs-evidence', '/evidence', `Say which source “${value.label}” rests on, or add one of your own.`);
  return wrong.length > 0 ? refuseAll('rule', wrong) : ok(true);
}

const filedRow = (second: SecondRow, rows: ClaimRows, given: FileSecondVerdict, now: string): SecondRow => ({
  ...second,
  filedAt: now,
  scaleId: rows.scale.id,
  scaleVersion: rows.scale.version,
  verdict: given.verdict,
  rationale: given.rationale,
  evidence: [...new Set(given.evidence ?? [])].sort((a, b) => a - b),
  sources: (given.sources ?? []).map(({ title, url, quote }) => ({ title, url: url ?? null, quote: quote ?? null })),
  firstVerdict: rows.claim.verdict,
  first: {
    verdict: rows.claim.verdict,
    rationale: rows.claim.rationale,
    evidence: rows.evidence.map(({ item }) => ({ number: item.number, stance: item.stance })),
    by: contributorsOfRows(rows),
  },
  question: digestOfQuestion(contentOf({ ...rows.claim, evidence: [] }, rows.scale)),
});
