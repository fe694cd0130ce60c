import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { seesAllOf, sighted } from '@/domain/blind';
import { canonical, etagOf } from '@/domain/canonical';
import type { Edition, PublishRequest } from '@/domain/contract/editions';
import { contributorsOf } from '@/domain/contribution';
import {
  buildPayload,
  type Check,
  type Choices,
  creditOf,
  digestOfEdition,
  isBroken,
  type Plan,
  planEdition,
} from '@/domain/edition';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Problem, type Result, refuse, refuseAll } from '@/domain/result';
import { noSuchArticle } from '../articles/read';
import type { Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { type News, notify } from '../notifications/notify';
import { overtakeSchedule, scheduleOf } from '../schedules/rows';
import { articleAssignees, articles, claims, editions } from '../schema';
import { indexArticle } from '../search/write';
import { blindIn } from '../second-verdicts/blind';
import { endPublished } from '../second-verdicts/end';
import type { Expected } from '../version';
import { write } from '../write';
import { type Made, materialOf } from './material';
import { presentNext } from './next';
import { presentEdition } from './present';

export const choicesOf = ({ note, tier, asLastApproved }: PublishRequest): Choices => ({
  note: note?.trim() ? note.trim() : null,
  tier: tier ?? null,
  asLastApproved: asLastApproved ?? [],
});

const problemOf = ({ rule, message, claimId }: Check): Problem =>
  claimId === null ? { rule, message } : { rule, message, claimId };

/** Refuses with every rule of a checklist that is not met. */
export function unmet(checklist: Check[]): Result<true> {
  const broken = checklist.filter(isBroken);
  return broken.length > 0 ? refuseAll('rule', broken.map(problemOf)) : ok(true);
}

/** Where the caller names the preview they saw (`expected`), whether that is what publishing now would do. */
export async function isAsSeen(
  tx: Tx,
  actor: Actor,
  { row, material }: Made,
  choices: Choices,
  expected: Expected,
): Promise<Result<true>> {
  const plan = planEdition(material, choices);
  if (!expected || expected.includes(etagOf(plan.version))) return ok(true);
  const scheduled = await scheduleOf(tx, row.article.id);
  const current = presentNext({ material, choices, plan, actor, scheduled });
  const message = 'What would be published has changed since you looked. Look at the preview again, then publish.';
  const problems = [{ rule: 'stale', message }];
  return { ok: false, refusal: { kind: 'stale', current, version: plan.version, problems } };
}

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
    if (actor.id === null) return refuse('forbidden', 'nobody-publishes', 'Publish as a person of the desk.');
    const blindness = await blindIn(tx, actor, articleId);
    const sees = seesAllOf(blindness, blindness.keys());
    if (!sees.ok) return sees;
    const made = await materialOf(tx, articleId, sighted);
    if (!made) return noSuchArticle();
    const choices = choicesOf(request);
    const seen = await isAsSeen(tx, actor, made, choices, expected);
    if (!seen.ok) return seen;
    const plan = planEdition(made.material, choices);
    const broken = unmet(plan.checklist);
    if (!broken.ok) return broken;
    const by = { ...actor, id: actor.id };
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
