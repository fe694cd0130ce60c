import type { Change, Trouble } from '@/client/outbox/change';
import { Button } from '../ui/button';
import { actWords, problemWords, writtenIn } from './change-words';

type Props = {
  change: Change;
  trouble: Extract<Trouble, { kind: 'refused' }>;
  names: ReadonlyMap<string, string>;
  onRetry: () => void;
  onDiscard: () => void;
};

/** What the desk refused, why, and what was written, which is kept until it is sent again or discarded. */
export function RefusedChange({ change, trouble, names, onRetry, onDiscard }: Props) {
  const written = writtenIn(change, names);
  return (
    <>
      <ul className="flex flex-col gap-1 text-danger">
        {trouble.problems.map((problem) => (
          <li key={`${problem.rule} ${problem.message}`}>{problemWords(problem)}</li>
        ))}
      </ul>
      {written.length > 0 && (
        <dl className="flex flex-col gap-2 border-l-2 border-rule pl-3">
          {written.map(({ name, words }) => (
            <div key={name}>
              <dt className="text-sm text-ink-faint">{name}</dt>
              <dd className="max-h-40 overflow-y-auto whitespace-pre-wrap wrap-anywhere" dir="auto">
                {words}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onRetry}>Try again</Button>
        <Button variant="danger" onClick={onDiscard}>
          {actWords(change).leave}
        </Button>
      </div>
    </>
  );
}
