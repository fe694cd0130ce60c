'use client';
import { type ComponentType, Suspense } from 'react';
import { type Store, useStore } from '../ui/store';
import { MergeDialog, ReturnDialog } from './parts';
import { type Asked, merging, returning } from './questions';

type DialogProps<Q, A> = { question: Q; close: (given: A | null) => void };

function Host<Q, A>({ asked, Dialog }: { asked: Store<Asked<Q, A> | null>; Dialog: ComponentType<DialogProps<Q, A>> }) {
  const now = useStore(asked, null);
  const close = (given: A | null) => {
    asked.set(null);
    now?.answer(given);
  };
  return <Suspense>{now && <Dialog question={now.question} close={close} />}</Suspense>;
}

/** Where `askReturn` is shown; each page that returns claims has one. */
export const ReturnHost = () => <Host asked={returning} Dialog={ReturnDialog} />;
/** Where `askMerge` is shown. */
export const MergeHost = () => <Host asked={merging} Dialog={MergeDialog} />;
