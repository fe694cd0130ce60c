import type { ReactNode } from 'react';
import type { Article } from '@/domain/article';
import { dayInWords } from '../ui/moment';

type Props = { article: Article; title: string /** what else is to be known of it */; children?: ReactNode };

/** The article's title over its text, with who published it and when. */
export function ArticleHead({ article, title, children }: Props) {
  const { publication, byline, publishedOn, url } = article;
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
      {facts.length > 0 && <p className="text-sm text-ink-soft wrap-anywhere">{facts.join(' · ')}</p>}
      {children && <p className="text-sm">{children}</p>}
    </header>
  );
}
