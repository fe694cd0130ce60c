'use client';
import { type KeyboardEvent, useId, useState } from 'react';
import { publishedApproaches } from '@/domain/approach';
import type { Claim } from '@/domain/claim';
import { likeliestFirst, renumbered } from '@/domain/merging';
import { type Scale, verdictOf } from '@/domain/scale';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { StateMark } from '../ui/state-mark';
import { TextInput } from '../ui/text-input';
import { VerdictMark } from '../ui/verdict-mark';
import type { Numbered } from './claim-order';
import type { MergeQuestion } from './questions';

type Props = { question: MergeQuestion; close: (into: Numbered | null) => void };

const spanOf = ({ entry: { claim } }: Numbered) => claim.anchor;

const overlaps = (a: Claim, b: Claim): boolean =>
  a.anchor !== null && b.anchor !== null && a.anchor.start < b.anchor.end && b.anchor.start < a.anchor.end;

/** The claims that hold every word, those on the same words first. */
function found({ one, others }: MergeQuestion, query: string): Numbered[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const said = ({ number, entry: { claim } }: Numbered) =>
    `${number} ${claim.statement} ${claim.quotes.join(' ')}`.toLocaleLowerCase();
  const matching = others.filter((other) => words.every((word) => said(other).includes(word)));
  return likeliestFirst(spanOf(one), matching, spanOf);
}

const list = new Intl.ListFormat('en-GB');

/** What merging will do, in words. */
export function consequences(one: Numbered, into: Numbered): string[] {
  const { claim } = one.entry;
  const target = into.entry.claim;
  const numbers = renumbered(claim.evidence, target.nextEvidence).map(({ is }) => `[${is}]`);
  const moved =
    numbers.length === 0
      ? `Claim ${one.number} has no evidence to move.`
      : `Its evidence becomes ${list.format(numbers)} of claim ${into.number}.`;
  const asked = claim.approaches.map(({ party }) => party);
  const said = [
    moved,
    ...(asked.length > 0 ? [`Who was asked for a reply goes along, with what came of it: ${list.format(asked)}.`] : []),
    `Claim ${one.number} is dropped, with a pointer to claim ${into.number}; its own verdict and rationale stay with it. Restoring it brings back what moved.`,
    `Whoever worked on claim ${one.number} counts as having worked on claim ${into.number} too.`,
  ];
  const gets = numbers.length > 0 || publishedApproaches(claim.approaches).length > 0;
  if (gets && target.state === 'approved')
    said.push(`The approval of claim ${into.number} lapses, since what it stands on is more than was approved.`);
  if (claim.k !== null)
    said.push(`Claim ${one.number} was published: the next edition leaves it out, and the checklist says so.`);
  return said;
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

function Form({ question, close }: Props) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const options = found(question, query);
  const into = options[Math.min(at, options.length - 1)];
  const { one, scale } = question;
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.nativeEvent.isComposing || (!step && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step) setAt((Math.min(at, options.length - 1) + step + options.length) % Math.max(options.length, 1));
    else if (into) close(into);
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col">
        <TextInput
          role="combobox"
          aria-label="Find the claim to merge into"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={into && `${id}-${into.key}`}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="Find a claim by its number or words"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label="Claims"
          className="max-h-44 overflow-y-auto border-x border-b"
        >
          {options.map((option, index) => (
            // the keys go to the input, which names the active row
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter in the input do what a press here does
            <div
              key={option.key}
              id={`${id}-${option.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={option === into}
              onClick={() => setAt(index)}
              ref={(element) => {
                if (option === into) element?.scrollIntoView({ block: 'nearest' });
              }}
              className="flex min-h-9 cursor-pointer items-baseline gap-3 px-2.5 py-1.5 aria-selected:bg-accent-wash forced-colors:aria-selected:outline-2"
            >
              <span className="w-6 shrink-0 text-right text-sm text-ink-faint tabular-nums">{option.number}</span>
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {option.entry.claim.statement || 'No statement yet'}
              </span>
              {overlaps(one.entry.claim, option.entry.claim) && (
                <span className="shrink-0 text-sm text-ink-soft">same words</span>
              )}
            </div>
          ))}
        </div>
        <p role="status" className={options.length === 0 ? 'pt-2 text-ink-soft' : 'sr-only'}>
          {options.length === 0 ? 'No such claim. Try fewer or other words.' : `${options.length} found`}
        </p>
      </div>
      {into && (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Side title={`Claim ${one.number}, to be merged`} claim={one.entry.claim} scale={scale} />
            <Side title={`Claim ${into.number}, which stays`} claim={into.entry.claim} scale={scale} />
          </div>
          <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-ink-soft">
            {consequences(one, into).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={() => close(null)}>
          Cancel
        </Button>
        <Button variant="danger" disabled={!into} onClick={() => into && close(into)}>
          {into ? `Merge claim ${one.number} into claim ${into.number}` : 'Merge'}
        </Button>
      </div>
    </div>
  );
}

function Side({ title, claim, scale }: { title: string; claim: Claim; scale: Scale }) {
  return (
    <section className="flex min-w-0 flex-col gap-1.5 border-t pt-2">
      <h3 className="text-sm font-semibold">{title}</h3>
      <p className="font-serif leading-read wrap-anywhere" dir="auto">
        {claim.statement || 'No statement yet'}
      </p>
      {claim.quotes[0] !== undefined && claim.quotes[0] !== claim.statement && (
        <p className="text-sm text-ink-soft wrap-anywhere" dir="auto">
          “{claim.quotes[0]}”
        </p>
      )}
      <p className="flex flex-wrap gap-x-3 text-sm">
        <VerdictMark verdict={verdictOf(scale, claim.verdict)} />
        <StateMark state={claim.state} />
      </p>
      <ul className="text-sm text-ink-soft">
        {claim.evidence.map(({ id, number, source }) => (
          <li key={id} className="wrap-anywhere">
            [{number}] {source.title}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks which claim takes the evidence of a duplicate, and says what that will do. */
export const MergeDialog = ({ question, close }: Props) => (
  <Dialog
    open
    onOpenChange={(open) => !open && close(null)}
    size="lg"
    title={`Merge claim ${question.one.number} into another`}
    description="For a duplicate: its evidence moves to the claim that you choose."
  >
    <Form question={question} close={close} />
  </Dialog>
);
