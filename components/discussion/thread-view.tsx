'use client';
import { Check, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { isOpen, type Thread } from '@/domain/discussion';
import { mayDo } from '@/domain/permission';
import { useChecking } from '../claims/under-check';
import { announce, toast } from '../ui/announcer';
import { Button } from '../ui/button';
import { RelativeTime } from '../ui/relative-time';
import { CommentItem } from './comment-item';
import { Composer } from './composer';

type Props = { thread: Thread /** what the thread is on, where that is not plain */; on?: ReactNode };

/** A thread: what was said in it, an answer, and whether it is resolved. */
export function ThreadView({ thread, on }: Props) {
  const { me, names, discussion } = useChecking();
  const may = mayDo(me.role, 'annotate');
  const open = isOpen(thread);
  const turn = async () => {
    const refused = await discussion.turn(thread);
    if (refused) toast({ kind: 'danger', text: refused.whole.join(' ') });
    else announce(open ? 'The thread is resolved.' : 'The thread is open again.');
  };
  return (
    <article
      aria-label={`Thread by ${names[thread.createdBy] ?? 'somebody'}`}
      className="flex flex-col gap-2"
      data-thread={thread.id}
    >
      {on && <div className="text-sm text-ink-soft">{on}</div>}
      <ol className="flex flex-col gap-2.5">
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <CommentItem comment={comment} />
          </li>
        ))}
      </ol>
      {thread.resolved && (
        <p className="flex items-center gap-1 text-sm text-ok">
          <Check className="size-4" aria-hidden />
          <span>
            Resolved by {names[thread.resolved.by] ?? 'somebody'}, <RelativeTime at={thread.resolved.at} />
          </span>
        </p>
      )}
      {may && (
        <>
          <Composer
            name={`stet.thread.${me.id}.${thread.id}`}
            label="Reply"
            action={open ? 'Reply' : 'Reply and reopen'}
            what={{ on: 'thread', threadId: thread.id }}
          />
          <Button
            size="sm"
            variant="quiet"
            className="self-start"
            icon={open ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
            onClick={() => void turn()}
          >
            {open ? 'Resolve' : 'Reopen'}
          </Button>
        </>
      )}
    </article>
  );
}
