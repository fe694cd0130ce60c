import { useState } from 'react';
import { call } from '@/client/call';
import { Button } from '@/components/ui/button';
import { confirm } from '@/components/ui/confirm';
import { Notice } from '@/components/ui/notice';
import { conclusionKey } from '@/domain/conclusion';
import type { Override } from '@/domain/contract/overrides';

type Props = {
  overrides: Override[];
  articleId: string;
  /** id of who is looking */
  person: string;
  mayDecide: boolean;
  /** called once one was confirmed */
  onConfirmed: () => void;
};

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const whatOf = ({ claim }: Override): string => (claim === conclusionKey ? 'conclusion' : `claim ${claim}`);
const nameOf = (override: Override): string => `${whatOf(override)} of edition ${override.edition}`;

/** Published claims that were approved without a second person, each with the way to confirm it in retrospect. */
export function Overrides({ overrides, articleId, person, mayDecide, onConfirmed }: Props) {
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const confirmIt = async (override: Override) => {
    const what = nameOf(override);
    const yes = await confirm({
      title: `Confirm ${what}?`,
      body: 'You say as a second person that what it says follows from the evidence. The public record will say that you confirmed it, and when. This cannot be undone.',
      action: 'Confirm it',
    });
    if (!yes) return;
    setBusy(what);
    setTrouble(null);
    const body = { edition: override.edition, claim: override.claim };
    const answer = await call('confirmOverride', { params: { id: articleId }, body, key: crypto.randomUUID(), person });
    setBusy(null);
    if (answer.ok) return onConfirmed();
    setTrouble(answer.offline ? 'The server did not answer. Try again.' : answer.problem.detail);
  };

  const standing = (override: Override) => {
    const { confirmation, contributors, approvedBy } = override;
    if (confirmation) {
      return (
        <p className="text-sm text-ink-soft">
          Confirmed by <bdi>{confirmation.by}</bdi>, {date.format(new Date(confirmation.at))}
        </p>
      );
    }
    if (!mayDecide) return null;
    if (approvedBy === person || contributors.includes(person)) {
      return <p className="text-sm text-ink-soft">You had a part in it: another editor can confirm it.</p>;
    }
    return (
      <Button size="sm" busy={busy === nameOf(override)} onClick={() => confirmIt(override)}>
        Confirm {nameOf(override)}
      </Button>
    );
  };

  return (
    <>
      {trouble && (
        <Notice kind="danger" title="Not confirmed" live>
          <p>{trouble}</p>
        </Notice>
      )}
      <ul className="divide-y border-y">
        {overrides.map((override) => (
          <li key={`${override.claim} ${override.approvedAt}`} className="flex flex-col items-start gap-1 py-2.5">
            <p className="wrap-anywhere">
              <span className="inline-block first-letter:uppercase">{whatOf(override)}</span>:{' '}
              <span dir="auto">{override.statement}</span>
            </p>
            <p className="text-sm text-ink-soft wrap-anywhere">
              Why: <span dir="auto">{override.reason}</span>
            </p>
            {standing(override)}
          </li>
        ))}
      </ul>
    </>
  );
}
