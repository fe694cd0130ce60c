'use client';
import { useState } from 'react';
import type { Claim } from '@/domain/claim';
import { mayDo } from '@/domain/permission';
import { changedSince, type SuggestedField, type Suggestion, suggestedFields } from '@/domain/suggestion';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { DiffText } from '../ui/diff-text';
import { RelativeTime } from '../ui/relative-time';
import { useChecking } from './under-check';

const names: Record<SuggestedField, string> = { statement: 'Statement', rationale: 'Rationale' };

type Props = {
  claim: Claim;
  suggestion: Suggestion;
  /** accepts these fields and declines the others; without it the suggestion is there to read */
  onSettle?: (accept: SuggestedField[]) => void;
};

/** The wording that a return suggests, word by word against what stands now, to accept or to decline. */
export function SuggestionView({ claim, suggestion, onSettle }: Props) {
  const { me } = useChecking();
  const stale = changedSince(suggestion, claim);
  const fields = suggestedFields.filter((field) => suggestion[field] !== null);
  const [left, setLeft] = useState<readonly SuggestedField[]>(stale);
  if (suggestion.settled) return <Settled suggestion={suggestion} />;
  const accept = fields.filter((field) => !left.includes(field));
  const several = fields.length > 1;
  return (
    <section aria-label="Suggested wording" className="flex flex-col gap-2 pt-1 text-ink">
      <h3 className="text-sm font-semibold">Suggested wording</h3>
      {fields.map((field) => (
        <div key={field} className="flex flex-col gap-1">
          {several && onSettle ? (
            <Checkbox
              label={names[field]}
              checked={!left.includes(field)}
              onChange={(on) => setLeft(on ? left.filter((one) => one !== field) : [...left, field])}
            />
          ) : (
            <p className="text-sm text-ink-soft">{names[field]}</p>
          )}
          {stale.includes(field) && (
            <p className="text-sm text-warn">
              It was changed since it was returned. This is what accepting would make of the words as they are now:
            </p>
          )}
          <p
            className="border-l-2 border-rule pl-2.5 font-serif leading-read whitespace-pre-wrap wrap-anywhere"
            dir="auto"
          >
            <DiffText before={claim[field]} after={suggestion[field]!.is} />
          </p>
        </div>
      ))}
      {onSettle && mayDo(me.role, 'annotate') && claim.state !== 'dropped' && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="primary" disabled={accept.length === 0} onClick={() => onSettle(accept)}>
            {several && accept.length === 1 ? `Accept the ${accept[0]}` : 'Accept'}
          </Button>
          <Button size="sm" onClick={() => onSettle([])}>
            Decline
          </Button>
        </div>
      )}
    </section>
  );
}

function Settled({ suggestion: { settled } }: { suggestion: Suggestion }) {
  const { names: people } = useChecking();
  if (!settled) return null;
  const what =
    settled.accepted.length > 0
      ? `took over the suggested ${settled.accepted.join(' and ')}`
      : 'declined the suggested wording';
  return (
    <p className="text-sm">
      {people[settled.by] ?? 'Somebody'} {what}, <RelativeTime at={settled.at} />.
    </p>
  );
}
