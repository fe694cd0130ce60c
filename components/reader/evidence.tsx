import type { Content, PublishedSource } from '@/domain/content';
import { safeHref } from '@/domain/safe-href';
import { ours } from './public-page';
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

/** Where in the source, of which kind, when it was read, and the copy kept elsewhere. */
function Provenance({ locator, primary, accessedOn, archivedUrl }: Item) {
  const archived = archivedUrl && safeHref(archivedUrl);
  return (
    <span className="quiet">
      {locator && (
        <>
          <bdi>{locator}</bdi>.{' '}
        </>
      )}
      {primary ? 'Primary source' : 'Secondary source'}
      {accessedOn && `, accessed ${dayOf(accessedOn)}`}
      {archived && (
        <>
          ,{' '}
          <a href={archived} rel="noopener">
            archived copy
          </a>
        </>
      )}
      .
    </span>
  );
}

type Evidence = { evidence: Item[]; idOf: (number: number) => string /** of the page */; language: string };

/** The evidence of a claim under its own numbers; `idOf` names each piece so that a rationale can point to it. */
export const EvidenceList = ({ evidence, idOf, language }: Evidence) => (
  <ol className="evidence">
    {evidence.map((item) => (
      <li key={item.number} value={item.number} id={idOf(item.number)}>
        <p {...ours(language)}>
          <b className="stance">{stanceWords(item.stance)}:</b> <Source source={item.source} />.{' '}
          {item.quote && (
            <>
              <q dir="auto">{item.quote}</q>{' '}
            </>
          )}
          <Provenance {...item} />
        </p>
      </li>
    ))}
  </ol>
);
