import { Suspense, useEffect } from 'react';
import { later } from '../../ui/later';
import { useStore } from '../../ui/store';
import type { Numbered } from '../claim-order';
import { secondDialog } from './second-deeds';

const AskSecond = later(() => import('./ask-second').then((module) => module.AskSecond));
const Adjudication = later(() => import('./adjudication').then((module) => module.Adjudication));

/** The dialogs about the open claim's second verdict. */
export function SecondDialogs({ numbered: { entry, number } }: { numbered: Numbered }) {
  const open = useStore(secondDialog, null);
  const close = () => secondDialog.set(null);
  useEffect(() => () => secondDialog.set(null), []); // another claim begins without one
  const given = { claim: entry.claim, number, onClose: close };
  return (
    <Suspense>
      {open === 'ask' && <AskSecond {...given} />}
      {open === 'adjudicate' && entry.claim.secondVerdict && <Adjudication {...given} />}
    </Suspense>
  );
}
