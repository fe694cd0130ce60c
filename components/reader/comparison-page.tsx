import { wordChanges } from '@/components/ui/wording';
import { type Change, type Difference, differences, type Payload } from '@/domain/edition';
import type { PageHead } from './page-head';
import { ours, PublicPage } from './public-page';
import { WithdrawnClaims } from './withdrawn';
import { addressOf, dayOf, differenceInWords, recordOf } from './words';

/** A piece of a wording that went or came, told in shape and words as well as colour. */
const Piece = ({ kind, text }: ReturnType<typeof wordChanges>[number]) => {
  if (kind === 'kept') return text;
  const Tag = kind === 'removed' ? 'del' : 'ins';
  return (
    <Tag>
      <span className="vh"> {kind}: </span>
      {text}
    </Tag>
  );
};

const Changed = ({ what, before, after }: Change) => (
  <div>
    <dt>{what}</dt>
    <dd dir="auto">
      {wordChanges(before, after).map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never again
        <Piece key={index} {...change} />
      ))}
    </dd>
  </div>
);

const Told = ({ difference }: { difference: Difference }) => (
  <li>
    <h2>{differenceInWords(difference)}</h2>
    {difference.statement && (
      <p className="statement" dir="auto">
        {difference.statement}
      </p>
    )}
    {difference.changes.length > 0 && (
      <dl>
        {difference.changes.map((change) => (
          <Changed key={change.what} {...change} />
        ))}
      </dl>
    )}
  </li>
);

const Side = ({ frame: { article, edition } }: Payload) => (
  <>
    <a href={addressOf(article.slug, edition.number)}>edition {edition.number}</a> (
    <time dateTime={edition.publishedAt}>{dayOf(edition.publishedAt)}</time>)
  </>
);

type ComparisonPageProps = { from: Payload; to: Payload; css: string; head?: PageHead };

/** What one edition says otherwise than another, claim by claim: in words, and word by word. */
export function ComparisonPage({ from, to, css, head }: ComparisonPageProps) {
  const { article, desk, edition } = to.frame;
  const title = `What differs between editions ${from.frame.edition.number} and ${edition.number}`;
  const found = differences(from, to);
  return (
    <PublicPage
      title={`${title}: ${article.title}`}
      language={article.language}
      css={css}
      canonical={recordOf(article.slug, from.frame.edition.number, edition.number)}
      desk={desk.name}
      head={head}
    >
      <header className="masthead">
        <h1 {...ours(article.language)}>{title}</h1>
        <p className="people" {...ours(article.language)}>
          From <Side {...from} /> to <Side {...to} /> of{' '}
          <a href={addressOf(article.slug)}>
            <bdi>{article.title}</bdi>
          </a>
        </p>
      </header>
      <WithdrawnClaims payload={to} />
      <div className="record" {...ours(article.language)}>
        {found.length === 0 && <p>No claim differs, nor does what is said of the article.</p>}
        <ul className="differences">
          {found.map((difference) => (
            <Told key={`${difference.kind} ${difference.k}`} difference={difference} />
          ))}
        </ul>
        <p>
          <a href={recordOf(article.slug)}>Every edition</a>
        </p>
      </div>
    </PublicPage>
  );
}
