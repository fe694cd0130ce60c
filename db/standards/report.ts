import { and, desc, eq, exists, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import type { StandardsEffect, StandardsReport } from '@/domain/contract/standards';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { verdictOf } from '@/domain/scale';
import { type Finding, type Levels, presets, type ReportLine, tallyOf } from '@/domain/standards';
import { listClaims, readClaims } from '../claims/read';
import { groupBy } from '../claims/rows';
import { database } from '../client';
import { claims, decisions } from '../schema';
import { blindTo, isSeen } from '../second-verdicts/blind';
import { type ArticleGround, findingsOf, groundOfArticle } from './ground';

/** The most claims that one report or measurement is of. */
const MOST = 1000;

const lineOf = (claim: Claim, { title, scale }: ArticleGround, findings: Finding[]): ReportLine => ({
  articleId: claim.articleId,
  articleTitle: title,
  claimId: claim.id,
  k: claim.k,
  statement: claim.statement,
  state: claim.state,
  verdict: verdictOf(scale, claim.verdict)?.label ?? null,
  approvedAt: claim.state === 'approved' ? (claim.decision?.decidedAt ?? null) : null,
  findings,
});

/** These claims against the standards, in their order; `levels` in place of the desk's own. */
async function linesOf(all: readonly Claim[], levels?: Levels): Promise<ReportLine[]> {
  const { read } = database();
  const lines = new Map<string, ReportLine>();
  for (const [articleId, some] of groupBy([...all], (claim) => claim.articleId)) {
    const ground = await groundOfArticle(read, articleId, levels);
    const findings = await findingsOf(read, ground, some);
    for (const [index, claim] of some.entries()) lines.set(claim.id, lineOf(claim, ground, findings[index]!));
  }
  return all.map(({ id }) => lines.get(id)!);
}

const reportOf = (items: ReportLine[], more: boolean): StandardsReport => ({
  items,
  tally: tallyOf(items.map(({ findings }) => findings)),
  more,
});

/**
 * Each claim of an article that is not dropped against each check of the desk, in the order in which they were made; not
 * those to which whoever asks is blind, since what holds of them tells of their verdicts.
 */
export async function articleReport(permit: Permit<'read'>, articleId: string): Promise<Result<StandardsReport>> {
  const all = await listClaims(permit, articleId);
  if (!all.ok) return all;
  const standing = all.value.filter(({ state, secondVerdict }) => state !== 'dropped' && !secondVerdict?.blind);
  return ok(reportOf(await linesOf(standing), false));
}

/** Days as YYYY-MM-DD, in UTC, both included; null leaves a side open. */
export type Period = { from: string | null; to: string | null };

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();

/** The claims that stand approved, by an approval of the period, the latest changed first. */
async function approvedIn(permit: Permit<'read'>, { from, to }: Period): Promise<{ found: Claim[]; more: boolean }> {
  const { read } = database();
  const approval = read
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(
        eq(decisions.claimId, claims.id),
        eq(decisions.outcome, 'approve'),
        eq(decisions.digest, claims.digest),
        from ? gte(decisions.decidedAt, from) : undefined,
        to ? lt(decisions.decidedAt, dayAfter(to)) : undefined,
      ),
    );
  const rows = await read
    .select({ id: claims.id })
    .from(claims)
    .where(and(isNull(claims.droppedAt), exists(approval), isSeen(claims.id, await blindTo(read, permit.actor))))
    .orderBy(desc(claims.updatedAt), sql`${claims.id} desc`)
    .limit(MOST + 1);
  const order = new Map(rows.slice(0, MOST).map(({ id }, index) => [id, index]));
  const found = (await readClaims(permit, [...order.keys()]))
    .filter(({ state }) => state === 'approved')
    .sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  return { found, more: rows.length > MOST };
}

/** Each claim that stands approved since the period against each check of the desk, the latest first. */
export async function deskReport(permit: Permit<'read'>, period: Period): Promise<StandardsReport> {
  const { found, more } = await approvedIn(permit, period);
  return reportOf(await linesOf(found), more);
}

const everything: Levels = presets.find(({ id }) => id === 'warnings')!.levels;

/** How the approved claims stand to every check, whatever its level now. */
export async function standardsEffect(permit: Permit<'read'>): Promise<StandardsEffect> {
  const { found, more } = await approvedIn(permit, { from: null, to: null });
  const lines = await linesOf(found, everything);
  return { looked: found.length, more, tally: tallyOf(lines.map(({ findings }) => findings)) };
}
