import type { Claim } from '@/domain/claim';
import type { DecisionRequest } from '@/domain/contract/claims';
import { type Suggestion, suggestedFields, type Wording } from '@/domain/suggestion';
import type { Write } from '../outbox/change';
import type { Bench } from './bench';

/** The suggestion that a decision will have made. */
export function suggestedBy(claim: Claim, { suggestion }: DecisionRequest): Suggestion | null {
  if (!suggestion) return null;
  const words = (field: keyof Wording) => {
    const is = suggestion[field];
    return is === undefined || is === claim[field] ? null : { was: claim[field], is };
  };
  return { statement: words('statement'), rationale: words('rationale'), settled: null };
}

type Settling = Extract<Write, { do: 'settle suggestion' | 'reopen suggestion' }>;

/** The claim once a person has accepted or declined suggested words, or has taken that back. */
export function suggestionSettled(claim: Claim, write: Settling, at: string, { me }: Bench): Claim {
  const { decision } = claim;
  if (!decision?.suggestion) return claim;
  const { suggestion } = decision;
  const settled = (now: Suggestion['settled']) => ({ ...decision, suggestion: { ...suggestion, settled: now } });
  if (write.do === 'reopen suggestion') return { ...claim, ...write.as, decision: settled(null) };
  const accepted = suggestedFields.filter((field) => write.accept.includes(field) && suggestion[field] !== null);
  const words = Object.fromEntries(accepted.map((field) => [field, suggestion[field]!.is]));
  return { ...claim, ...words, decision: settled({ accepted, by: me.id, at }) };
}

/** The words that accepting a suggestion replaces, to take that back with. */
export const wordsReplaced = (claim: Claim, accept: readonly (keyof Wording)[]): Partial<Wording> =>
  Object.fromEntries(accept.map((field) => [field, claim[field]]));
