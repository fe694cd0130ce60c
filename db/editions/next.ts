import type { NextEdition } from '@/domain/contract/editions';
import {
  buildPayload,
  type Choices,
  creditOf,
  differences,
  type Material,
  type Plan,
  planEdition,
} from '@/domain/edition';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import type { Schedule } from '@/domain/schedule';
import { noSuchArticle } from '../articles/read';
import { database } from '../client';
import { scheduleOf } from '../schedules/rows';
import { blindTo } from '../second-verdicts/blind';
import { materialOf } from './material';

/** What publishing now would do; `version` is what its entity tag is of, so that a publisher can insist on just that. */
export type Next = { next: NextEdition; version: string };

const undrawn = '0'.repeat(32);

type Given = { material: Material; choices: Choices; plan: Plan; actor: Actor; scheduled: Schedule | null };

export function presentNext({ material, choices, plan, actor, scheduled }: Given): NextEdition {
  const payload = buildPayload(material, choices, plan, {
    publishedAt: new Date().toISOString(),
    publishedBy: creditOf(material, actor.id ?? ''),
    salt: () => undrawn,
  });
  return {
    number: plan.number,
    payload,
    tier: plan.tier,
    hold: material.hold,
    checklist: plan.checklist,
    goesOut: plan.goesOut.map(({ claimId, k, asLastApproved }) => ({ claimId, k, asLastApproved })),
    leftOut: plan.leftOut,
    approvedBefore: plan.approvedBefore,
    conclusion: {
      state: material.conclusion?.state ?? 'draft',
      fate: plan.conclusionFate,
      text: material.conclusion?.text ?? '',
    },
    scheduled,
    differences: material.previous?.payload ? differences(material.previous.payload, payload) : [],
  };
}

/** What publishing this article now would do, with these claims going out as last approved. */
export async function nextEdition(
  { actor }: Permit<'read'>,
  articleId: string,
  asLastApproved: readonly string[],
): Promise<Result<Next>> {
  const { read } = database();
  const made = await materialOf(read, articleId, await blindTo(read, actor));
  if (!made) return noSuchArticle();
  const choices = { note: null, tier: null, asLastApproved };
  const plan = planEdition(made.material, choices);
  const scheduled = await scheduleOf(database().read, articleId);
  const next = presentNext({ material: made.material, choices, plan, actor, scheduled });
  return ok({ next, version: plan.version });
}
