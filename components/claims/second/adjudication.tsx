'use client';
import { useState } from 'react';
import { z } from 'zod';
import type { Claim } from '@/domain/claim';
import type { Problem } from '@/domain/result';
import { verdictOf } from '@/domain/scale';
import { choices } from '@/domain/second-verdict';
import { useKeptDraft } from '../../form/use-kept-draft';
import { toast } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Textarea } from '../../ui/textarea';
import { nameOf, useChecking } from '../under-check';
import { VerdictPicker } from '../verdict-picker';
import { adjudicate } from './second-deeds';
import { TwoVerdicts } from './two-verdicts';

const draftSchema = z.object({
  choice: z.enum(choices).nullable(),
  verdict: z.string().nullable(),
  rationale: z.string(),
  reason: z.string(),
});
const nothing: z.infer<typeof draftSchema> = { choice: null, verdict: null, rationale: '', reason: '' };

const outcomes = {
  first: 'The claim stays as it is. You may approve it as ever.',
  second:
    'The claim takes the second verdict and rationale, as the contribution of who filed them. You may approve it.',
  third: 'You contribute to the claim then, so somebody else approves it.',
};

type Props = { claim: Claim; number: number; onClose: () => void };

/** Both verdicts, and the choice between them, or a third, with the reason. */
export function Adjudication({ claim, number, onClose }: Props) {
  const checking = useChecking();
  const { scale } = checking.article;
  const [draft, setDraft, forget] = useKeptDraft(`${nameOf(checking, claim)}.adjudication`, draftSchema, nothing);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const wrong = (pointer: string) => problems.find((problem) => problem.pointer === pointer)?.message;
  const change = (patch: Partial<typeof draft>) => {
    setProblems([]);
    setDraft({ ...draft, ...patch });
  };
  const label = (key: string | null | undefined) => verdictOf(scale, key ?? null)?.label ?? 'No verdict';
  const filed = claim.secondVerdict?.filed;
  const send = async () => {
    const { choice, verdict, rationale, reason } = draft;
    if (choice === null) return setProblems([{ rule: 'choice', message: 'Choose one of the three first.' }]);
    if (!reason.trim())
      return setProblems([{ rule: 'reason', pointer: '/reason', message: 'Write the reason first.' }]);
    setBusy(true);
    const refused = await adjudicate(checking, claim, {
      choice,
      reason,
      ...(choice === 'third' ? { verdict, rationale } : {}),
    });
    setBusy(false);
    if (refused) return setProblems(refused);
    forget();
    toast({ text: `Claim ${number} is adjudicated.` });
    onClose();
  };
  const rest = problems.filter(({ pointer }) => !['/reason', '/rationale'].includes(pointer ?? ''));
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={`Adjudicate claim ${number}`}
      description={<span dir="auto">{claim.statement}</span>}
      footer={
        <Button variant="primary" busy={busy} onClick={() => void send()}>
          Adjudicate
        </Button>
      }
    >
      <TwoVerdicts claim={claim} plain />
      <Choice
        legend="Which stands"
        value={draft.choice}
        options={[
          { value: 'first', label: `The first: ${label(filed?.first.verdict)}` },
          { value: 'second', label: `The second: ${label(filed?.verdict)}` },
          { value: 'third', label: 'A third' },
        ]}
        onChange={(choice) => change({ choice })}
      />
      {draft.choice && <p className="text-sm text-ink-soft">{outcomes[draft.choice]}</p>}
      {draft.choice === 'third' && (
        <>
          <VerdictPicker
            scale={scale}
            value={draft.verdict}
            onChange={(verdict) => change({ verdict })}
            keyed={false}
          />
          <Field label="Rationale" error={wrong('/rationale')} hint="Cite evidence by its number: [1].">
            <Textarea
              serif
              dir="auto"
              rows={4}
              maxLength={20_000}
              value={draft.rationale}
              onChange={(event) => change({ rationale: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
      <Field
        label="Reason"
        error={wrong('/reason')}
        hint="For everybody at the desk, and for readers: once the claim is published, the public record shows it."
      >
        <Textarea
          dir="auto"
          maxLength={5000}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      </Field>
      {rest.length > 0 && (
        <Notice kind="danger" live>
          {rest.map(({ message }) => message).join(' ')}
        </Notice>
      )}
    </Dialog>
  );
}
