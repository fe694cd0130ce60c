import { filterHelp } from './hit-words';

const word =
  'min-h-7 rounded-sm text-left font-mono text-sm text-accent underline decoration-dotted underline-offset-4';

/** What can be written into the search besides words, each line with an example to try. */
export const FilterHelp = ({ onTry }: { onTry: (example: string) => void }) => (
  <dl className="grid gap-x-6 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]">
    {filterHelp.map(({ name, does, example }) => (
      <div
        key={name}
        className="flex flex-wrap items-baseline gap-x-6 border-t py-1 max-sm:flex-col sm:col-span-2 sm:grid sm:grid-cols-subgrid"
      >
        <dt>
          <button type="button" className={word} onClick={() => onTry(example)}>
            {example}
          </button>
        </dt>
        <dd className="text-ink-soft">{does}</dd>
      </div>
    ))}
    <div className="flex flex-wrap items-baseline gap-x-6 border-t py-1 max-sm:flex-col sm:col-span-2 sm:grid sm:grid-cols-subgrid">
      <dt className="font-mono">"in June" -winter</dt>
      <dd className="text-ink-soft">
        Words in this order, and without a word. A minus before a filter turns it round; the same filter twice means
        either.
      </dd>
    </div>
  </dl>
);
