import { call, sentencesOf } from '@/client/call';
import { type Act, type ActOutcome, type ClaimBrief, MOST_AT_ONCE } from '@/domain/contract/board';

/** What a person did to some claims, and what the desk answered for each; `trouble` where it did not answer at all. */
export type Acted = { outcomes: ActOutcome[]; trouble: string | null };

type Target = Pick<ClaimBrief, 'id'> & { updatedAt?: string };

/** Does the same to claims, as many at once as one request takes. */
export async function act(what: Act, claims: readonly Target[]): Promise<Acted> {
  const outcomes: ActOutcome[] = [];
  for (let from = 0; from < claims.length; from += MOST_AT_ONCE) {
    const some = claims.slice(from, from + MOST_AT_ONCE).map(({ id, updatedAt }) => ({ id, updatedAt }));
    const answer = await call('actOnClaims', { body: { act: what, claims: some }, key: crypto.randomUUID() });
    if (!answer.ok) {
      const trouble = answer.offline
        ? 'The server does not answer. What was not done yet is as it was; try again.'
        : sentencesOf(answer.problem).join(' ');
      return { outcomes, trouble };
    }
    outcomes.push(...answer.value.items);
  }
  return { outcomes, trouble: null };
}

/** Acts that take another back, each with the claims it is for: not all of them stood alike before. */
export function undoing(did: Act, outcomes: readonly ActOutcome[]): { act: Act; claims: Target[] }[] {
  const groups = new Map<string, { act: Act; claims: Target[] }>();
  for (const { id, done, was, claim } of outcomes) {
    const back = done && was ? inverse(did, was) : null;
    if (!back) continue;
    const group = groups.get(JSON.stringify(back)) ?? { act: back, claims: [] };
    group.claims.push({ id, updatedAt: claim?.updatedAt });
    groups.set(JSON.stringify(back), group);
  }
  return [...groups.values()];
}

function inverse(did: Act, was: NonNullable<ActOutcome['was']>): Act {
  switch (did.do) {
    case 'assign':
      return { do: 'assign', assignee: was.assignee };
    case 'set due':
      return { do: 'set due', dueAt: was.dueAt };
    case 'submit':
      return { do: 'take back' };
    case 'take back':
      return { do: 'submit' };
    case 'drop':
      return { do: 'restore' };
    case 'restore':
      return { do: 'drop', reason: was.dropReason ?? 'Restored by mistake.' };
  }
}

const counted = (many: number): string => (many === 1 ? 'One claim is' : `${many} claims are`);

/** What was done, for the notice that offers to undo it. */
export function doneInWords({ do: did, ...what }: Act, many: number, nameOf: (id: string) => string): string {
  const claims = counted(many);
  if (did === 'assign') {
    const assignee = 'assignee' in what ? what.assignee : null;
    return assignee ? `${claims} assigned to ${nameOf(assignee)}.` : `${claims} assigned to nobody.`;
  }
  if (did === 'set due') return 'dueAt' in what && what.dueAt ? `${claims} due then.` : `${claims} due at no time.`;
  const ends = { submit: 'submitted', 'take back': 'taken back', drop: 'dropped', restore: 'restored' } as const;
  return `${claims} ${ends[did]}.`;
}
