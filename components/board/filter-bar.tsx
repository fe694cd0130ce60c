'use client';
import { SlidersHorizontal, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { claimKinds } from '@/domain/claim';
import { type ClaimFilter, filterIn, NOBODY } from '@/domain/claim-filter';
import { claimStates } from '@/domain/workflow';
import { kindWords } from '../claims/kind-words';
import { Button, LinkButton } from '../ui/button';
import { inputLook } from '../ui/input-look';
import { stateLooks } from '../ui/state-mark';
import { boardAddress, type Shown } from './address';

type Option = { value: string; label: string };
export type FilterChoices = {
  people: readonly { id: string; name: string }[];
  verdicts: readonly Option[];
  /** the headline of the article that is filtered for */
  article: string | null;
};
type Props = FilterChoices & { shown: Shown; me: string };

const due: Option[] = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'day', label: 'Due within a day' },
  { value: 'week', label: 'Due within a week' },
  { value: 'none', label: 'Due at no time' },
];
const unsettled: Option[] = [
  { value: 'any', label: 'Changed or lost' },
  { value: 'changed', label: 'Changed in the article' },
  { value: 'lost', label: 'Lost from the article' },
];
const sorts: Option[] = [
  { value: 'due', label: 'By due time' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'article', label: 'By article' },
];

type PickProps = { name: string; label: string; value?: string; options: readonly Option[]; any?: string };

const Pick = ({ name, label, value, options, any }: PickProps) => (
  <select
    name={name}
    aria-label={label}
    defaultValue={value ?? ''}
    className={`${inputLook} min-h-9 w-auto! max-w-full`}
  >
    {any && <option value="">{any}</option>}
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);

const Words = ({ name, label, value }: { name: string; label: string; value?: string }) => (
  <input
    type="search"
    name={name}
    dir="auto"
    aria-label={label}
    placeholder={label}
    defaultValue={value}
    maxLength={200}
    className={`${inputLook} min-h-9 max-w-64`}
  />
);

/** How many filters are folded away and hold all the same. */
const folded = (filter: ClaimFilter): number =>
  (['state', 'verdict', 'kind', 'claimant', 'creator', 'unsettled'] as const).filter((name) => filter[name]).length;

/** The box that was last used: another address makes the bar anew, and the focus goes back to where it was. */
let used: string | null = null;

/** What the board is filtered by. A form whose address is what it shows; a choice takes effect at once, words with Enter. */
export function FilterBar({ shown, people, verdicts, article, me }: Props) {
  const router = useRouter();
  const { filter, view, sort } = shown;
  const persons = people.map(({ id, name }) => ({ value: id, label: id === me ? `${name} (you)` : name }));
  const bar = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const box = used && bar.current?.elements.namedItem(used);
    if (box instanceof HTMLElement) box.focus();
    used = null;
  }, []);
  const show = (form: HTMLFormElement) => {
    used = document.activeElement?.getAttribute('name') ?? null;
    const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const asked = sorts.find(({ value }) => value === given.sort)?.value ?? 'due';
    router.push(boardAddress({ view, filter: filterIn(given), sort: asked as Shown['sort'] }));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    show(event.currentTarget);
  };
  const isFiltered = Object.keys(filter).length > 0;
  const more: ReactNode = (
    <details className="contents" open={folded(filter) > 0}>
      <summary className="flex min-h-9 cursor-pointer items-center gap-1.5 rounded-md px-2 font-semibold text-ink-soft hover:bg-sunken [&>svg]:size-4">
        <SlidersHorizontal aria-hidden />
        More filters
      </summary>
      <div className="flex w-full flex-wrap gap-2">
        <Pick
          name="state"
          label="State"
          any="Any state"
          value={filter.state}
          options={claimStates.map((value) => ({ value, label: stateLooks[value].word }))}
        />
        <Pick name="verdict" label="Verdict" any="Any verdict" value={filter.verdict} options={verdicts} />
        <Pick
          name="kind"
          label="Kind"
          any="Any kind"
          value={filter.kind}
          options={claimKinds.map((value) => ({ value, label: kindWords[value] }))}
        />
        <Pick name="creator" label="Made by" any="Made by anybody" value={filter.creator} options={persons} />
        <Pick
          name="unsettled"
          label="In the article"
          any="Changed or not"
          value={filter.unsettled}
          options={unsettled}
        />
        <Words name="claimant" label="Claimant" value={filter.claimant} />
      </div>
    </details>
  );
  return (
    <search>
      <form
        ref={bar}
        action="/board"
        onSubmit={submit}
        onChange={(event) => event.target instanceof HTMLSelectElement && show(event.currentTarget)}
        className="flex flex-wrap items-center gap-2"
      >
        {view !== 'board' && <input type="hidden" name="view" value={view} />}
        {filter.article && <input type="hidden" name="article" value={filter.article} />}
        <Words
          name="q"
          label={view === 'articles' ? 'Headline, publication, byline' : 'Words of the claim'}
          value={filter.q}
        />
        <Pick
          name="assignee"
          label="Assigned to"
          any="Anybody’s"
          value={filter.assignee}
          options={[{ value: NOBODY, label: 'Nobody’s' }, ...persons]}
        />
        {view !== 'articles' && <Pick name="due" label="Due" any="Due whenever" value={filter.due} options={due} />}
        {view === 'list' && <Pick name="sort" label="Order" value={sort} options={sorts} />}
        <Button type="submit" className="sr-only focus:not-sr-only">
          Find
        </Button>
        {view !== 'articles' && more}
        {isFiltered && (
          <LinkButton href={boardAddress({ view, sort, filter: {} })} variant="quiet" size="sm">
            Clear filters
          </LinkButton>
        )}
        {article !== null && (
          <LinkButton
            href={boardAddress({ view, sort, filter: { ...filter, article: undefined } })}
            size="sm"
            icon={<X aria-hidden />}
            className="max-w-full"
            aria-label={`Not only ${article}`}
          >
            <span className="truncate" dir="auto">
              {article}
            </span>
          </LinkButton>
        )}
      </form>
    </search>
  );
}
