import { Suspense, useEffect } from 'react';
import { useStore } from '../../ui/store';
import type { Numbered } from '../claim-order';
import { adjudication, askSecond } from '../parts';
import { secondDialog } from './second-deeds';

/** The dialogs about the open claim's second verdict. */
export function SecondDialogs({ numbered: { entry, number } }: { numbered: Numbered }) {
  const open = useStore(secondDialog, null);
  const close = () => secondDialog.set(null);
  useEffect(() => () => secondDialog.set(null), []); // another claim begins without one
  const given = { claim: entry.claim, number, onClose: close };
  return (
    <Suspense>
      {open === 'ask' && <askSecond.Part {...given} />}
      {open === 'adjudicate' && entry.claim.secondVerdict && <adjudication.Part {...given} />}
    </Suspense>
  );
}
