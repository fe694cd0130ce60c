'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { call } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { newWebhookSchema } from '@/domain/contract/webhooks';
import { type Delivery, type Webhook, webhookKinds } from '@/domain/webhook';
import { Faults } from '../form/faults';
import { ShownOnce } from '../form/shown-once';
import { SubmitButton } from '../form/submit-button';
import { useForm } from '../form/use-form';
import { WebhookFields } from './webhook-fields';
import { WebhookRow } from './webhook-row';

export type HookAndLog = { hook: Webhook; deliveries: Delivery[] };

/** The receivers that are told of what happens: each with how its deliveries stand, and a new one. */
export function Webhooks({ hooks }: { hooks: HookAndLog[] }) {
  const router = useRouter();
  const [shown, setShown] = useState<{ url: string; secret: string } | null>(null);
  const blank = { url: '', kinds: [...webhookKinds] };
  const { field, values, set, setValues, error, whole, busy, props } = useForm(blank, async (body) => {
    const faults = faultsIn(newWebhookSchema, body);
    if (faults) return faults;
    const answer = await call('addWebhook', { body, key: crypto.randomUUID() });
    if (answer.ok) {
      setShown(answer.value);
      setValues(blank);
      router.refresh();
    }
    return refusedBy(answer);
  });
  return (
    <>
      {hooks.length > 0 && (
        <ul aria-label="Webhooks" className="flex flex-col border-t">
          {hooks.map((each) => (
            <WebhookRow key={each.hook.id} {...each} onChanged={() => router.refresh()} onSecret={setShown} />
          ))}
        </ul>
      )}
      {shown && (
        <ShownOnce label={`The secret of ${shown.url}`} secret={shown.secret}>
          Give it to the receiver now: it is not shown again. With it the receiver can tell that a message is from this
          desk.
        </ShownOnce>
      )}
      <form {...props} className="flex flex-col gap-4">
        <Faults whole={whole} />
        <WebhookFields url={field('url')} kinds={values.kinds} onKinds={set('kinds')} error={error('kinds')} />
        <div>
          <SubmitButton busy={busy}>Add the webhook</SubmitButton>
        </div>
      </form>
    </>
  );
}
