'use client';
import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { call, sentencesOf } from '@/client/call';
import { type Mailed, type MailStanding, mailKindNames } from '@/domain/mail';
import { toast } from '../ui/announcer';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { RelativeTime } from '../ui/relative-time';

type Props = { standing: MailStanding /** newest first */; mails: readonly Mailed[] };

/** How mail stands: where it is handed to, how that has answered, what waits, and a test message to oneself. */
export function MailPart({ standing, mails }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const test = async () => {
    setBusy(true);
    const answer = await call('testMail', {});
    setBusy(false);
    router.refresh();
    if (answer.ok) toast(outcome(answer.value));
    else
      toast({
        kind: 'danger',
        text: answer.offline ? 'The server did not answer. Try again.' : sentencesOf(answer.problem).join(' '),
      });
  };
  return (
    <>
      <Standing {...standing} />
      <div>
        <Button busy={busy} onClick={test}>
          Send a test message to me
        </Button>
      </div>
      {mails.length > 0 && (
        <details open={mails.some(({ state }) => state === 'failed')}>
          <summary className="min-h-6 cursor-pointer text-sm">Latest messages</summary>
          <ol aria-label="Latest messages" className="mt-1 flex flex-col border-t">
            {mails.map((mail) => (
              <Message key={mail.id} mail={mail} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

const outcome = ({ problem, to }: Mailed): Parameters<typeof toast>[0] =>
  problem ? { kind: 'danger', text: problem } : { text: `The mail server took it. Look into the mail of ${to}.` };

function Standing({ server, from, waiting, sentAt, failedAt, failure, dueAt }: MailStanding) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 wrap-anywhere">
          From <bdi>{from}</bdi>, through <bdi>{server}</bdi>
        </p>
        {dueAt ? (
          <Badge mood="danger" icon={<TriangleAlert aria-hidden />}>
            Failing
          </Badge>
        ) : (
          sentAt && (
            <Badge mood="ok" icon={<CircleCheck aria-hidden />}>
              Sending
            </Badge>
          )
        )}
      </div>
      <p className="text-sm text-ink-soft">
        {sentAt ? (
          <>
            Last sent <RelativeTime at={sentAt} />.
          </>
        ) : (
          'Nothing was sent yet.'
        )}{' '}
        {waiting === 0
          ? 'Nothing waits to be sent.'
          : waiting === 1
            ? 'One message waits.'
            : `${waiting} messages wait.`}
      </p>
      {failure && failedAt && (
        <p className={`text-sm first-letter:uppercase ${dueAt ? 'text-danger' : 'text-ink-soft'}`}>
          {!dueAt && 'The last failure, '}
          <RelativeTime at={failedAt} />: {failure}{' '}
          {dueAt && (
            <>
              Tried again <RelativeTime at={dueAt} />; until then all messages are kept.
            </>
          )}
        </p>
      )}
    </div>
  );
}

function Message({ mail: { kind, to, state, failures, problem, at, dueAt } }: { mail: Mailed }) {
  return (
    <li className="flex flex-col gap-0.5 border-b py-2 text-sm">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{mailKindNames[kind]}</span>
        <span className="min-w-0 flex-1 text-ink-soft wrap-anywhere">
          <bdi>{to ?? 'an address that is not known any more'}</bdi>
        </span>
        {state === 'sent' && (
          <Badge mood="ok" icon={<CircleCheck aria-hidden />}>
            Sent
          </Badge>
        )}
        {state === 'waiting' && <Badge icon={<Clock aria-hidden />}>Waits</Badge>}
        {state === 'failed' && (
          <Badge mood="danger" icon={<TriangleAlert aria-hidden />}>
            Given up
          </Badge>
        )}
        <RelativeTime at={at} className="text-ink-faint" />
      </span>
      {problem && (
        <span className="text-ink-soft wrap-anywhere">
          {problem} {failures > 1 && `Attempts that failed: ${failures}. `}
          {dueAt && (
            <>
              Tried again <RelativeTime at={dueAt} />.
            </>
          )}
        </span>
      )}
    </li>
  );
}
