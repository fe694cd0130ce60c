'use client';
import { useId, useState } from 'react';
import type { Change, Trouble } from '@/client/outbox/change';
import type { Choice } from '@/client/outbox/trouble';
import { Button } from '../ui/button';
import { DiffText } from '../ui/diff-text';
import { DifferenceList } from '../ui/difference-list';
import { actWords, changedMeanwhile, fieldName, type Pair, pairsOf, valueWords } from './change-words';

type Conflict = Extract<Trouble, { kind: 'conflict' }>;
type Names = ReadonlyMap<string, string>;

const sides = { mine: 'Yours', theirs: 'Theirs' } as const;
type Side = keyof typeof sides;
/** From this many characters on, the difference is easier to read than two texts. */
const long = 60;

function FieldChoice(props: { pair: Pair; names: Names; value?: Side; onChange: (side: Side) => void }) {
  const { pair, names, value, onChange } = props;
  const group = useId();
  const words = { mine: valueWords(pair.name, pair.mine, names), theirs: valueWords(pair.name, pair.theirs, names) };
  const differs = Math.min(words.mine.length, words.theirs.length) > long;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-semibold">{fieldName(pair.name)}</legend>
      {(Object.keys(sides) as Side[]).map((side) => (
        <label
          key={side}
          className="flex cursor-pointer gap-2.5 rounded-md border border-hairline px-3 py-2 transition-colors hover:bg-sunken has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={group}
            className="mt-1.5 size-3.5 shrink-0 accent-accent outline-none"
            checked={value === side}
            onChange={() => onChange(side)}
          />
          <span className="flex min-w-0 flex-col">
            <span className="text-sm text-ink-soft">{sides[side]}</span>
            <span className="max-h-40 overflow-y-auto whitespace-pre-wrap wrap-anywhere" dir="auto">
              {words[side]}
            </span>
          </span>
        </label>
      ))}
      {differs && (
        <details className="text-sm">
          <summary className="cursor-pointer py-1 text-ink-soft">From theirs to yours, word by word</summary>
          <p className="pt-1 whitespace-pre-wrap wrap-anywhere" dir="auto">
            <DiffText before={words.theirs} after={words.mine} />
          </p>
        </details>
      )}
    </fieldset>
  );
}

type Props = { change: Change; trouble: Conflict; names: Names; onChoose: (choice: Choice) => void };

/** Somebody else changed the same fields: the person chooses, field by field, whose stand. */
function ByField({ change, trouble, names, onChoose }: Props) {
  const pairs = pairsOf(change, trouble.theirs);
  const [choice, setChoice] = useState<Record<string, Side>>({});
  const open = pairs.filter(({ name }) => !choice[name]).length;
  return (
    <>
      <p className="text-ink-soft">
        Somebody else changed it too before yours arrived. Both are kept until you choose.
      </p>
      {pairs.map((pair) => (
        <FieldChoice
          key={pair.name}
          pair={pair}
          names={names}
          value={choice[pair.name]}
          onChange={(side) => setChoice((now) => ({ ...now, [pair.name]: side }))}
        />
      ))}
      <div>
        <Button variant="primary" disabled={open > 0} onClick={() => onChoose(choice)}>
          Save what I chose
        </Button>
      </div>
    </>
  );
}

/** Somebody else changed what an act stood for: the person reads what is new and does it again, or not. */
function AsAWhole({ change, trouble, onChoose }: Props) {
  const { again, leave } = actWords(change);
  const parts = changedMeanwhile(change, trouble.theirs);
  return (
    <>
      <p className="text-ink-soft">Somebody else changed the claim before that arrived, so it was not done.</p>
      {parts.length > 0 && <DifferenceList parts={parts} />}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onChoose({})}>{again}</Button>
        <Button variant="quiet" onClick={() => onChoose({ whole: 'theirs' })}>
          {leave}
        </Button>
      </div>
    </>
  );
}

export const ConflictChoice = (props: Props) =>
  pairsOf(props.change, props.trouble.theirs).length > 0 ? <ByField {...props} /> : <AsAWhole {...props} />;
