'use client';
import type { ReactNode } from 'react';
import type { Thread } from '@/domain/discussion';
import { Checkbox } from '../ui/checkbox';
import { keyOfThread } from './thread-key';
import { ThreadCard } from './word-threads';

type Props = {
  threads: readonly Thread[];
  /** a comment that was begun on words which are gone */
  begun: ReactNode;
  resolved: number;
  /** whether the resolved are shown */
  all: boolean;
  showAll: (all: boolean) => void;
  openKey: string | null;
  /** the open thread, in place of its card, where there is room for it */
  panel: ReactNode;
  onOpen: (key: string) => void;
};

const title = 'Comments on words no longer in the article';

/** What is said on words of the article that are gone: never dropped silently. Those resolved stand behind a switch. */
export const ThreadsApart = ({ threads, begun, resolved, all, showAll, openKey, panel, onOpen }: Props) => (
  <>
    {begun}
    {threads.length > 0 && (
      <section aria-label={title} className="flex flex-col gap-1.5 border-t pt-3 pb-4">
        <h2 className="text-sm text-ink-soft">
          <span className="font-semibold text-ink">{title}</span> ({threads.length})
        </h2>
        <ul className="flex flex-col gap-1.5">
          {threads.map((thread) => (
            <li key={thread.id}>
              {(keyOfThread(thread) === openKey && panel) || <ThreadCard thread={thread} onOpen={onOpen} />}
            </li>
          ))}
        </ul>
      </section>
    )}
    {resolved > 0 && (
      <div className="border-t pt-3">
        <Checkbox label={`Show resolved comments on the text (${resolved})`} checked={all} onChange={showAll} />
      </div>
    )}
  </>
);
