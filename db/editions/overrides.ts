import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { conclusionKey } from '@/domain/conclusion';
import type { ConfirmRequest, Override } from '@/domain/contract/overrides';
import { claimsOf, type EditionConclusion, type Payload } from '@/domain/edition';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { readArticle } from '../articles/read';
import type { Reading } from '../claims/rows';
import { database } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { readDeskRow } from '../people/desk';
import { claims, conclusionDecisions, confirmations, decisions, editions, people, withdrawals } from '../schema';
import { write } from '../write';

/** A claim of an edition, or its conclusion, that was approved without a second person; `approvedAt` names the approval. */
type Overridden = { edition: number; claim: Override['claim']; statement: string; reason: string; approvedAt: string };

/** Every claim that editions show with an override, each approval once, as of the newest edition that has it. */
async function overriddenIn(db: Reading, articleId: string): Promise<Overridden[]> {
  const rows = await db
    .select({
      edition: editions.number,
      conclusion: sql<string | null>`json_extract(${editions.payload}, '$.frame.conclusion')`,
      claims: sql<string>`(select json_group_array(json_object(
          'claim', value -> '$.claim.k', 'statement', value ->> '$.claim.content.statement',
          'reason', value ->> '$.claim.override.reason', 'approvedAt', value ->> '$.claim.approvedAt'))
        from json_each(${editions.payload}, '$.claims')
        where value ->> '$.claim.override.reason' is not null and not exists (
          select 1 from withdrawals w where w.slug = editions.slug and w.k = value ->> '$.claim.k'))`,
    })
    .from(editions)
    .leftJoin(withdrawals, and(eq(withdrawals.slug, editions.slug), eq(withdrawals.number, editions.number)))
    .where(and(eq(editions.articleId, articleId), sql`${withdrawals.id} is null`))
    .orderBy(asc(editions.number));
  const newest = new Map<string, Overridden>();
  for (const { edition, claims: all, conclusion } of rows) {
    const overridden = JSON.parse(all) as Omit<Overridden, 'edition'>[];
    for (const each of [...overridden, ...overriddenConclusion(conclusion)])
      newest.set(approvalKey(each.claim, each.approvedAt), { edition, ...each });
  }
  return [...newest.values()];
}

function overriddenConclusion(stored: string | null): Omit<Overridden, 'edition'>[] {
  const conclusion = stored === null ? null : (JSON.parse(stored) as EditionConclusion);
  if (!conclusion?.override) return [];
  const { text, approvedAt, override } = conclusion;
  return [{ claim: conclusionKey, statement: text, reason: override.reason, approvedAt }];
}

const approvalKey = (claim: Override['claim'], approvedAt: string): string => `${claim} ${approvedAt}`;

/** The row of a confirmation numbers claims from 1: 0 is the conclusion. */
const CONCLUSION = 0;
const numberOf = (claim: Override['claim']): number => (claim === conclusionKey ? CONCLUSION : claim);
const claimOf = (k: number): Override['claim'] => (k === CONCLUSION ? conclusionKey : k);

/** An override with the claim it is of; null for the conclusion. */
type Found = Override & { claimId: string | null };

const presentOverride = ({ claimId: _, ...override }: Found): Override => override;

async function overridesOf(db: Reading, articleId: string): Promise<Found[]> {
  const overridden = await overriddenIn(db, articleId);
  if (overridden.length === 0) return [];
  const approvals = await db
    .select({
      claimId: claims.id,
      k: claims.k,
      approvedAt: decisions.decidedAt,
      approvedBy: decisions.decidedBy,
      contributors: decisions.contributors,
    })
    .from(decisions)
    .innerJoin(claims, eq(claims.id, decisions.claimId))
    .where(
      and(
        eq(claims.articleId, articleId),
        inArray(
          decisions.decidedAt,
          overridden.map(({ approvedAt }) => approvedAt),
        ),
      ),
    );
  const concluded = await db
    .select()
    .from(conclusionDecisions)
    .where(and(eq(conclusionDecisions.articleId, articleId), eq(conclusionDecisions.outcome, 'approve')));
  type Approved = { claimId: string | null; approvedBy: string; contributors: string[] };
  const approvalOf = new Map<string, Approved>([
    ...approvals.map((row) => [approvalKey(row.k ?? -1, row.approvedAt), row] as const),
    ...concluded.map(
      ({ decidedAt, decidedBy, contributors }) =>
        [approvalKey(conclusionKey, decidedAt), { claimId: null, approvedBy: decidedBy, contributors }] as const,
    ),
  ]);
  const confirmed = await db.select().from(confirmations).where(eq(confirmations.articleId, articleId));
  const confirmedOf = new Map(confirmed.map((row) => [approvalKey(claimOf(row.k), row.approvedAt), row]));
  return overridden.flatMap((each) => {
    const key = approvalKey(each.claim, each.approvedAt);
    const approval = approvalOf.get(key);
    if (!approval) return [];
    const { claimId, approvedBy, contributors } = approval;
    const made = confirmedOf.get(key);
    const confirmation = made ? { by: made.credit, at: made.confirmedAt } : null;
    return [{ ...each, claimId, approvedBy, contributors, confirmation }];
  });
}

/** Published claims of an article that were approved without a second person. */
export async function listOverrides(permit: Permit<'read'>, articleId: string): Promise<Result<Override[]>> {
  const article = await readArticle(permit, articleId);
  return article.ok ? ok((await overridesOf(database().read, articleId)).map(presentOverride)) : article;
}

/**
 * Confirms, in retrospect and as a second person, a published claim that was approved without one (product.md, rule 3).
 * Once, for good, by an editor who neither approved it nor had a part in it; the record of the article's editions says so.
 */
export function confirmOverride(
  permit: Permit<'decide'>,
  articleId: string,
  { edition, claim }: ConfirmRequest,
): Promise<Result<Override>> {
  return write(permit, async (tx, actor) => {
    if (actor.id === null) return refuse('forbidden', 'nobody-confirms', 'Confirm it as a person of the desk.');
    const [published] = await tx
      .select({ slug: editions.slug, payload: editions.payload })
      .from(editions)
      .where(and(eq(editions.articleId, articleId), eq(editions.number, edition)));
    if (!published) return refuse('rule', 'no-such-edition', 'There is no such edition.');
    const approvedAt = approvedAtOf(JSON.parse(published.payload) as Payload, claim);
    const override = (await overridesOf(tx, articleId)).find(
      (each) => each.claim === claim && each.approvedAt === approvedAt,
    );
    if (!override) {
      const what = claim === conclusionKey ? 'The conclusion' : `Claim ${claim}`;
      const why = `${what} of edition ${edition} is not shown as approved without a second person, so there is nothing to confirm.`;
      return refuse('rule', 'nothing-to-confirm', why);
    }
    if (override.confirmation) return refuse('rule', 'confirmed-before', 'It was confirmed before.');
    if (override.approvedBy === actor.id || override.contributors.includes(actor.id)) {
      return refuse('rule', 'two-people', 'You had a part in it, so another editor confirms it.');
    }
    const [person] = await tx.select({ credit: people.credit }).from(people).where(eq(people.id, actor.id));
    const by = person?.credit ?? (await readDeskRow(tx)).name;
    const at = new Date().toISOString();
    const id = newId();
    await tx.insert(confirmations).values({
      id,
      articleId,
      slug: published.slug,
      k: numberOf(claim),
      approvedAt: override.approvedAt,
      credit: by,
      confirmedBy: actor.id,
      confirmedAt: at,
    });
    const content = { edition, k: numberOf(claim), approvedAt: override.approvedAt };
    const { claimId } = override;
    await record(tx, actor, { type: 'override.confirmed', articleId, claimId, subject: id, content }, at);
    return ok(presentOverride({ ...override, confirmation: { by, at } }));
  });
}

const approvedAtOf = (payload: Payload, claim: Override['claim']): string | undefined =>
  claim === conclusionKey
    ? payload.frame.conclusion?.approvedAt
    : claimsOf(payload).find(({ k }) => k === claim)?.approvedAt;
