import type { ReactNode } from 'react';
import type { Article } from '@/domain/article';
import { DueTime } from '../ui/due-time';
import { dayInWords } from '../ui/moment';

type Props = {
  article: Article;
  title: string;
  names: Readonly<Record<string, string>>;
  /** what else is to be known of it */
  children?: ReactNode;
};

/** The article's title over its text, with who published it and when, who sees it through and by when. */
export function ArticleHead({ article, title, names, children }: Props) {
  const { publication, byline, publishedOn, url, assignees, dueAt, state } = article;
  const facts = [byline, publishedOn && dayInWords(publishedOn)].filter(Boolean);
  return (
    <header className="flex max-w-[calc(31*var(--text-read))] flex-col gap-2 pb-6">
      {publication && (
        <p className="text-sm text-ink-soft wrap-anywhere">
          {url ? (
            <a href={url} target="_blank" rel="noreferrer noopener">
              {publication}
            </a>
          ) : (
            publication
          )}
        </p>
      )}
      <h1 className="font-serif text-xl leading-tight font-semibold text-pretty wrap-anywhere sm:text-2xl" dir="auto">
        {title}
      </h1>
      {state === 'checking' && (dueAt || assignees.length > 0) && (
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft wrap-anywhere">
          {dueAt && <DueTime at={dueAt} />}
          {assignees.length > 0 && <span>with {assignees.map((id) => names[id] ?? 'somebody').join(', ')}</span>}
        </p>
      )}
      {facts.length > 0 && <p className="text-sm text-ink-soft wrap-anywhere">{facts.join(' · ')}</p>}
      {children && <p className="text-sm">{children}</p>}
    </header>
  );
}
