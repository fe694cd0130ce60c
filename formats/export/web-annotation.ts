import { addressOf, type EditionClaim, type Entry, type Frame, type Payload, type Place } from '@/domain/edition';
import { verdictOf } from '@/domain/scale';
import { safeHref } from '../prose';

/*
 * The W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): each claim is an annotation on the
 * article that assesses the words it is about. Offsets are in code points of the plain text of the revision that was
 * checked, whose SHA-256 the payload names. Ids are addresses of the numbered edition, the same wherever it is shown.
 */

const context = 'http://www.w3.org/ns/anno.jsonld';

type Body = Record<string, unknown>;
type Item = EditionClaim['content']['evidence'][number];

const textual = (purpose: string, value: string, format = 'text/plain'): Body => ({
  type: 'TextualBody',
  purpose,
  value,
  format,
});

/** A day as the instant at which it begins: the model asks for times with their zone. */
const instantOf = (day: string): string => `${day}T00:00:00Z`;

const labelOf = ({ stance, source }: Item): string => {
  const words = 'description' in source ? [source.description] : [source.title, source.publisher, source.publishedOn];
  return `${stance}: ${words.filter((word) => word !== null).join(', ')}`;
};

/** A piece of evidence: its source with the passage quoted and when it was read, or in words where it has no address. */
function evidenceBody(item: Item): Body {
  const { source, quote, accessedOn, archivedUrl } = item;
  if ('description' in source || source.url === null) {
    return textual('linking', [labelOf(item), quote].filter((part) => part !== null).join('\n'));
  }
  const state = {
    ...(accessedOn === null ? {} : { sourceDate: instantOf(accessedOn) }),
    ...(archivedUrl === null ? {} : { cached: archivedUrl }),
  };
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    label: labelOf(item),
    source: source.url,
    ...(quote === null ? {} : { selector: { type: 'TextQuoteSelector', exact: quote } }),
    ...(Object.keys(state).length === 0 ? {} : { state: { type: 'TimeState', ...state } }),
  };
}

const selectorsOf = ({ exact, prefix, suffix, points }: Place): Body[] => [
  { type: 'TextQuoteSelector', exact, prefix, suffix },
  ...(points ? [{ type: 'TextPositionSelector', ...points }] : []),
];

/** What the claim is about: its words, each time the article says them; else the picture or the article. */
function targetOf({ place, alsoAt, content: { about } }: EditionClaim, frame: Frame, here: string): unknown {
  const source = frame.article.url ?? here;
  const places = place ? [place, ...alsoAt] : [];
  const targets = places.map((each) => ({ type: 'SpecificResource', source, selector: selectorsOf(each) }));
  if (targets.length > 0) return targets.length === 1 ? targets[0] : targets;
  const image = about !== null && typeof about === 'object' ? about.image : '';
  return safeHref(image) ? { id: image, type: 'Image' } : source;
}

function annotationOf(claim: EditionClaim, frame: Frame, origin: string): Body {
  const { slug } = frame.article;
  const { verdict, rationale, statement, evidence } = claim.content;
  const value = verdictOf(frame.scale, verdict?.key ?? null);
  const here = `${origin}${addressOf(slug, frame.edition.number)}`;
  return {
    id: `${here}/claims/${claim.k}/annotations.jsonld#annotation`,
    type: 'Annotation',
    motivation: 'assessing',
    created: claim.approvedAt,
    creator: { type: 'Organization', name: frame.desk.name },
    body: [
      textual('assessing', value?.label ?? verdict?.key ?? ''),
      textual('identifying', statement),
      textual('describing', rationale, 'text/markdown'),
      ...evidence.map(evidenceBody),
    ],
    target: targetOf(claim, frame, here),
  };
}

/** In place of a claim that was withdrawn: notice and reason, on the edition. */
function withdrawnOf({ hash, withdrawal }: Extract<Entry, { withdrawal: object }>, here: string): Body {
  return {
    id: `${here}/annotations.jsonld#${hash}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: withdrawal.at,
    body: textual('commenting', `A claim was withdrawn. ${withdrawal.reason}`),
    target: here,
  };
}

function collection(id: string, frame: Frame, items: Body[]): object {
  const whole = {
    id,
    type: 'AnnotationCollection',
    label: `Fact check of “${frame.article.title}”, edition ${frame.edition.number}`,
    created: frame.edition.publishedAt,
    total: items.length,
  };
  const first = { id: `${id}#page-1`, type: 'AnnotationPage', partOf: whole, startIndex: 0, items };
  return {
    '@context': context,
    ...whole,
    ...(items.length > 0 ? { first, last: first.id } : {}),
  };
}

/** All claims of an edition as an annotation collection of one page. */
export function annotationsOf({ frame, claims }: Payload, origin: string): object {
  const here = `${origin}${addressOf(frame.article.slug, frame.edition.number)}`;
  const items = claims.map((entry) =>
    'claim' in entry ? annotationOf(entry.claim, frame, origin) : withdrawnOf(entry, here),
  );
  return collection(`${here}/annotations.jsonld`, frame, items);
}

/** One claim of an edition as a collection of one annotation. */
export function annotationsOfClaim(frame: Frame, claim: EditionClaim, origin: string): object {
  const id = `${origin}${addressOf(frame.article.slug, frame.edition.number, claim.k)}/annotations.jsonld`;
  return collection(id, frame, [annotationOf(claim, frame, origin)]);
}
