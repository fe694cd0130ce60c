import type { Frame } from '@/domain/edition';
import { WebLink } from './evidence';
import { ours } from './public-page';
import { dayOf, listed, momentOf } from './words';

/** Where the article comes from. */
const Original = ({ article }: Pick<Frame, 'article'>) => (
  <p className="original">
    {article.publication && <bdi className="publication">{article.publication}</bdi>}
    {article.byline && (
      <>
        {article.publication ? ', ' : ''}
        <bdi>{article.byline}</bdi>
      </>
    )}
    {article.publishedOn && (
      <>
        {article.publication || article.byline ? ', ' : ''}
        <time dateTime={article.publishedOn}>{dayOf(article.publishedOn)}</time>
      </>
    )}
    {article.url && (
      <>
        {'. '}
        <WebLink href={article.url}>Read the original</WebLink>
      </>
    )}
  </p>
);

/** Who checked, who approved, and which edition this is. */
const Signed = ({ frame: { checkedBy, approvedBy, desk, edition } }: { frame: Frame }) => (
  <p className="people">
    Checked by <bdi>{listed(checkedBy)}</bdi>, approved by <bdi>{listed(approvedBy)}</bdi>.
    {desk.onePerson && <strong> Checked and approved by one person.</strong>} Edition {edition.number}, published{' '}
    <time dateTime={edition.publishedAt}>{momentOf(edition.publishedAt)}</time>.
  </p>
);

/** The head of an edition: what was checked, where it comes from, who stands for it. */
export const Masthead = ({ frame }: { frame: Frame }) => (
  <header className="masthead">
    <h1 dir="auto" className={frame.article.title.length > 110 ? 'long' : undefined}>
      {frame.article.title}
    </h1>
    <div {...ours(frame.article.language)}>
      <Original article={frame.article} />
      <Signed frame={frame} />
    </div>
  </header>
);
