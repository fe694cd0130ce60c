import { seesAllOf, sighted } from '@/domain/blind';
import { etagOf } from '@/domain/canonical';
import type { PublishRequest } from '@/domain/contract/editions';
import { type Check, type Choices, isBroken, planEdition } from '@/domain/edition';
import type { Actor } from '@/domain/permission';
import { ok, type Problem, type Result, refuse, refuseAll } from '@/domain/result';
import { noSuchArticle } from '../articles/read';
import type { Tx } from '../client';
import { scheduleOf } from '../schedules/rows';
import { blindIn } from '../second-verdicts/blind';
import type { Expected } from '../version';
import { type Made, materialOf } from './material';
import { presentNext } from './next';

/** Who has an edition published, of what, and what they chose for it. */
export type Consent = { by: Actor & { id: string }; made: Made; choices: Choices };

/**
 * What a person of the desk consents to when they publish now or at an hour. Refused to the command line, to whoever may
 * not see all of the article yet, and where what would be published is no longer what they saw (`expected`).
 */
export async function consentTo(
  tx: Tx,
  actor: Actor,
  articleId: string,
  request: PublishRequest,
  expected: Expected,
): Promise<Result<Consent>> {
  if (actor.id === null) return refuse('forbidden', 'nobody-publishes', 'Publish as a person of the desk.');
  const blindness = await blindIn(tx, actor, articleId);
  const sees = seesAllOf(blindness, blindness.keys());
  if (!sees.ok) return sees;
  const made = await materialOf(tx, articleId, sighted);
  if (!made) return noSuchArticle();
  const choices = choicesOf(request);
  const seen = await isAsSeen(tx, actor, made, choices, expected);
  return seen.ok ? ok({ by: { ...actor, id: actor.id }, made, choices }) : seen;
}

const choicesOf = ({ note, tier, asLastApproved }: PublishRequest): Choices => ({
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
async function isAsSeen(
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
