'use client';
import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { kept } from '@/client/kept';
import type { EvidencePatch, NewEvidence } from '@/domain/contract/claims';
import type { Evidence, Source } from '@/domain/evidence';
import { Button } from '../ui/button';
import { draftOfEvidence, emptyDraft, evidenceOf, knownSource } from './evidence-draft';
import { EvidenceForm } from './evidence-form';
import { EvidenceItem } from './evidence-item';
import { sourceDialog } from './parts';

type Props = {
  evidence: Evidence[];
  /** under which forms that are being filled in are kept in this browser */
  name: string;
  /** `known` is the source where one that the desk knows was chosen */
  onAdd: (given: NewEvidence, known?: Source) => void;
  /** `seen` is the piece as it was when its form was opened, whatever others made of it since */
  onEdit: (seen: Evidence, patch: EvidencePatch, known?: Source) => void;
  onRemove: (id: string) => void;
  /** a source was changed wherever it is cited, here and in other claims */
  onSourceChanged: () => void;
  /** somebody wants to say something about a piece */
  onDiscuss: (id: string) => void;
  /** whether the form for a new piece is open */
  formOpen: boolean;
  onFormOpen: (open: boolean) => void;
  disabled?: boolean;
};

const nameOf = (claim: string, evidence: string): string => `${claim}.evidence.${evidence}`;

/** The evidence of a claim under its numbers, to read, add to, change and delete. */
export function EvidenceList({
  evidence,
  name,
  onAdd,
  onEdit,
  onRemove,
  onSourceChanged,
  onDiscuss,
  formOpen,
  onFormOpen,
  disabled,
}: Props) {
  const [source, setSource] = useState<string | null>(null);
  const begun = (id: string) => kept(nameOf(name, id)) !== null;
  const [editing, setEditing] = useState<Evidence | null>(() => evidence.find(({ id }) => begun(id)) ?? null);
  const [resumed, setResumed] = useState(() => begun('new'));
  const adding = formOpen || resumed;
  // what others remove while its form is open stays until that is closed
  const listed = editing && !evidence.some(({ id }) => id === editing.id) ? [...evidence, editing] : evidence;
  const close = () => {
    setResumed(false);
    onFormOpen(false);
  };
  const deedsOn = (item: Evidence) => ({
    edit: () => setEditing(item),
    remove: () => onRemove(item.id),
    changeSource: () => setSource(item.source.id),
    discuss: () => onDiscuss(item.id),
  });
  return (
    <section aria-labelledby="evidence-heading" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <h3 id="evidence-heading" className="text-sm font-semibold">
          Evidence
        </h3>
        {!adding && !disabled && (
          <Button size="sm" icon={<Plus aria-hidden />} aria-keyshortcuts="E" onClick={() => onFormOpen(true)}>
            Add evidence
          </Button>
        )}
      </div>
      {listed.length === 0 && !adding && <p className="text-sm text-ink-soft">No evidence yet.</p>}
      <ol className="flex flex-col">
        {listed.map((item) => (
          <li key={item.id} value={item.number} className="border-t py-2.5">
            {editing?.id === item.id ? (
              <EvidenceForm
                name={nameOf(name, item.id)}
                initial={draftOfEvidence(editing)}
                action="Keep changes"
                onCancel={() => setEditing(null)}
                onDone={(draft) => {
                  onEdit(editing, evidenceOf(draft), knownSource(draft));
                  setEditing(null);
                }}
              />
            ) : (
              <EvidenceItem item={item} deeds={disabled ? undefined : deedsOn(item)} />
            )}
          </li>
        ))}
      </ol>
      {source && (
        <Suspense>
          <sourceDialog.Part sourceId={source} onClose={() => setSource(null)} onChanged={onSourceChanged} />
        </Suspense>
      )}
      {adding && !disabled && (
        <div className="border-t pt-3">
          <EvidenceForm
            name={nameOf(name, 'new')}
            initial={emptyDraft()}
            action="Add evidence"
            onCancel={close}
            onDone={(draft) => {
              onAdd(evidenceOf(draft), knownSource(draft));
              close();
            }}
          />
        </div>
      )}
    </section>
  );
}
