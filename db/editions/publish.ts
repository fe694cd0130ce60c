import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { canonical } from '@/domain/canonical';
import type { Edition, PublishRequest } from '@/domain/contract/editions';
import { contributorsOf } from '@/domain/contribution';
import { buildPayload, type Choices, creditOf, digestOfEdition, type Plan, planEdition } from '@/domain/edition';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import type { Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { type News, notify } from '../notifications/notify';
import { overtakeSchedule } from '../schedules/rows';
import { articleAssignees, articles, claims, editions } from '../schema';
import { indexArticle } from '../search/write';
import { endPublished } from '../second-verdicts/end';
import type { Expected } from '../version';
import { write } from '../write';
import { consentTo, unmet } from './consent';
import type { Made } from './material';
import { presentEdition } from './present';

/**
 * Publishes an edition of what is approved now: one frozen row, with the numbers of the claims it makes public. Refuses
 * with every rule that is not met, and, where the caller names the preview they saw (`expected`), if that has changed.
 */
export function publishEdition(
  permit: Permit<'publish'>,
  articleId: string,
  request: PublishRequest,
  expected: Expected,
): Promise<Result<Edition>> {
  return write(permit, async (tx, actor) => {
    const consent = await consentTo(tx, actor, articleId, request, expected);
    if (!consent.ok) return consent;
    const { by, made, choices } = consent.value;
    const plan = planEdition(made.material, choices);
    const broken = unmet(plan.checklist);
    if (!broken.ok) return broken;
    await overtakeSchedule(tx, by, articleId, new Date().toISOString());
    return ok(await freeze(tx, by, made, choices, plan, null));
  });
}

/** Writes the edition that was planned and checked. `scheduledFor`: the hour it was to come out at, null by hand. */
export async function freeze(
  tx: Tx,
  actor: Actor & { id: string },
  { row: { article }, revisionId, material }: Made,
  choices: Choices,
  plan: Plan,
  scheduledFor: string | null,
): Promise<Edition> {
  const now = new Date().toISOString();
  const payload = buildPayload(material, choices, plan, {
    publishedAt: now,
    publishedBy: creditOf(material, actor.id),
    salt: () => randomBytes(16).toString('hex'),
  });
  const edition = {
    id: newId(),
    articleId: article.id,
    slug: article.slug,
    number: plan.number,
    revisionId,
    payload: canonical(payload),
    digest: digestOfEdition(payload),
    previousDigest: payload.frame.edition.previousDigest,
    note: choices.note,
    tier: plan.tier,
    erasure: null,
    publishedBy: actor.id,
    publishedAt: now,
  };
  await tx.insert(editions).values(edition);
  for (const { claimId, k } of plan.goesOut) await tx.update(claims).set({ k }).where(eq(claims.id, claimId));
  await endPublished(
    tx,
    actor,
    plan.goesOut.map(({ claimId }) => claimId),
    now,
  );
  await tx.update(articles).set({ state: 'published', updatedAt: now }).where(eq(articles.id, article.id));
  await indexArticle(tx, article.id);
  const hour = scheduledFor === null ? {} : { scheduledFor };
  const content = { number: edition.number, digest: edition.digest, tier: edition.tier, ...hour };
  await record(tx, actor, { type: 'edition.published', articleId: article.id, subject: edition.id, content }, now);
  await notify(tx, actor, await publishedNews(tx, article, edition.number));
  const { number } = material.article.revision;
  return presentEdition({ ...edition, revision: number, withdrawal: null, erased: null }, number);
}

/** Told to who brought the article in, who sees it through, and who worked on any of its claims. */
async function publishedNews(
  tx: Tx,
  { id: articleId, createdBy }: Made['row']['article'],
  number: number,
): Promise<News[]> {
  const { createdBy: by, contributions } = claims;
  const worked = await tx.select({ by, contributions }).from(claims).where(eq(claims.articleId, articleId));
  const seeing = await tx
    .select({ person: articleAssignees.personId })
    .from(articleAssignees)
    .where(eq(articleAssignees.articleId, articleId));
  const people = [
    createdBy,
    ...seeing.map(({ person }) => person),
    ...worked.flatMap((claim) => contributorsOf(claim.by, claim.contributions)),
  ];
  return [...new Set(people)].map((person) => ({ person, kind: 'published', articleId, number }));
}
