'use client';
import { type FormEvent, useEffect, useState } from 'react';
import { call, sentencesOf } from '@/client/call';
import type { Article } from '@/domain/article';
import type { SecondVerdictPolicy } from '@/domain/second-verdict';
import { SubmitButton } from '../../form/submit-button';
import { toast } from '../../ui/announcer';
import { Checkbox } from '../../ui/checkbox';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { TextInput } from '../../ui/text-input';

type Read = { policy: SecondVerdictPolicy; etag: string };

/** For which claims of the article a second verdict is asked by itself; for editors, who alone may know. */
export function SecondVerdictPolicyForm({ article }: { article: Article }) {
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let isGone = false;
    void call('readSecondVerdictPolicy', { params: { id: article.id } }).then((answer) => {
      if (!isGone && answer.ok) setRead({ policy: answer.value, etag: answer.etag ?? '' });
    });
    return () => {
      isGone = true;
    };
  }, [article.id]);
  if (!read) return null; // who is blind to a claim of the article is not shown it either
  const { policy, etag } = read;
  const change = (patch: Partial<SecondVerdictPolicy>) => setRead({ etag, policy: { ...policy, ...patch } });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await call('setSecondVerdictPolicy', { params: { id: article.id }, ifMatch: etag, body: policy });
    setBusy(false);
    if (answer.ok) {
      setRead({ policy: answer.value, etag: answer.etag ?? '' });
      setTrouble(null);
      toast({ text: 'The policy is saved. It holds for claims submitted from now on.' });
    } else
      setTrouble(answer.offline ? 'The server does not answer. Try again.' : sentencesOf(answer.problem).join(' '));
  };
  const has = (key: string) => policy.verdicts.includes(key);
  return (
    <form
      className="mt-4 flex flex-col gap-3 border-t pt-4"
      aria-label="Second verdicts"
      onSubmit={(event) => void save(event)}
    >
      <h3 className="text-sm font-semibold">Second verdicts</h3>
      <Field
        label="Share of the claims, in per cent"
        hint="Drawn when a claim is submitted; which ones follows from their ids."
      >
        <TextInput
          type="number"
          min={0}
          max={100}
          value={String(policy.share)}
          onChange={(event) =>
            change({ share: Math.min(100, Math.max(0, Math.round(Number(event.currentTarget.value) || 0))) })
          }
        />
      </Field>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-sm font-semibold">And every claim whose verdict is</legend>
        <div className="grid grid-cols-2 gap-x-3 sm:grid-cols-3">
          {article.scale.values.map(({ key, label }) => (
            <Checkbox
              key={key}
              label={label}
              checked={has(key)}
              onChange={(on) =>
                change({ verdicts: on ? [...policy.verdicts, key] : policy.verdicts.filter((other) => other !== key) })
              }
            />
          ))}
        </div>
      </fieldset>
      <Checkbox
        label="No edition without them"
        hint="Publishing waits while one is missing, or two differ and nobody has adjudicated."
        checked={policy.blocking}
        onChange={(blocking) => change({ blocking })}
      />
      {trouble && (
        <Notice kind="danger" live>
          {trouble}
        </Notice>
      )}
      <SubmitButton className="self-end" busy={busy}>
        Save the policy
      </SubmitButton>
    </form>
  );
}
