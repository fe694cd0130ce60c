'use client';
import { ExternalLink, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { isTemporary } from '@/client/outbox/change';
import type { EvidencePatch, NewEvidence } from '@/domain/contract/claims';
import type { Evidence, Source } from '@/domain/evidence';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { dayInWords } from '../ui/moment';
import { draftOfEvidence, emptyDraft, evidenceOf, knownSource } from './evidence-draft';
import { EvidenceForm } from './evidence-form';
import { SourceDialog } from './source-dialog';
import { StanceMark } from './stance-mark';

type Props = {
  evidence: Evidence[];
  /** `known` is the source where one that the desk knows was chosen */
  onAdd: (given: NewEvidence, known?: Source) => void;
  onEdit: (id: string, patch: EvidencePatch, known?: Source) => void;
  onRemove: (id: string) => void;
  /** a source was changed wherever it is cited, here and in other claims */
  onSourceChanged: () => void;
  /** whether the form for a new piece is open */
  formOpen: boolean;
  onFormOpen: (open: boolean) => void;
  disabled?: boolean;
};

/** The evidence of a claim under its numbers, to read, add to, change and delete. */
export function EvidenceList({
  evidence,
  onAdd,
  onEdit,
  onRemove,
  onSourceChanged,
  formOpen,
  onFormOpen,
  disabled,
}: Props) {
  const [source, setSource] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <section aria-labelledby="evidence-heading" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <h3 id="evidence-heading" className="text-sm font-semibold">
          Evidence
        </h3>
        {!formOpen && !disabled && (
          <Button size="sm" icon={<Plus aria-hidden />} aria-keyshortcuts="E" onClick={() => onFormOpen(true)}>
            Add evidence
          </Button>
        )}
      </div>
      {evidence.length === 0 && !formOpen && <p className="text-sm text-ink-soft">No evidence yet.</p>}
      <ol className="flex flex-col">
        {evidence.map((item) => (
          <li key={item.id} value={item.number} className="border-t py-2.5">
            {editing === item.id ? (
              <EvidenceForm
                initial={draftOfEvidence(item)}
                action="Keep changes"
                onCancel={() => setEditing(null)}
                onDone={(draft) => {
                  onEdit(item.id, evidenceOf(draft), knownSource(draft));
                  setEditing(null);
                }}
              />
            ) : (
              <Item
                item={item}
                disabled={disabled}
                onEdit={() => setEditing(item.id)}
                onRemove={() => onRemove(item.id)}
                onSource={() => setSource(item.source.id)}
              />
            )}
          </li>
        ))}
      </ol>
      {source && <SourceDialog sourceId={source} onClose={() => setSource(null)} onChanged={onSourceChanged} />}
      {formOpen && !disabled && (
        <div className="border-t pt-3">
          <EvidenceForm
            initial={emptyDraft()}
            action="Add evidence"
            onCancel={() => onFormOpen(false)}
            onDone={(draft) => {
              onAdd(evidenceOf(draft), knownSource(draft));
              onFormOpen(false);
            }}
          />
        </div>
      )}
    </section>
  );
}

type ItemProps = {
  item: Evidence;
  disabled?: boolean;
  onEdit: () => void;
  onRemove: () => void;
  onSource: () => void;
};

function Item({ item, disabled, onEdit, onRemove, onSource }: ItemProps) {
  const { source } = item;
  const facts = [
    source.publisher,
    source.publishedOn && dayInWords(source.publishedOn),
    item.locator,
    item.primary && 'primary source',
    item.accessedOn && `accessed ${dayInWords(item.accessedOn)}`,
  ].filter(Boolean);
  return (
    <div className="flex gap-2.5">
      <span className="w-6 shrink-0 text-sm text-ink-faint tabular-nums">[{item.number}]</span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-start justify-between gap-2">
          <p className="min-w-0 leading-tight font-semibold wrap-anywhere" dir="auto">
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer noopener" className="text-ink underline">
                {source.title}
                <ExternalLink className="ml-1 inline size-3.5" aria-label="(opens in a new tab)" />
              </a>
            ) : (
              source.title
            )}
          </p>
          {!disabled && (
            <span className="flex shrink-0">
              <IconButton
                size="sm"
                label={`Edit evidence ${item.number}`}
                icon={<Pencil aria-hidden />}
                onClick={onEdit}
              />
              <IconButton
                size="sm"
                label={`Delete evidence ${item.number}`}
                icon={<Trash2 aria-hidden />}
                onClick={onRemove}
              />
            </span>
          )}
        </div>
        <StanceMark stance={item.stance} />
        {item.quote && (
          <blockquote className="border-l-2 border-rule pl-2.5 font-serif leading-read wrap-anywhere" dir="auto">
            {item.quote}
          </blockquote>
        )}
        {facts.length > 0 && <p className="text-sm text-ink-soft wrap-anywhere">{facts.join(' · ')}</p>}
        {!disabled && !isTemporary(source.id) && (
          <button type="button" className="min-h-6 self-start text-sm text-ink-soft underline" onClick={onSource}>
            Change the source everywhere
          </button>
        )}
        {item.archivedUrl && (
          <a href={item.archivedUrl} target="_blank" rel="noreferrer noopener" className="text-sm underline">
            Archived copy
          </a>
        )}
        {source.withheld && (
          <p className="text-sm text-warn wrap-anywhere">Withheld. Readers see only: {source.description}</p>
        )}
        {item.note && <p className="text-sm text-ink-faint wrap-anywhere">Note: {item.note}</p>}
      </div>
    </div>
  );
}
