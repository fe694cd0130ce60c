'use client';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { call } from '@/client/call';
import { type Change, isTemporary } from '@/client/outbox/change';
import type { Outbox } from '@/client/outbox/outbox';
import type { State } from '@/client/outbox/state';
import { confirm } from '../ui/confirm';
import { Dialog } from '../ui/dialog';
import { actWords, claimName } from './change-words';
import { ConflictChoice } from './conflict-choice';
import { RefusedChange } from './refused-change';

type Props = { outbox: Outbox; state: State; onClose: () => void };

/** Names of the desk's people, fetched where a change is about one of them. */
function useNames(wanted: boolean): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (!wanted) return;
    call('listPeople', { query: { limit: '200' } }).then((answer) => {
      if (answer.ok) setNames(new Map(answer.value.items.map(({ id, name }) => [id, name])));
    });
  }, [wanted]);
  return names;
}

async function discard(outbox: Outbox, change: Change): Promise<void> {
  const sure = await confirm({
    title: 'Discard this change?',
    body: 'What you wrote in it is thrown away for good. The claim stays as the desk has it.',
    action: 'Discard the change',
    danger: true,
  });
  if (sure) outbox.discard(change.id);
}

const addressOf = ({ articleId, claimId }: Change): string =>
  isTemporary(claimId) ? `/articles/${articleId}` : `/articles/${articleId}#claim-${claimId}`;

/** Every change that could not be saved as it is: what became of it, and what the person can do. */
export function Decisions({ outbox, state, onClose }: Props) {
  const aside = state.queue.filter(({ trouble }) => trouble);
  const names = useNames(aside.some(({ write }) => write.do === 'edit' && 'assignee' in write.fields));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Your decision is needed"
      description="These changes could not be saved as they are. They stay here until you decide."
      size="lg"
    >
      <ol className="flex flex-col gap-6">
        {aside.map((change) => (
          <li key={change.id} className="flex flex-col gap-3 border-t pt-4 first:border-0 first:pt-0">
            <div>
              <h3 className="font-semibold">{actWords(change).did}</h3>
              <p className="wrap-anywhere" dir="auto">
                <Link href={addressOf(change)} onClick={onClose} className="underline underline-offset-2">
                  {claimName(change, state.known)}
                </Link>
              </p>
            </div>
            {change.trouble?.kind === 'conflict' && (
              <ConflictChoice
                change={change}
                trouble={change.trouble}
                names={names}
                onChoose={(choice) => outbox.resolve(change.id, choice)}
              />
            )}
            {change.trouble?.kind === 'refused' && (
              <RefusedChange
                change={change}
                trouble={change.trouble}
                names={names}
                onRetry={() => outbox.retry(change.id)}
                onDiscard={() => discard(outbox, change)}
              />
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
