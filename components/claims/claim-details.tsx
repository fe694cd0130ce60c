'use client';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { Entry } from '@/client/workspace/entries';
import { type Claim, claimKinds } from '@/domain/claim';
import { type Claimant, claimantSchema } from '@/domain/claimant';
import type { ClaimPatch } from '@/domain/contract/claims';
import { webAddress } from '@/domain/web-address';
import { useKeptDraft } from '../form/use-kept-draft';
import { DateInput } from '../ui/date-input';
import { DueField } from '../ui/due-field';
import { DueTime } from '../ui/due-time';
import { Field } from '../ui/field';
import { dayInWords } from '../ui/moment';
import { Select } from '../ui/select';
import { TextInput } from '../ui/text-input';
import { ClaimantFields } from './claimant-fields';
import { HeldNote } from './held-note';
import { kindWords } from './kind-words';
import { nameOf, useChecking } from './under-check';
import { useHeld } from './use-held';

const kinds = claimKinds.map((value) => ({ value, label: kindWords[value] }));

type Edit = (fields: ClaimPatch, typing?: boolean) => void;
type Props = { entry: Entry; edit: Edit; disabled: boolean };

/**
 * A value that may be half typed: it leaves the box only once it is sound, and follows what others make of it. Until
 * then it is kept in this browser under `name`.
 */
function useDraft<T>(name: string, stored: T, isSound: (value: T) => boolean, give: (value: T) => void) {
  const over = JSON.stringify(stored);
  const [draft, setDraft] = useKeptDraft<Draft>(name, draftSchema, null);
  const current = draft && draft.over === over ? draft : null; // another stored value ends the draft
  const set = (value: T) => {
    if (!isSound(value)) return setDraft({ over, value });
    setDraft(null);
    give(value);
  };
  return [current ? (current.value as T) : stored, set] as const;
}

const draftSchema = z.object({ over: z.string(), value: z.unknown() }).nullable();
type Draft = z.infer<typeof draftSchema>;

const isClaimant = (value: Claimant | null): boolean => value === null || claimantSchema.safeParse(value).success;

function claimantErrors(value: Claimant | null): Record<string, string> {
  const wrong = value ? (claimantSchema.safeParse(value).error?.issues ?? []) : [];
  return Object.fromEntries(wrong.map(({ path, message }) => [String(path[0]), message]));
}

const claimantWords = (value: Claimant | null): string =>
  value ? [value.name, value.role, value.sameAs].filter(Boolean).join(', ') : 'No claimant';

function WhoSaidIt({ entry, disabled }: Props) {
  const held = useHeld({ entry }, 'claimant');
  const name = `${nameOf(useChecking(), entry.claim)}.claimant`;
  const [value, set] = useDraft(name, held.value, isClaimant, held.type);
  return (
    <div className="flex flex-col gap-1" {...held.around}>
      <ClaimantFields value={value} onChange={set} errors={claimantErrors(value)} disabled={disabled} />
      <HeldNote held={held} words={claimantWords} />
    </div>
  );
}

const isAddress = (value: string): boolean => value === '' || webAddress.safeParse(value).success;

function WhereSaid({ entry, disabled }: Props) {
  const held = useHeld({ entry }, 'saidAt');
  const name = `${nameOf(useChecking(), entry.claim)}.said-at`;
  const [value, set] = useDraft(name, held.value ?? '', isAddress, (said) => held.type(said || null));
  const error = webAddress.safeParse(value).error?.issues[0]?.message;
  return (
    <div className="flex flex-col gap-1" {...held.around}>
      <Field label="Said at" optional error={isAddress(value) ? undefined : error}>
        <TextInput
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={2000}
          disabled={disabled}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      </Field>
      <HeldNote held={held} words={(address) => address ?? 'Nowhere'} />
    </div>
  );
}

function summary({ claimant, kind, saidOn, assignee }: Claim, names: Readonly<Record<string, string>>): ReactNode {
  const parts = [
    claimant?.name ?? 'No claimant',
    kindWords[kind].toLowerCase(),
    saidOn && dayInWords(saidOn),
    assignee && `with ${names[assignee] ?? 'somebody'}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Who made the claim, of what kind it is, when and where it was said, and who works on it; folded, in one line. */
export function ClaimDetails(props: Props) {
  const { entry, edit, disabled } = props;
  const { claim } = entry;
  const { names, people } = useChecking();
  const everybody = [{ value: '', label: 'Nobody' }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <details className="group border-t pt-2" data-field="details">
      <summary className="flex min-h-7 items-baseline gap-2 text-sm text-ink-soft">
        <span className="font-semibold text-ink">Details</span>
        <span className="min-w-0 truncate group-open:hidden">{summary(claim, names)}</span>
        {claim.dueAt && <DueTime at={claim.dueAt} className="ml-auto whitespace-nowrap group-open:hidden" />}
      </summary>
      <div className="flex flex-col gap-3 pt-2">
        <WhoSaidIt {...props} />
        <div className="grid grid-cols-2 gap-3">
          <Field label="Kind">
            <Select value={claim.kind} options={kinds} disabled={disabled} onChange={(kind) => edit({ kind })} />
          </Field>
          <Field label="Said on" optional>
            <DateInput
              disabled={disabled}
              value={claim.saidOn ?? ''}
              onChange={(event) => edit({ saidOn: event.currentTarget.value || null })}
            />
          </Field>
        </div>
        <WhereSaid {...props} />
        <Field label="Assigned to">
          <Select
            value={claim.assignee ?? ''}
            options={everybody}
            disabled={disabled}
            onChange={(assignee) => edit({ assignee: assignee || null })}
          />
        </Field>
        <DueField value={claim.dueAt} disabled={disabled} onChange={(dueAt) => edit({ dueAt }, true)} />
      </div>
    </details>
  );
}
