'use client';
import { useRouter } from 'next/navigation';
import { useLayoutEffect, useRef } from 'react';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useChecking, useSnapshot } from './under-check';

/** That somebody added a revision while this one is being worked on, and the way to it. */
export function NewerRevision() {
  const { workspace } = useChecking();
  const { newer } = useSnapshot();
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const isShown = newer !== null;
  useLayoutEffect(() => {
    // at the very top of a page browsers do not keep in place what is read: what comes above it pushes it down
    if (isShown && box.current && window.scrollY === 0)
      window.scrollBy({ top: box.current.offsetHeight, behavior: 'instant' });
  }, [isShown]);
  if (!isShown) return null;
  const reload = () => {
    workspace.outbox.flush();
    router.refresh();
  };
  return (
    <div ref={box} className="sticky top-13 z-20 border-b bg-paper px-5 py-2 sm:px-8">
      <Notice
        kind="warn"
        live
        title="There is a newer revision of this article."
        actions={
          <Button size="sm" variant="primary" onClick={reload}>
            Reload
          </Button>
        }
      >
        Reload to work on it; what you typed is kept.
      </Notice>
    </div>
  );
}
