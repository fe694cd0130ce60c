'use client';
import { useEffect, useRef } from 'react';
import { announce } from '../ui/announcer';

/** Says it when more waits for the person than a moment ago, since the list grows by itself. */
export function WaitingTold({ total }: { total: number }) {
  const before = useRef(total);
  useEffect(() => {
    if (total > before.current) announce(`${total} ${total === 1 ? 'thing waits' : 'things wait'} for you.`);
    before.current = total;
  }, [total]);
  return null;
}
