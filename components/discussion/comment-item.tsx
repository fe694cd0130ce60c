'use client';
import { Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { kept } from '@/client/kept';
import type { Comment } from '@/domain/discussion';
import { useChecking } from '../claims/under-check';
import { toast } from '../ui/announcer';
import { confirm } from '../ui/confirm';
import { DiffText } from '../ui/diff-text';
import { IconButton } from '../ui/icon-button';
import { RelativeTime } from '../ui/relative-time';
import { CommentText } from './comment-text';
import { Composer } from './composer';

/** One comment: who said it, when, what it said before; its author changes or withdraws it. */
export function CommentItem({ comment }: { comment: Comment }) {
  const { names, me, discussion } = useChecking();
  const name = `stet.comment.${me.id}.${comment.id}`;
  const [editing, setEditing] = useState(() => kept(name) !== null);
  const who = names[comment.createdBy] ?? 'Somebody';
  const own = comment.createdBy === me.id && comment.withdrawnAt === null;
  const withdraw = async () => {
    const sure = await confirm({
      title: 'Withdraw this comment?',
      body: 'Its words are deleted, those before its changes too, and cannot be brought back. That you said something here stays.',
      action: 'Withdraw it',
      danger: true,
    });
    const refused = sure ? await discussion.withdraw(comment) : null;
    if (refused) toast({ kind: 'danger', text: refused.whole.join(' ') });
  };
  if (comment.withdrawnAt !== null)
    return (
      <p className="text-sm text-ink-faint">
        {who} withdrew a comment, <RelativeTime at={comment.withdrawnAt} />.
      </p>
    );
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <b className="font-semibold wrap-anywhere">{who}</b>
        <RelativeTime at={comment.createdAt} className="text-ink-faint" />
        {own && !editing && (
          <span className="ml-auto flex">
            <IconButton
              size="sm"
              label="Change your comment"
              icon={<Pencil aria-hidden />}
              onClick={() => setEditing(true)}
            />
            <IconButton
              size="sm"
              label="Withdraw your comment"
              icon={<Undo2 aria-hidden />}
              onClick={() => void withdraw()}
            />
          </span>
        )}
      </p>
      {editing ? (
        <Composer
          name={name}
          label="Your comment"
          action="Keep the change"
          what={{ on: 'comment', comment }}
          initial={comment.body}
          onSaid={() => setEditing(false)}
          onCancel={() => setEditing(false)}
          autoFocus
        />
      ) : (
        <CommentText body={comment.body} names={names} />
      )}
      {comment.editedAt && <Earlier comment={comment} />}
    </div>
  );
}

/** That a comment was edited, and word by word how. */
function Earlier({ comment: { earlier, body, editedAt } }: { comment: Comment }) {
  const { names } = useChecking();
  const named = (words: string) => words.replace(/@\{([\w-]+)\}/g, (_, id: string) => `@${names[id] ?? 'somebody'}`);
  return (
    <details className="text-sm text-ink-soft">
      <summary className="min-h-6">
        edited <RelativeTime at={editedAt ?? ''} />
      </summary>
      <ol className="flex flex-col gap-1 border-l-2 border-hairline py-1 pl-2.5">
        {earlier.map((version, index) => (
          <li key={version.at} className="whitespace-pre-wrap wrap-anywhere" dir="auto">
            <RelativeTime at={version.at} className="text-ink-faint" />{' '}
            <DiffText before={named(version.body)} after={named(earlier[index + 1]?.body ?? body)} />
          </li>
        ))}
      </ol>
    </details>
  );
}
