import Link from 'next/link';
import type { Activity } from '@/domain/activity';
import type { LogFilter as Filter } from '@/domain/contract/activity';
import { NewEntries } from '../live/new-entries';
import { Notice } from '../ui/notice';
import { RelativeTime } from '../ui/relative-time';
import { LogFilter } from './log-filter';
import { tellingOf } from './log-words';

type Props = {
  entries: Activity[];
  filter: Filter;
  /** why the filter is not applied, in words */
  refusal: string | null;
  kinds: readonly string[];
  /** by id */
  names: Record<string, string>;
  titles: Record<string, string>;
  statements: Record<string, string>;
  /** who looks at its newest page, and the number of its last line then; null at an earlier page */
  live: { person: string; since: number } | null;
  /** where the log goes on */
  next: string | null;
};

const Entry = ({
  entry,
  names,
  titles,
  statements,
}: Pick<Props, 'names' | 'titles' | 'statements'> & { entry: Activity }) => {
  const { at, by, articleId, claimId } = entry;
  const who = by === null ? 'The server' : (names[by] ?? 'Somebody');
  const statement = claimId && statements[claimId];
  const title = articleId && titles[articleId];
  return (
    <li className="flex flex-col gap-0.5 py-2.5">
      <p className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4">
        <span className="wrap-anywhere">
          <bdi className="font-semibold">{who}</bdi> <span dir="auto">{tellingOf(entry)}</span>
          {entry.erased && <span className="text-ink-faint"> (what it said was erased)</span>}
        </span>
        <RelativeTime at={at} className="text-sm text-ink-faint" />
      </p>
      {(statement || title) && (
        <p className="text-sm text-ink-soft wrap-anywhere">
          {statement && (
            <Link href={`/articles/${articleId}#claim-${claimId}`} dir="auto">
              {statement}
            </Link>
          )}
          {statement && title && ' · '}
          {title && (
            <Link href={`/articles/${articleId}`} dir="auto" className="text-ink-faint">
              {title}
            </Link>
          )}
        </p>
      )}
    </li>
  );
};

/** Everything that was done at the desk, newest first. */
export function LogPage({ entries, filter, refusal, kinds, live, next, ...words }: Props) {
  const query = new URLSearchParams(filter as Record<string, string>).toString();
  const download = (format: string) => `/log/activity.${format}${query && `?${query}`}`;
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6 px-4 py-8 sm:px-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="font-serif text-2xl leading-tight font-semibold">The log</h1>
        <p className="flex gap-4 text-sm">
          <a href={download('csv')} download className="py-1">
            CSV
          </a>
          <a href={download('jsonl')} download className="py-1">
            JSON Lines
          </a>
        </p>
      </header>
      <LogFilter
        filter={filter}
        kinds={kinds}
        names={words.names}
        article={(filter.article && words.titles[filter.article]) || null}
      />
      {refusal && (
        <Notice kind="warn" title="The whole log is shown">
          <p>{refusal}</p>
        </Notice>
      )}
      {live && <NewEntries {...live} shows={filter} what="entry" list="entries" />}
      {entries.length === 0 ? (
        <p id="entries" tabIndex={-1} className="text-ink-soft outline-none">
          Nothing in the log is like that.
        </p>
      ) : (
        <ol id="entries" aria-label="Entries" tabIndex={-1} className="scroll-mt-20 divide-y border-y outline-none">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} {...words} />
          ))}
        </ol>
      )}
      {next && (
        <Link href={next} className="py-1">
          Earlier
        </Link>
      )}
    </div>
  );
}
