'use client';
import { Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import { elsewhere, type Quote, type Span } from '@/domain/anchor';
import type { Claim } from '@/domain/claim';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { standsIn } from './claim-ranges';
import { useChecking } from './under-check';
import { aboutWords } from './wording';

/** Characters shown on either side of a repeat. */
const AROUND = 36;

/** Repeats offered at once; a phrase that is all over the article is no claim's. */
const MOST = 8;

const shortened = (words: string): string => (words.length > 90 ? `${words.slice(0, 89)}…` : words);

/** A repeat whose words are gone; what stands at its offsets now is something else. */
const LostRepeat = ({ exact, children }: { exact: string; children: React.ReactNode }) => (
  <li className="flex items-center gap-2 text-sm text-ink-faint">
    <span className="min-w-0 flex-1 wrap-anywhere" dir="auto">
      No longer in the article: <s className="text-ink-soft">{shortened(exact)}</s>
    </span>
    {children}
  </li>
);

function Repeat({ span, children }: { span: Span; children: React.ReactNode }) {
  const { text } = useChecking().revision;
  const before = text.slice(Math.max(0, span.start - AROUND), span.start).replace(/^\S*\s|\n/g, ' ');
  const after = text.slice(span.end, span.end + AROUND).replace(/\s\S*$|\n/g, ' ');
  const words = text.slice(span.start, span.end);
  return (
    <li className="flex items-center gap-2 text-sm text-ink-faint">
      <span className="min-w-0 flex-1 wrap-anywhere" dir="auto">
        …{before}
        <b className="font-semibold text-ink-soft">{shortened(words)}</b>
        {after}…
      </span>
      {children}
    </li>
  );
}

type Props = { claim: Claim; onChange: (alsoAt: Quote[]) => void; disabled: boolean };

/** The words of the article that make the claim, and where else it makes the same one. */
export function ClaimQuotes({ claim, onChange, disabled }: Props) {
  const { revision, article } = useChecking();
  const { anchor, alsoAt } = claim;
  const [start, end] = [anchor?.start ?? 0, anchor?.end ?? 0];
  const stands = anchor !== null && standsIn(anchor, revision.number);
  const repeats = useMemo(
    () => (stands && start < end ? elsewhere(revision.text, { start, end }, article.language) : []),
    [revision.text, stands, start, end, article.language],
  );
  if (!anchor) return claim.about && <p className="text-sm text-ink-soft">About {aboutWords(claim.about)}.</p>;
  const isTaken = (span: Span) =>
    alsoAt.some((other) => standsIn(other, revision.number) && other.start < span.end && span.start < other.end);
  const offered = disabled ? [] : repeats.filter((span) => !isTaken(span)).slice(0, MOST);
  return (
    <section aria-label="In the article" className="flex flex-col gap-2">
      <blockquote
        className="max-h-32 overflow-y-auto border-l-2 border-tone pl-3 font-serif text-base leading-read whitespace-pre-line text-ink-soft wrap-anywhere"
        dir="auto"
      >
        {anchor.exact}
      </blockquote>
      {(alsoAt.length > 0 || offered.length > 0) && (
        <div>
          <h3 className="text-sm text-ink-soft">Also here</h3>
          <ul className="flex flex-col gap-1">
            {alsoAt.map((place) => {
              const away = !disabled && (
                <IconButton
                  size="sm"
                  label="Not here"
                  icon={<X aria-hidden />}
                  onClick={() => onChange(alsoAt.filter((other) => other !== place))}
                />
              );
              return standsIn(place, revision.number) ? (
                <Repeat key={place.start} span={place}>
                  {away}
                </Repeat>
              ) : (
                <LostRepeat key={`lost ${place.start}`} exact={place.exact}>
                  {away}
                </LostRepeat>
              );
            })}
            {offered.map((span) => (
              <Repeat key={span.start} span={span}>
                <Button
                  size="sm"
                  icon={<Plus aria-hidden />}
                  onClick={() => onChange([...alsoAt, { ...span, exact: revision.text.slice(span.start, span.end) }])}
                >
                  Here too
                </Button>
              </Repeat>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
