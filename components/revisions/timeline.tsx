import Link from 'next/link';
import type { RevisionHead } from '@/domain/article';
import type { Report } from '@/domain/revision';
import { FactsOf } from './facts-of';
import { countsInShort } from './wording';

type Props = {
  articleId: string;
  /** newest first */
  revisions: readonly RevisionHead[];
  /** how the claims were found in each, by its number */
  counts: ReadonlyMap<number, Report['counts']>;
  names: Readonly<Record<string, string>>;
};

const quiet = 'py-1 text-sm';

/** The revisions of an article, newest first: who added each, when and why, and what it did to the claims. */
export const Timeline = ({ articleId, revisions, counts, names }: Props) => (
  <ol id="revisions" aria-label="Revisions" tabIndex={-1} className="flex scroll-mt-20 flex-col border-t outline-none">
    {revisions.map((revision) => {
      const { number, title } = revision;
      const found = counts.get(number);
      const before = revisions.find((other) => other.number === number - 1);
      return (
        <li key={number} className="grid gap-x-10 gap-y-1.5 border-b py-4 sm:grid-cols-[minmax(0,1fr)_15rem]">
          <div className="flex min-w-0 flex-col gap-1">
            <h3 className="font-semibold">Revision {number}</h3>
            <FactsOf revision={revision} names={names} />
            {before && before.title !== title && (
              <p className="text-sm text-ink-soft wrap-anywhere" dir="auto">
                New headline: {title}
              </p>
            )}
          </div>
          {number > 1 && (
            <div className="flex flex-col items-start">
              <p className="text-sm text-ink-soft">{found ? countsInShort(found) : ''}</p>
              <Link className={quiet} href={`/articles/${articleId}/revisions/${number}`}>
                What it did to the claims
              </Link>
              <Link className={quiet} href={`?from=${number - 1}&to=${number}#difference`}>
                What changed in the text
              </Link>
            </div>
          )}
        </li>
      );
    })}
  </ol>
);
