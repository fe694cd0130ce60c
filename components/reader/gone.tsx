import type { EditionClaim, Frame } from '@/domain/edition';
import { ours } from './public-page';
import { dayOf, directionOf } from './words';

/** Words of a claim that the article said when it was checked and does not say any more, and when that was seen. */
export function GoneWords({ claim: { place, gone }, frame }: { claim: EditionClaim; frame: Frame }) {
  if (!gone) return null;
  const { language } = frame.article;
  return (
    <div className="gone">
      <p className="quiet" {...ours(language)}>
        {place ? 'Some of its words are' : 'These words are'} no longer in the article, as seen on{' '}
        <time dateTime={gone.since}>{dayOf(gone.since)}</time>:
      </p>
      {[...new Set(gone.quotes)].map((quote) => (
        <blockquote key={quote} className="text" lang={language} dir={directionOf(language)}>
          {quote}
        </blockquote>
      ))}
    </div>
  );
}
