import type { Frame } from '@/domain/edition';
import type { PageHead } from './page-head';
import { PublicPage } from './public-page';
import { Bar } from './summary';
import { addressOf, checkedInWords, countsOf, dayOf } from './words';

/** A published article as the list shows it. */
export type Listed = {
  id: string;
  slug: string;
  number: number;
  publishedAt: string;
  article: Pick<Frame['article'], 'title' | 'publication' | 'publishedOn' | 'language'>;
  desk: string;
  scale: Frame['scale'];
  /** the key of each claim's verdict */
  verdicts: string[];
};

function Item({ item }: { item: Listed }) {
  const { article } = item;
  const counts = countsOf(item.scale, item.verdicts);
  return (
    <li>
      <h2 lang={article.language} dir="auto">
        <a href={addressOf(item.slug)}>{article.title}</a>
      </h2>
      <p>{checkedInWords(item.verdicts.length, counts)}</p>
      <Bar counts={counts} />
      <p className="quiet">
        {article.publication && (
          <>
            From <bdi>{article.publication}</bdi>
            {article.publishedOn && `, ${dayOf(article.publishedOn)}`}.{' '}
          </>
        )}
        {item.number === 1 ? 'Published' : `Edition ${item.number}, published`}{' '}
        <time dateTime={item.publishedAt}>{dayOf(item.publishedAt)}</time>.
      </p>
    </li>
  );
}

type ListPageProps = { items: Listed[]; older: string | null; css: string; head?: PageHead };

/** What is published, latest first: what somebody who is not signed in finds at the front. */
export const ListPage = ({ items, older, css, head }: ListPageProps) => {
  const desk = items[0]?.desk ?? 'Fact checks';
  return (
    <PublicPage
      title={`Fact checks by ${desk}`}
      description={`Articles checked claim by claim by ${desk}.`}
      language="en-GB"
      css={css}
      desk={desk}
      head={head}
    >
      <header className="masthead">
        <h1>Fact checks</h1>
        <p className="people">Articles checked claim by claim, with the evidence for every verdict.</p>
      </header>
      {items.length === 0 ? (
        <p className="empty">Nothing is published yet. What is checked and approved here will appear on this page.</p>
      ) : (
        <ol className="published">
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ol>
      )}
      <footer className="foot">
        {older && <a href={older}>Older fact checks</a>}
        <a href="/sign-in">Sign in to the desk</a>
      </footer>
    </PublicPage>
  );
};
