'use client';
import { useRouter } from 'next/navigation';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useChecking, useSnapshot } from './under-check';

/** That somebody added a revision while this one is being worked on, and the way to it. */
export function NewerRevision() {
  const { workspace } = useChecking();
  const { newer } = useSnapshot();
  const router = useRouter();
  if (newer === null) return null;
  const reload = () => {
    workspace.outbox.flush();
    router.refresh();
  };
  return (
    <div className="sticky top-13 z-20 border-b bg-paper px-5 py-2 sm:px-8">
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
