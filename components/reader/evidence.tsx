import type { Content, PublishedSource } from '@/domain/content';
import { safeHref } from '@/formats/prose/href';
import { dayOf, stanceWords } from './words';

type Item = Content['evidence'][number];

/** An address that may be followed as a link; any other as plain text. */
export const WebLink = ({ href, children }: { href: string | null; children: string }) => {
  const safe = href === null ? null : safeHref(href);
  return safe ? (
    <a href={safe} rel="noopener">
      <bdi>{children}</bdi>
    </a>
  ) : (
    <bdi>{children}</bdi>
  );
};

const Source = ({ source }: { source: PublishedSource }) =>
  'description' in source ? (
    <>
      <bdi>{source.description}</bdi> <span className="quiet">(source not named)</span>
    </>
  ) : (
    <>
      <WebLink href={source.url}>{source.title}</WebLink>
      {source.publisher && (
        <>
          , <bdi>{source.publisher}</bdi>
        </>
      )}
      {source.publishedOn && `, ${dayOf(source.publishedOn)}`}
    </>
  );

const Quote = ({ quote, locator }: Pick<Item, 'quote' | 'locator'>) => (
  <>
    {quote && <blockquote dir="auto">{quote}</blockquote>}
    {locator && (
      <p className="quiet">
        <bdi>{locator}</bdi>
      </p>
    )}
  </>
);

function Provenance({ primary, accessedOn, archivedUrl }: Item) {
  const archived = archivedUrl && safeHref(archivedUrl);
  const parts = [primary ? 'Primary source' : 'Secondary source', accessedOn && `accessed ${dayOf(accessedOn)}`];
  return (
    <p className="quiet">
      {parts.filter(Boolean).join(', ')}
      {archived && (
        <>
          {', '}
          <a href={archived} rel="noopener">
            archived copy
          </a>
        </>
      )}
    </p>
  );
}

/** The evidence of a claim under its own numbers; `idOf` names each piece so that a rationale can point to it. */
export const EvidenceList = ({ evidence, idOf }: { evidence: Item[]; idOf: (number: number) => string }) => (
  <ol className="evidence">
    {evidence.map((item) => (
      <li key={item.number} value={item.number} id={idOf(item.number)}>
        <p>
          <b className="stance">{stanceWords(item.stance)}:</b> <Source source={item.source} />
        </p>
        <Quote quote={item.quote} locator={item.locator} />
        <Provenance {...item} />
      </li>
    ))}
  </ol>
);
