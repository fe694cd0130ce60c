'use client';
import { ExternalLink, Pencil, Trash2 } from 'lucide-react';
import { isTemporary } from '@/client/outbox/change';
import type { Evidence } from '@/domain/evidence';
import { IconButton } from '../ui/icon-button';
import { dayInWords } from '../ui/moment';
import { VisuallyHidden } from '../ui/visually-hidden';
import { StanceMark } from './stance-mark';

type Props = {
  item: Evidence;
  /** what can be done to it; without, it is there to read */
  deeds?: { edit: () => void; remove: () => void; changeSource: () => void; discuss: () => void };
  /** without its stance, for who is to judge by themselves */
  blind?: boolean;
};

const link = 'min-h-6 text-sm text-ink-soft underline';

/** A piece of evidence under its number. */
export function EvidenceItem({ item, deeds, blind = false }: Props) {
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
          {deeds && (
            <span className="flex shrink-0">
              <IconButton
                size="sm"
                label={`Edit evidence ${item.number}`}
                icon={<Pencil aria-hidden />}
                onClick={deeds.edit}
              />
              <IconButton
                size="sm"
                label={`Delete evidence ${item.number}`}
                icon={<Trash2 aria-hidden />}
                onClick={deeds.remove}
              />
            </span>
          )}
        </div>
        {!blind && <StanceMark stance={item.stance} />}
        {item.quote && (
          <blockquote className="border-l-2 border-rule pl-2.5 font-serif leading-read wrap-anywhere" dir="auto">
            {item.quote}
          </blockquote>
        )}
        {facts.length > 0 && <p className="text-sm text-ink-soft wrap-anywhere">{facts.join(' · ')}</p>}
        {deeds && (
          <span className="flex flex-wrap gap-x-4">
            {!isTemporary(item.id) && (
              <button type="button" className={link} onClick={deeds.discuss}>
                Discuss
                <VisuallyHidden> evidence {item.number}</VisuallyHidden>
              </button>
            )}
            {!isTemporary(source.id) && (
              <button type="button" className={link} onClick={deeds.changeSource}>
                Change the source everywhere
              </button>
            )}
          </span>
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

/** Pieces of evidence to read. */
export const EvidenceItems = ({ evidence }: { evidence: readonly Evidence[] }) => (
  <section aria-labelledby="evidence-heading" className="flex flex-col gap-2">
    <h3 id="evidence-heading" className="text-sm font-semibold">
      Evidence
    </h3>
    {evidence.length === 0 && <p className="text-sm text-ink-soft">No evidence.</p>}
    <ol className="flex flex-col">
      {evidence.map((item) => (
        <li key={item.id} value={item.number} className="border-t py-2.5">
          <EvidenceItem item={item} />
        </li>
      ))}
    </ol>
  </section>
);
