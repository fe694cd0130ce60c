'use client';
import type { DeskSize } from '@/domain/person';
import { Choice } from '../ui/choice';

const sizes = [
  { value: 'several', label: 'Two people or more' },
  { value: 'one', label: 'One person' },
] as const;

const consequences: Record<DeskSize, string> = {
  several: 'Nobody approves a claim that they worked on: somebody else always decides.',
  one: 'Whoever works on a claim may approve it, and every edition says “Checked and approved by one person”.',
};

/** Whether a desk is of one person, and what that means for its approvals. */
export const DeskSizeChoice = ({ value, onChange }: { value: DeskSize; onChange: (size: DeskSize) => void }) => (
  <div className="flex flex-col gap-1.5">
    <Choice legend="Who works here?" value={value} options={sizes} onChange={onChange} />
    <p className="text-sm text-ink-faint">{consequences[value]} You can change this later.</p>
  </div>
);
