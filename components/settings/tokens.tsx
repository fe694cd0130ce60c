'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { call, sentencesOf } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { newTokenSchema, type Token } from '@/domain/contract/people';
import { Faults } from '../form/faults';
import { ShownOnce } from '../form/shown-once';
import { SubmitButton } from '../form/submit-button';
import { TextField } from '../form/text-field';
import { useForm } from '../form/use-form';
import { toast } from '../ui/announcer';
import { Button } from '../ui/button';
import { confirm } from '../ui/confirm';
import { dayInWords } from '../ui/moment';
import { RelativeTime } from '../ui/relative-time';

/** The person's access tokens: what there is, a new one, and the end of each. */
export function Tokens({ tokens }: { tokens: Token[] }) {
  const router = useRouter();
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const { field, setValues, whole, busy, props } = useForm({ name: '' }, async (body) => {
    const faults = faultsIn(newTokenSchema, body);
    if (faults) return faults;
    const answer = await call('makeToken', { body });
    if (answer.ok) {
      setMade(answer.value);
      setValues({ name: '' });
      router.refresh();
    }
    return refusedBy(answer);
  });
  return (
    <>
      {tokens.length > 0 && (
        <ul aria-label="Access tokens" className="flex flex-col border-t">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoked={() => router.refresh()} />
          ))}
        </ul>
      )}
      {made && (
        <ShownOnce label={`The token “${made.name}”`} secret={made.token}>
          Copy it now: it is not shown again. Whoever has it can do what you can do.
        </ShownOnce>
      )}
      <form {...props} className="flex flex-col gap-4">
        <Faults whole={whole} />
        <TextField
          label="What the new token is for"
          placeholder="Newsroom import script"
          autoComplete="off"
          {...field('name')}
        />
        <div>
          <SubmitButton busy={busy}>Make a token</SubmitButton>
        </div>
      </form>
    </>
  );
}

function TokenRow({ token: { id, name, createdAt, lastUsedOn }, onRevoked }: { token: Token; onRevoked: () => void }) {
  const revoke = async () => {
    const body = 'Programs that use it are refused from then on. This cannot be undone.';
    if (!(await confirm({ title: `Revoke “${name}”?`, body, action: 'Revoke the token', danger: true }))) return;
    const answer = await call('revokeToken', { params: { id } });
    if (!answer.ok) {
      const text = answer.offline
        ? 'The server did not answer. The token still works.'
        : sentencesOf(answer.problem).join(' ');
      toast({ kind: 'danger', text });
    }
    onRevoked();
  };
  return (
    <li className="flex items-center justify-between gap-4 border-b py-2">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">{name}</p>
        <p className="text-sm text-ink-soft">
          Made <RelativeTime at={createdAt} />, {lastUsedOn ? `last used on ${dayInWords(lastUsedOn)}` : 'never used'}
        </p>
      </div>
      <Button size="sm" onClick={revoke} aria-label={`Revoke ${name}`}>
        Revoke
      </Button>
    </li>
  );
}
