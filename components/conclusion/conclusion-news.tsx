import { useEffect } from 'react';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { ConclusionAtHand } from './use-conclusion';

type Props = { conclusion: ConclusionAtHand; onShown: () => void };

/** That others wrote something else while the conclusion is being read, and the way to see it: what one reads stays till then. */
export function ConclusionNews({ conclusion: { waiting, writing }, onShown }: Props) {
  const isWaiting = waiting !== null;
  useEffect(() => {
    if (isWaiting) announce('Somebody else changed the conclusion. What you see stays until you have it shown.');
  }, [isWaiting]);
  if (!isWaiting) return null;
  const show = () => {
    writing.take();
    onShown();
  };
  return (
    <Notice
      title="Somebody else changed the conclusion meanwhile"
      actions={
        <Button size="sm" onClick={show}>
          Show
        </Button>
      }
    />
  );
}
