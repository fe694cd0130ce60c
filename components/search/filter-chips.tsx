import { X } from 'lucide-react';
import { type Part, searchQueryOf, withoutPart } from '@/domain/search/query';

const isFilter = ({ filter, text }: Part): boolean => filter !== null || /^[-"“„]/.test(text);

/** The filters, phrases and exclusions of a query, each to be taken away by a press. */
export function FilterChips({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const parts = searchQueryOf(q).parts.filter(isFilter);
  if (parts.length === 0) return null;
  return (
    <ul aria-label="Filters in use" className="flex flex-wrap gap-1.5">
      {parts.map((part) => (
        <li key={part.start}>
          <button
            type="button"
            aria-label={`Take away ${part.text}`}
            className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full border border-rule bg-raised px-2.5 text-sm hover:bg-sunken"
            onClick={() => onChange(withoutPart(q, part))}
          >
            <span className="truncate" dir="auto">
              {part.text}
            </span>
            <X aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          </button>
        </li>
      ))}
    </ul>
  );
}
