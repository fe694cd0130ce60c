'use client';
import { Check, MessageSquare, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { isOpen, type Thread } from '@/domain/discussion';
import { useChecking } from '../claims/under-check';
import { Badge } from '../ui/badge';
import { IconButton } from '../ui/icon-button';
import { Composer } from './composer';
import { plainComment } from './plain-comment';
import { keyOfThread } from './thread-key';
import { ThreadView } from './thread-view';
import type { Begun } from './use-begun';

const states = { changed: 'These words changed since.', lost: 'These words are no longer in the article.' };

/** What became of the words that a thread is on; null while they stand. */
const becameOf = ({ anchor }: Thread): string | null =>
  anchor?.state === 'changed' || anchor?.state === 'lost' ? states[anchor.state] : null;

const Quoted = ({ words }: { words: string }) => (
  <q className="line-clamp-3 border-l-2 border-accent pl-2 font-serif text-ink-soft wrap-anywhere" dir="auto">
    {words}
  </q>
);

type CardProps = { thread: Thread; onOpen: (key: string) => void };

/** A thread on words of the article, closed: how it begins, and how much was said. */
export function ThreadCard({ thread, onOpen }: CardProps) {
  const { names } = useChecking();
  const [first] = thread.comments;
  const became = becameOf(thread);
  const answers = thread.comments.length - 1;
  return (
    <button
      type="button"
      data-card
      onClick={() => onOpen(keyOfThread(thread))}
      className="flex w-full gap-3 rounded-md border border-transparent border-t-hairline bg-paper px-2 py-2 text-left hover:bg-sunken"
    >
      <span className="flex w-6 shrink-0 justify-end border-r-2 border-accent pt-0.5 pr-1.5 text-ink-faint">
        <MessageSquare className="size-3.5" aria-hidden />
        <span className="sr-only">Thread </span>
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-0.5 text-sm">
        <span className="line-clamp-2 wrap-anywhere" dir="auto">
          <b className="font-semibold">{names[thread.createdBy] ?? 'Somebody'}</b>{' '}
          {first && first.withdrawnAt === null ? plainComment(first.body, names) : 'withdrew a comment'}
        </span>
        <span className="flex flex-wrap gap-x-3 text-ink-faint">
          {answers > 0 && <span>{answers === 1 ? '1 answer' : `${answers} answers`}</span>}
          {!isOpen(thread) && (
            <Badge mood="ok" icon={<Check aria-hidden />}>
              Resolved
            </Badge>
          )}
          {became && <span className="text-warn">{became}</span>}
        </span>
      </span>
    </button>
  );
}

type FrameProps = { label: string; onClose: () => void; children: ReactNode; ref?: Ref<HTMLElement> };

const Frame = ({ label, onClose, children, ref }: FrameProps) => (
  <section
    ref={ref}
    tabIndex={-1}
    aria-label={label}
    className="flex max-h-full min-h-0 flex-col border border-rule bg-raised shadow-float max-lg:rounded-t-lg max-lg:border-x-0 max-lg:border-b-0 lg:rounded-lg"
  >
    <header className="flex items-center gap-2 border-b px-4 py-1.5">
      <h2 className="flex flex-1 items-center gap-2 text-base font-semibold">
        <MessageSquare className="size-4 text-ink-faint" aria-hidden />
        {label}
      </h2>
      <IconButton size="sm" label="Close" keys="Escape" icon={<X aria-hidden />} onClick={onClose} />
    </header>
    <div data-scrolls className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto overscroll-contain px-4 py-3">
      {children}
    </div>
  </section>
);

type PanelProps = { thread: Thread; onClose: () => void; ref?: Ref<HTMLElement> };

/** A thread on words of the article, open. */
export function ThreadPanel({ thread, onClose, ref }: PanelProps) {
  const became = becameOf(thread);
  return (
    <Frame label="Thread on words of the article" onClose={onClose} ref={ref}>
      <Quoted words={thread.quote ?? ''} />
      {became && <p className="text-sm text-warn">{became}</p>}
      {thread.anchor?.state === 'changed' && <Quoted words={thread.anchor.exact} />}
      <ThreadView thread={thread} />
    </Frame>
  );
}

type NewProps = { begun: Begun; onClose: () => void; onSaid: (thread: Thread | null) => void };

/** Where the first comment on words of the article is written. */
export function NewThreadPanel({ begun: { revision, ...anchor }, onClose, onSaid }: NewProps) {
  const { me, article } = useChecking();
  return (
    <Frame label="New thread" onClose={onClose}>
      <Quoted words={anchor.exact} />
      <Composer
        name={`stet.words.${me.id}.${article.id}.text`}
        label="Comment on these words"
        action="Comment"
        what={{ on: 'words', anchor, revision }}
        onSaid={onSaid}
        onCancel={onClose}
        autoFocus
      />
    </Frame>
  );
}
