import { CircleCheck, CirclePause, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { type Answer, call, sentencesOf } from '@/client/call';
import { etagOf } from '@/domain/canonical';
import type { WebhookWithSecret } from '@/domain/contract/webhooks';
import { type Delivery, type Webhook, webhookKindNames } from '@/domain/webhook';
import { toast } from '../ui/announcer';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { confirm } from '../ui/confirm';
import { RelativeTime } from '../ui/relative-time';

type Props = {
  hook: Webhook;
  /** newest first */
  deliveries: Delivery[];
  onChanged: () => void;
  /** shows a secret that exists only now */
  onSecret: (shown: WebhookWithSecret) => void;
};

function Standing({ hook: { paused, failures } }: Pick<Props, 'hook'>) {
  if (paused) return <Badge icon={<CirclePause aria-hidden />}>Paused</Badge>;
  if (failures === 0) {
    return (
      <Badge mood="ok" icon={<CircleCheck aria-hidden />}>
        Delivering
      </Badge>
    );
  }
  return (
    <Badge mood="danger" icon={<TriangleAlert aria-hidden />}>
      Failing
    </Badge>
  );
}

const Attempts = ({ deliveries }: Pick<Props, 'deliveries'>) => (
  <details className="text-sm">
    <summary className="min-h-6 cursor-pointer">Latest deliveries</summary>
    <ol className="flex flex-col">
      {deliveries.map(({ id, kind, attempt, at, status, problem, took }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-t py-1.5">
          <span className="wrap-anywhere">
            <code>{kind}</code>
            {attempt > 1 && `, attempt ${attempt}`}: {problem ?? `arrived (${status})`}
          </span>
          <span className="text-ink-faint">
            {took} ms, <RelativeTime at={at} />
          </span>
        </li>
      ))}
    </ol>
  </details>
);

/** One receiver: where it is, of what it is told, how that goes, and what can be done about it. */
export function WebhookRow({ hook, deliveries, onChanged, onSecret }: Props) {
  const [busy, setBusy] = useState<string | null>(null);
  const params = { id: hook.id };
  const doing = async <T,>(what: string, ask: () => Promise<Answer<T>>, done: (value: T) => void) => {
    setBusy(what);
    const answer = await ask();
    setBusy(null);
    if (answer.ok) done(answer.value);
    else
      toast({
        kind: 'danger',
        text: answer.offline ? 'The server did not answer. Try again.' : sentencesOf(answer.problem).join(' '),
      });
    onChanged();
  };
  const test = () =>
    doing(
      'test',
      () => call('testWebhook', { params }),
      ({ problem, status, took }) =>
        toast(problem ? { kind: 'danger', text: problem } : { text: `The ping arrived (${status}) in ${took} ms.` }),
    );
  const pause = () =>
    doing(
      'pause',
      () => call('editWebhook', { params, ifMatch: etagOf(hook), body: { paused: !hook.paused } }),
      () => undefined,
    );
  const rotate = async () => {
    const body = 'Messages are signed with the new secret from now on: give it to the receiver at once.';
    if (!(await confirm({ title: 'Make another secret?', body, action: 'Make another secret' }))) return;
    await doing('rotate', () => call('rotateWebhook', { params }), onSecret);
  };
  const remove = async () => {
    const body = `${hook.url} is told nothing any more, and its log of deliveries goes.`;
    if (!(await confirm({ title: 'Remove this webhook?', body, action: 'Remove it', danger: true }))) return;
    await doing(
      'remove',
      () => call('removeWebhook', { params }),
      () => undefined,
    );
  };
  return (
    <li className="flex flex-col gap-2 border-b py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 font-semibold wrap-anywhere">
          <bdi>{hook.url}</bdi>
        </p>
        <Standing hook={hook} />
      </div>
      <p className="text-sm text-ink-soft">{hook.kinds.map((kind) => webhookKindNames[kind]).join('; ')}</p>
      {hook.problem && !hook.paused && (
        <p className="text-sm text-danger">
          {hook.problem} Attempts failed in a row: {hook.failures}.{' '}
          {hook.dueAt && (
            <>
              Tried again <RelativeTime at={hook.dueAt} />.
            </>
          )}
        </p>
      )}
      {deliveries.length > 0 && <Attempts deliveries={deliveries} />}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" busy={busy === 'test'} onClick={test}>
          Send a ping
        </Button>
        <Button size="sm" busy={busy === 'pause'} onClick={pause}>
          {hook.paused ? 'Go on' : 'Pause'}
        </Button>
        <Button size="sm" busy={busy === 'rotate'} onClick={rotate}>
          Another secret
        </Button>
        <Button size="sm" busy={busy === 'remove'} onClick={remove}>
          Remove
        </Button>
      </div>
    </li>
  );
}
