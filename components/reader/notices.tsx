import type { Frame, Tier, Withdrawal } from '@/domain/edition';
import { ours } from './public-page';
import { addressOf, dayOf, momentOf, tierWords } from './words';

/** Another edition of the same article, as a notice tells of it. */
export type OtherEdition = {
  number: number;
  note: string | null;
  tier: Tier | null;
  publishedAt: string;
  withdrawal?: Withdrawal | null;
};

/** Whether a later edition changed a verdict. */
export const verdictChangedIn = (later: OtherEdition[]): boolean =>
  later.some(({ tier }) => tier === 'verdict-changed');

const Told = ({ edition }: { edition: OtherEdition }) => (
  <p>
    <strong>{edition.tier ? tierWords[edition.tier] : 'Edition'}</strong>,{' '}
    <time dateTime={edition.publishedAt}>{dayOf(edition.publishedAt)}</time>
    {edition.note && (
      <>
        : <span dir="auto">{edition.note}</span>
      </>
    )}
  </p>
);

const changesVerdict = ({ tier }: OtherEdition): boolean => tier === 'verdict-changed';

/** On top of an edition that another has replaced: which one, and that a verdict has changed since. */
export function Replaced({ frame, later }: { frame: Frame; later: OtherEdition[] }) {
  const newest = later.at(-1);
  if (!newest) return null;
  const { slug, language } = frame.article;
  return (
    <aside
      className={later.some(changesVerdict) ? 'notice grave' : 'notice'}
      aria-label="A newer edition"
      {...ours(language)}
    >
      <p>
        This is edition {frame.edition.number}, kept as it was published.{' '}
        <a href={addressOf(slug)}>
          {newest.withdrawal
            ? `Edition ${newest.number}, the newest, was withdrawn`
            : `Read edition ${newest.number}, the newest, of ${dayOf(newest.publishedAt)}`}
        </a>
        .
      </p>
      {later.filter(changesVerdict).map((edition) => (
        <Told key={edition.number} edition={edition} />
      ))}
    </aside>
  );
}

/** Below an edition that another has replaced: what else was published since. */
export function Since({ frame, later }: { frame: Frame; later: OtherEdition[] }) {
  const others = later.filter((edition) => !changesVerdict(edition) && edition.note !== null);
  if (others.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="since" {...ours(frame.article.language)}>
      <h2 id="since">Since this edition</h2>
      {others.map((edition) => (
        <Told key={edition.number} edition={edition} />
      ))}
    </section>
  );
}

/** What this edition changed, if it is not the first. A changed verdict stands on top of the page, the rest below. */
export function Corrected({ frame, where }: { frame: Frame; where: 'above' | 'below' }) {
  const { number, note, tier, publishedAt } = frame.edition;
  if (number === 1 || (tier === 'verdict-changed') !== (where === 'above')) return null;
  return (
    <section
      className={where === 'above' ? 'notice grave' : 'notice'}
      aria-labelledby="changed"
      {...ours(frame.article.language)}
    >
      <h2 id="changed">{tier === null ? `Edition ${number}` : tierWords[tier]}</h2>
      <p>
        <span dir="auto">{note}</span>
      </p>
      <p className="quiet">
        <time dateTime={publishedAt}>{momentOf(publishedAt)}</time>.{' '}
        <a href={addressOf(frame.article.slug, number - 1)}>Edition {number - 1}, as it was</a>
      </p>
    </section>
  );
}
