'use client';
import { useState } from 'react';
import type { Act } from '@/domain/contract/board';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DueField } from '../ui/due-field';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import type { Asking } from './use-deeds';

type People = readonly { id: string; name: string }[];
type Props = {
  asking: NonNullable<Asking>;
  people: People;
  onDone: (act: Act) => void;
  onClose: () => void;
};

/** What all of some things have in common; null where they differ. */
const shared = <T,>(values: readonly (T | null)[]): T | null =>
  values.every((value) => value === values[0]) ? (values[0] ?? null) : null;

const MINUTE = 60_000;

/** Times one often means, by the clock of this machine. */
function offers(): { label: string; at: Date }[] {
  const at = (days: number, hour: number) => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    day.setHours(hour, 0, 0, 0);
    return day;
  };
  const evening = { label: 'Today at 18:00', at: at(0, 18) };
  return [
    { label: 'In an hour', at: new Date(Math.ceil((Date.now() + 60 * MINUTE) / MINUTE) * MINUTE) },
    ...(evening.at.getTime() > Date.now() + 60 * MINUTE ? [evening] : []),
    { label: 'Tomorrow at 09:00', at: at(1, 9) },
  ];
}

/** Asks who is to work on some claims, or by when. */
export function HandOn({ asking: { what, claims }, people, onDone, onClose }: Props) {
  const [assignee, setAssignee] = useState(() => shared(claims.map((claim) => claim.assignee)) ?? '');
  const [dueAt, setDueAt] = useState(() => shared(claims.map((claim) => claim.dueAt)));
  const these = claims.length === 1 ? 'this claim' : `${claims.length} claims`;
  const act: Act = what === 'assign' ? { do: 'assign', assignee: assignee || null } : { do: 'set due', dueAt };
  const options = [{ value: '', label: 'Nobody' }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={what === 'assign' ? `Assign ${these}` : `When ${claims.length === 1 ? 'is' : 'are'} ${these} due?`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={() => onDone(act)}>
            {what === 'assign' ? 'Assign' : dueAt === null ? 'Due at no time' : 'Set'}
          </Button>
        </>
      }
    >
      {what === 'assign' ? (
        <Field label="To">
          <Select value={assignee} options={options} onChange={setAssignee} />
        </Field>
      ) : (
        <>
          <DueField value={dueAt} onChange={setDueAt} />
          <p className="flex flex-wrap gap-2">
            {offers().map(({ label, at }) => (
              <Button key={label} size="sm" onClick={() => setDueAt(at.toISOString())}>
                {label}
              </Button>
            ))}
            {dueAt !== null && (
              <Button size="sm" variant="quiet" onClick={() => setDueAt(null)}>
                At no time
              </Button>
            )}
          </p>
        </>
      )}
    </Dialog>
  );
}
