import type { Claim } from '@/domain/claim';
import type { DecisionRequest } from '@/domain/contract/claims';
import type { Scale } from '@/domain/scale';
import { createStore, type Store } from '../ui/store';
import type { Numbered } from './claim-order';

export type Return = Pick<DecisionRequest, 'note' | 'suggestion'>;
export type ReturnQuestion = {
  claim: Claim;
  number: number /** under which it is kept until it is given */;
  name: string;
};
export type MergeQuestion = { one: Numbered; others: readonly Numbered[]; scale: Scale };

/** A question that is open, and what takes its answer; null when the person thinks better of it. */
export type Asked<Q, A> = { question: Q; answer: (given: A | null) => void };

/** Asks a question that its dialog answers (`question-hosts`); one that is still open is answered with null. */
const asking =
  <Q, A>(asked: Store<Asked<Q, A> | null>) =>
  (question: Q): Promise<A | null> =>
    new Promise((resolve) => {
      asked.get()?.answer(null);
      asked.set({ question, answer: resolve });
    });

export const returning = createStore<Asked<ReturnQuestion, Return> | null>(null);
export const merging = createStore<Asked<MergeQuestion, Numbered> | null>(null);

/** Asks why a claim is returned, and for other words if the editor has some; null when they think better of it. */
export const askReturn = asking(returning);
/** Asks which claim takes the evidence of a duplicate; null when the person thinks better of it. */
export const askMerge = asking(merging);
