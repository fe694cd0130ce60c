import { useState } from 'react';
import { call } from '@/client/call';
import { askErasure, type Erasable } from '@/components/erasing/ask-erasure';
import { ErasedNote } from '@/components/erasing/erased-note';
import { Button } from '@/components/ui/button';
import { askReason } from '@/components/ui/confirm';
import { Notice } from '@/components/ui/notice';
import type { Edition, WithdrawRequest } from '@/domain/contract/editions';
import type { Withdrawal } from '@/domain/edition';
import type { Erased } from '@/domain/erasure';

export type PublishedBefore = {
  /** newest first */
  editions: Edition[];
  claims: { id: string; k: number; statement: string; withdrawal: Withdrawal | null; erased: Erased | null }[];
};

type Props = PublishedBefore & {
  articleId: string;
  /** id of who is looking */
  person: string;
  mayWithdraw: boolean;
  mayErase: boolean;
  names: Readonly<Record<string, string>>;
  /** there is a conclusion, which may tell of any claim */
  concluded: boolean;
  /** called once something was withdrawn or erased */
  onWithdrawn: () => void;
};

const line = 'flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5';
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const consequence =
  'Readers will see that it was withdrawn, when, and this reason, and nothing else of it: on every page, in every export and embed, at once and for good. This cannot be undone.';

/** What an editor is asked before something is withdrawn; the reason, or null. */
const askedFor = (what: string, more: string): Promise<string | null> =>
  askReason({
    title: `Withdraw ${what}?`,
    body: `${consequence} ${more}`,
    action: `Withdraw ${what}`,
    danger: true,
    reason: {
      label: 'Reason for readers',
      hint: 'It is published in the place of what is withdrawn.',
      max: 2000,
      name: `withdraw-${what}`,
    },
  });

const ofClaim = (concluded: boolean): string =>
  concluded
    ? 'The claim goes from all editions, and into none that follow. A conclusion stays: where it tells of the claim, withdraw that edition too.'
    : 'The claim goes from all editions, and into none that follow.';

const Why = ({ withdrawal: { reason, at } }: { withdrawal: Withdrawal }) => (
  <p className="w-full text-sm text-ink-soft wrap-anywhere">
    Withdrawn {date.format(new Date(at))}: <span dir="auto">{reason}</span>
  </p>
);

/** What is out already, each edition and each claim with the way to withdraw it. */
export function PublishedBefore(props: Props) {
  const { editions, claims, articleId, person, mayWithdraw, mayErase, names, concluded, onWithdrawn } = props;
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const withdraw = async (what: string, request: Omit<WithdrawRequest, 'reason'>, more: string) => {
    const reason = await askedFor(what, more);
    if (reason === null) return;
    setBusy(what);
    setTrouble(null);
    const body = { ...request, reason };
    const answer = await call('withdraw', { params: { id: articleId }, body, key: crypto.randomUUID(), person });
    setBusy(null);
    if (answer.ok) return onWithdrawn();
    setTrouble(
      answer.offline
        ? 'The server did not answer. Nothing was withdrawn as far as we know: look again.'
        : answer.problem.detail,
    );
  };

  const button = (what: string, request: Omit<WithdrawRequest, 'reason'>, more: string) =>
    mayWithdraw && (
      <Button size="sm" busy={busy === what} onClick={() => withdraw(what, request, more)}>
        Withdraw {what}
      </Button>
    );

  const erase = async (what: Erasable) => {
    if (await askErasure(what)) onWithdrawn();
  };

  /** Of what is withdrawn: why, and the way to erase it, or how it was erased. */
  const gone = (withdrawal: Withdrawal, erased: Erased | null, label: string, what: Erasable) => (
    <>
      {mayErase && !erased && (
        <Button size="sm" onClick={() => erase(what)}>
          Erase {label} …
        </Button>
      )}
      <Why withdrawal={withdrawal} />
      {erased && (
        <p className="w-full text-sm text-ink-soft wrap-anywhere">
          <ErasedNote erased={erased} names={names} />
        </p>
      )}
    </>
  );

  return (
    <div className="flex flex-col gap-4">
      {trouble && (
        <Notice kind="danger" title="Not withdrawn" live>
          <p>{trouble}</p>
        </Notice>
      )}
      <ul className="divide-y border-y" aria-label="Editions">
        {editions.map(({ number, url, publishedAt, note, withdrawal, erased }) => (
          <li key={number} className={line}>
            <span className="min-w-0 wrap-anywhere">
              <a href={url}>Edition {number}</a>, {date.format(new Date(publishedAt))}
              {note && !withdrawal && <span className="text-ink-soft">: {note}</span>}
            </span>
            {withdrawal
              ? gone(withdrawal, erased, `edition ${number}`, { kind: 'edition', articleId, number })
              : button(`edition ${number}`, { edition: number }, 'Other editions stay as they are.')}
          </li>
        ))}
      </ul>
      <ul className="divide-y border-y" aria-label="Published claims">
        {claims.map(({ id, k, statement, withdrawal, erased }) => (
          <li key={k} className={line}>
            <span className="min-w-0 wrap-anywhere">
              Claim {k}
              {statement && (
                <>
                  : <span dir="auto">{statement}</span>
                </>
              )}
            </span>
            {withdrawal
              ? gone(withdrawal, erased, `claim ${k}`, { kind: 'claim', id, k })
              : button(`claim ${k}`, { claim: k }, ofClaim(concluded))}
          </li>
        ))}
      </ul>
    </div>
  );
}
