import type { Adjudicated, Confirmation, Frame, Tier, Withdrawal } from '@/domain/edition';
import type { PageHead } from './page-head';
import { ours, PublicPage } from './public-page';
import { addressOf, dayOf, listed, momentOf, recordOf, tierWords } from './words';

/** An edition as the record tells of it; of a withdrawn one only its number, its time, its digest and why. */
export type Recorded = {
  number: number;
  publishedAt: string;
  digest: string;
  tier: Tier | null;
  note: string | null;
  withdrawal: Withdrawal | null;
  /** null where it is withdrawn */
  people: (Pick<Frame, 'checkedBy' | 'approvedBy' | 'desk'> & { publishedBy: string }) | null;
  /** what was approved without a second person, and why: claims by their numbers, null for the conclusion */
  overrides: { k: number | null; reason: string; confirmation: Confirmation | null }[];
  /** claims on which two independent reviewers differed, with the verdict that stands, in words */
  adjudicated: (Adjudicated & { k: number; verdict: string })[];
};

export type RecordPageProps = {
  slug: string;
  /** of the newest edition that is shown; without one, of none */
  article: Pick<Frame['article'], 'title' | 'language'> | null;
  desk: string;
  /** oldest first */
  editions: Recorded[];
  withdrawnClaims: { k: number; withdrawal: Withdrawal }[];
  /** the edition with which the reader wants to compare another */
  chosen: number | null;
  css: string;
  head?: PageHead;
};

const People = ({ checkedBy, approvedBy, desk, publishedBy }: NonNullable<Recorded['people']>) => (
  <p>
    Checked by <bdi>{listed(checkedBy)}</bdi>, approved by <bdi>{listed(approvedBy)}</bdi>, published by{' '}
    <bdi>{publishedBy}</bdi>.{desk.onePerson && <strong> Checked and approved by one person.</strong>}
  </p>
);

const Because = ({ reason, at }: Withdrawal) => (
  <p className="notice grave">
    <strong>Withdrawn</strong>, <time dateTime={at}>{dayOf(at)}</time>: <span dir="auto">{reason}</span>
  </p>
);

const Overrides = ({ overrides }: Pick<Recorded, 'overrides'>) =>
  overrides.map(({ k, reason, confirmation }) => (
    <p key={k}>
      {k === null ? 'The conclusion' : `Claim ${k}`} was approved without a second person. The reason:{' '}
      <span dir="auto">{reason}</span>
      {confirmation && (
        <>
          {' '}
          <strong>
            Confirmed since by <bdi>{confirmation.by}</bdi>,{' '}
            <time dateTime={confirmation.at}>{dayOf(confirmation.at)}</time>.
          </strong>
        </>
      )}
    </p>
  ));

const stands: Record<Adjudicated['choice'], string> = {
  first: 'The verdict of the first stands',
  second: 'The verdict of the second stands',
  third: 'A third verdict stands',
};

const Adjudications = ({ adjudicated }: Pick<Recorded, 'adjudicated'>) =>
  adjudicated.map(({ k, choice, verdict, reason }) => (
    <p key={k}>
      Two reviewers judged claim {k} independently and came to different verdicts. {stands[choice]},{' '}
      <bdi>{verdict}</bdi>. The reason: <span dir="auto">{reason}</span>
    </p>
  ));

type Comparable = { slug: string; edition: Recorded; before: Recorded | undefined; chosen: number | null };

/** Links to what differs: from the edition before, or from the one that the reader chose. */
function Compare({ slug, edition: { number, withdrawal }, before, chosen }: Comparable) {
  if (withdrawal) return null;
  if (number === chosen) return <p>Choose the edition to compare it with.</p>;
  if (chosen !== null) {
    const [from, to] = [Math.min(chosen, number), Math.max(chosen, number)];
    return (
      <p>
        <a href={recordOf(slug, from, to)}>
          What differs between editions {from} and {to}
        </a>
      </p>
    );
  }
  return (
    <p className="compare">
      {before && !before.withdrawal && (
        <a href={recordOf(slug, before.number, number)}>
          What edition {number} changed from edition {before.number}
        </a>
      )}{' '}
      <a href={recordOf(slug, number)}>Compare edition {number} with another</a>
    </p>
  );
}

function Edition({ slug, edition, before, chosen, only }: Comparable & { only: boolean }) {
  const { number, publishedAt, digest, tier, note, withdrawal, people, overrides, adjudicated } = edition;
  return (
    <li>
      <h2>
        <a href={addressOf(slug, number)}>Edition {number}</a>
        {number === chosen && ' (chosen)'}
      </h2>
      <p className="quiet">
        Published <time dateTime={publishedAt}>{momentOf(publishedAt)}</time>
      </p>
      {withdrawal && <Because {...withdrawal} />}
      {note !== null && (
        <p className={tier === 'verdict-changed' ? 'notice grave' : 'notice'}>
          {tier && <strong>{tierWords[tier]}: </strong>}
          <span dir="auto">{note}</span>
        </p>
      )}
      {people && <People {...people} />}
      <Adjudications adjudicated={adjudicated} />
      <Overrides overrides={overrides} />
      <p className="quiet">
        Digest <code>{digest}</code>
      </p>
      {!only && <Compare slug={slug} edition={edition} before={before} chosen={chosen} />}
    </li>
  );
}

/** Everything that was ever published of an article, and what became of it: newest first. */
export function RecordPage(props: RecordPageProps) {
  const { slug, article, desk, editions, withdrawnClaims, chosen, css, head } = props;
  const language = article?.language ?? 'en-GB';
  const title = chosen === null ? 'Every edition' : `Compare edition ${chosen} with another`;
  return (
    <PublicPage
      title={article ? `${title}: ${article.title}` : title}
      description="Every edition with its date, people, digest and correction, and what was withdrawn."
      language={language}
      css={css}
      canonical={recordOf(slug)}
      desk={desk}
      head={head}
    >
      <header className="masthead">
        <h1 {...ours(language)}>{title}</h1>
        {article && (
          <p className="people">
            <a href={addressOf(slug)}>
              <bdi>{article.title}</bdi>
            </a>
          </p>
        )}
      </header>
      <div className="record" {...ours(language)}>
        {withdrawnClaims.map(({ k, withdrawal }) => (
          <section key={k} aria-label={`Claim ${k}, withdrawn in every edition`}>
            <h2>Claim {k}, in every edition</h2>
            <Because {...withdrawal} />
          </section>
        ))}
        <ol reversed className="editions">
          {editions.toReversed().map((edition) => (
            <Edition
              key={edition.number}
              slug={slug}
              edition={edition}
              before={editions.find(({ number }) => number === edition.number - 1)}
              chosen={chosen}
              only={editions.length === 1}
            />
          ))}
        </ol>
        <p>
          An edition is never edited: what has to change is published as a new one. Each names the digest of the one
          before it. <a href="/verifying">How to verify them yourself</a>
        </p>
      </div>
    </PublicPage>
  );
}
