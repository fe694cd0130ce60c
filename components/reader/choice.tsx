import { claimsOf, type Payload } from '@/domain/edition';
import { ours } from './public-page';
import { Verdict } from './verdict';
import { countsOf, inSentence, placeInScale } from './words';

const countsIn = (payload: Payload) =>
  countsOf(
    payload.frame.scale,
    claimsOf(payload).map(({ content }) => content.verdict?.key ?? ''),
  );

/**
 * With which a reader shows only some verdicts, or the article alone. No script runs: the styles (choice.css) see what
 * is ticked, in browsers that know `:has()`; to all others they do not show these boxes.
 */
export function Choice({ payload }: { payload: Payload }) {
  const { scale, article } = payload.frame;
  const counts = countsIn(payload);
  if (counts.length === 0) return null;
  return (
    <details className="choice" {...ours(article.language)}>
      <summary>Show only some verdicts, or the article alone</summary>
      {counts.length > 1 && (
        <fieldset>
          <legend>Only claims found</legend>
          {counts.map(({ value, count }) => (
            <label key={value.key}>
              <input type="checkbox" className="only" id={`only-${placeInScale(scale, value.key)}`} />
              <Verdict value={value} /> <span className="quiet">{count}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label>
        <input type="checkbox" id="alone" />
        The article without annotations
      </label>
    </details>
  );
}

/** Says what the reader chose and what is hidden by it: nothing is shown of this unless something is. */
export function Chosen({ payload }: { payload: Payload }) {
  const { scale, article } = payload.frame;
  return (
    <div className="chosen quiet" role="status" {...ours(article.language)}>
      <p className="if-only">
        Shown below, as you chose:{' '}
        {countsIn(payload).map(({ value, count }) => (
          <span key={value.key} data-verdict={placeInScale(scale, value.key)}>
            {`${count} ${inSentence(value.label)}; `}
          </span>
        ))}
        the notes on all other claims are hidden.
      </p>
      <p className="if-alone">The article is shown without annotations, as you chose: all notes are hidden.</p>
    </div>
  );
}
