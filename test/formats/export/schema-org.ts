/*
 * Facts of schema.org's own definitions (release 29) about the terms we use: what each type is a kind of, and for each
 * property the types it belongs to and the types its value may have.
 */
const kindOf: Record<string, string> = {
  ClaimReview: 'Review',
  Review: 'CreativeWork',
  Claim: 'CreativeWork',
  Article: 'CreativeWork',
  CreativeWork: 'Thing',
  WebPage: 'CreativeWork',
  Comment: 'CreativeWork',
  CorrectionComment: 'Comment',
  Rating: 'Intangible',
  Intangible: 'Thing',
  ItemList: 'Intangible',
  ListItem: 'Intangible',
  Person: 'Thing',
  Organization: 'Thing',
};

const properties: Record<string, { of: string[]; values: string[] }> = {
  name: { of: ['Thing'], values: ['Text'] },
  description: { of: ['Thing'], values: ['Text'] },
  url: { of: ['Thing'], values: ['URL'] },
  sameAs: { of: ['Thing'], values: ['URL'] },
  alternateName: { of: ['Thing'], values: ['Text'] },
  text: { of: ['CreativeWork'], values: ['Text'] },
  headline: { of: ['CreativeWork'], values: ['Text'] },
  inLanguage: { of: ['CreativeWork'], values: ['Text', 'Language'] },
  datePublished: { of: ['CreativeWork'], values: ['Date', 'DateTime'] },
  publisher: { of: ['CreativeWork'], values: ['Organization', 'Person'] },
  author: { of: ['CreativeWork', 'Rating'], values: ['Organization', 'Person'] },
  jobTitle: { of: ['Person'], values: ['Text', 'DefinedTerm'] },
  numberOfItems: { of: ['ItemList'], values: ['Integer'] },
  itemListElement: { of: ['ItemList'], values: ['ListItem', 'Text', 'Thing'] },
  position: { of: ['CreativeWork', 'ListItem'], values: ['Integer', 'Text'] },
  correction: { of: ['CreativeWork'], values: ['CorrectionComment', 'Text', 'URL'] },
  mainEntity: { of: ['CreativeWork'], values: ['Thing'] },
  claimReviewed: { of: ['ClaimReview'], values: ['Text'] },
  itemReviewed: { of: ['Review', 'AggregateRating'], values: ['Thing'] },
  reviewRating: { of: ['Review'], values: ['Rating'] },
  appearance: { of: ['Claim'], values: ['CreativeWork'] },
  firstAppearance: { of: ['Claim'], values: ['CreativeWork'] },
  ratingValue: { of: ['Rating'], values: ['Number', 'Text'] },
  bestRating: { of: ['Rating'], values: ['Number', 'Text'] },
  worstRating: { of: ['Rating'], values: ['Number', 'Text'] },
  ratingExplanation: { of: ['Rating'], values: ['Text'] },
};

const isA = (type: string | undefined, wanted: string): boolean =>
  type !== undefined && (type === wanted || isA(kindOf[type], wanted));

const plain: Record<string, (value: unknown) => boolean> = {
  Text: (value) => typeof value === 'string' && value !== '',
  Number: (value) => typeof value === 'number',
  Integer: (value) => Number.isSafeInteger(value),
  URL: (value) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value),
  Date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
  DateTime: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value),
};

type Node = { '@type'?: string } & Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every type that schema.org does not know, property that is not its type's, and value outside a property's range. */
export function schemaOrgFaults(node: Node, at = '$'): string[] {
  const type = node['@type'];
  if (type === undefined || (!(type in kindOf) && type !== 'Thing')) return [`${at}: there is no type ${type}`];
  return Object.entries(node).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    const known = properties[name];
    const here = `${at}.${name}`;
    if (!known) return [`${here}: there is no such property`];
    if (!known.of.some((domain) => isA(type, domain))) return [`${here}: not a property of ${type}`];
    if (Array.isArray(value))
      return value.flatMap((one, i) => schemaOrgFaults({ '@type': type, [name]: one }, `${here}[${i}]`));
    if (!isNode(value)) return known.values.some((range) => plain[range]?.(value)) ? [] : [`${here}: ${String(value)}`];
    if (!known.values.some((range) => isA(value['@type'], range))) return [`${here}: may not be ${value['@type']}`];
    return schemaOrgFaults(value, here);
  });
}
