import { useState } from 'react';
import { type Answer, call } from '@/client/call';
import { Button } from '@/components/ui/button';
import { confirm } from '@/components/ui/confirm';
import { Notice } from '@/components/ui/notice';
import type { SetHold } from '@/domain/contract/holds';
import type { Hold } from '@/domain/hold';
import { HoldForm } from './hold-form';

type Props = {
  hold: Hold | null;
  articleId: string;
  /** id of who is looking */
  person: string;
  mayHold: boolean;
  /** called once the hold is another */
  onChanged: () => void;
};

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const titleOf = ({ until }: Hold): string =>
  until === null ? 'Legal hold' : `Embargo until ${moment.format(new Date(until))} UTC`;

/** What keeps the article from being published, with the way to set and to lift it. */
export function HoldPart({ hold, articleId, person, mayHold, onChanged }: Props) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const params = { id: articleId };

  const ask = async (request: () => Promise<Answer<unknown>>) => {
    setBusy(true);
    setTrouble(null);
    const answer = await request();
    setBusy(false);
    if (answer.ok) return onChanged();
    setTrouble(answer.offline ? 'The server did not answer. Try again.' : answer.problem.detail);
  };
  const set = (body: SetHold) => ask(() => call('setHold', { params, body, key: crypto.randomUUID(), person }));
  const lift = async () => {
    const body = 'The article can be published as soon as its checklist allows it.';
    if (await confirm({ title: 'Lift the hold?', body, action: 'Lift the hold' })) {
      await ask(() => call('liftHold', { params, person }));
    }
  };

  return (
    <div className="flex flex-col gap-3">
      {trouble && (
        <Notice kind="danger" title="The hold is as it was" live>
          <p>{trouble}</p>
        </Notice>
      )}
      {hold ? (
        <Notice
          kind="warn"
          title={titleOf(hold)}
          actions={
            mayHold && (
              <Button size="sm" onClick={lift} busy={busy}>
                Lift the hold
              </Button>
            )
          }
        >
          <p className="wrap-anywhere" dir="auto">
            {hold.reason}
          </p>
        </Notice>
      ) : (
        <details>
          <summary className="cursor-pointer py-1">Keep this article from being published</summary>
          <HoldForm busy={busy} onHold={set} />
        </details>
      )}
    </div>
  );
}
