'use client';
import { type ComponentType, Suspense } from 'react';
import type { Claim } from '@/domain/claim';
import type { DecisionRequest } from '@/domain/contract/claims';
import type { Scale } from '@/domain/scale';
import { createStore, type Store, useStore } from '../ui/store';
import type { Numbered } from './claim-order';
import { MergeDialog, ReturnDialog } from './parts';

export type Return = Pick<DecisionRequest, 'note' | 'suggestion'>;
export type ReturnQuestion = {
  claim: Claim;
  number: number /** under which it is kept until it is given */;
  name: string;
};
export type MergeQuestion = { one: Numbered; others: readonly Numbered[]; scale: Scale };

type Asked<Q, A> = { question: Q; answer: (given: A | null) => void };

/** Asks a question that its dialog answers; a question that is still open is answered with null. */
const asking =
  <Q, A>(asked: Store<Asked<Q, A> | null>) =>
  (question: Q): Promise<A | null> =>
    new Promise((resolve) => {
      asked.get()?.answer(null);
      asked.set({ question, answer: resolve });
    });

type DialogProps<Q, A> = { question: Q; close: (given: A | null) => void };

function Host<Q, A>({ asked, Dialog }: { asked: Store<Asked<Q, A> | null>; Dialog: ComponentType<DialogProps<Q, A>> }) {
  const now = useStore(asked, null);
  const close = (given: A | null) => {
    asked.set(null);
    now?.answer(given);
  };
  return <Suspense>{now && <Dialog question={now.question} close={close} />}</Suspense>;
}

const returning = createStore<Asked<ReturnQuestion, Return> | null>(null);
const merging = createStore<Asked<MergeQuestion, Numbered> | null>(null);

/** Asks why a claim is returned, and for other words if the editor has some; null when they think better of it. */
export const askReturn = asking(returning);
/** Asks which claim takes the evidence of a duplicate; null when the person thinks better of it. */
export const askMerge = asking(merging);

/** Where `askReturn` is shown; each page that returns claims has one. */
export const ReturnHost = () => <Host asked={returning} Dialog={ReturnDialog} />;
/** Where `askMerge` is shown. */
export const MergeHost = () => <Host asked={merging} Dialog={MergeDialog} />;
