/*
 * What the W3C Web Annotation Data Model demands (its MUSTs for annotations, bodies, targets, specific resources,
 * selectors, states, collections and pages), each as a check of ours that gives a sentence for what it finds wrong.
 */
type Node = Record<string, unknown>;

const motivations = new Set(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  ),
);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const isIri = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isInstant = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const many = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const types = (node: Node) => many(node.type);

type Rule = [must: string, holds: boolean];
const broken = (rules: Rule[], at: string): string[] =>
  rules.filter(([, holds]) => !holds).map(([must]) => `${at}: ${must}`);

const once = (value: unknown): boolean => value !== undefined && !Array.isArray(value);
const atMostOnce = (value: unknown): boolean => !Array.isArray(value);

function selectorFaults(selector: unknown, at: string): string[] {
  if (isIri(selector)) return [];
  if (!isNode(selector)) return [`${at}: a selector is an IRI or an object`];
  if (types(selector).includes('TextQuoteSelector')) {
    return broken(
      [
        ['exactly one exact, a string', once(selector.exact) && typeof selector.exact === 'string'],
        ['at most one prefix', atMostOnce(selector.prefix) && typeof (selector.prefix ?? '') === 'string'],
        ['at most one suffix', atMostOnce(selector.suffix) && typeof (selector.suffix ?? '') === 'string'],
      ],
      at,
    );
  }
  if (types(selector).includes('TextPositionSelector')) {
    return broken(
      [
        ['exactly one start, a non-negative integer', isCount(selector.start)],
        ['exactly one end, a non-negative integer', isCount(selector.end)],
        ['end not before start', (selector.end as number) >= (selector.start as number)],
      ],
      at,
    );
  }
  return [`${at}: a selector has a type of the model`];
}

function stateFaults(state: unknown, at: string): string[] {
  if (!isNode(state)) return [`${at}: a state is an object`];
  return broken(
    [
      ['a type', types(state).includes('TimeState')],
      ['sourceDate is a time with its zone', many(state.sourceDate).every(isInstant)],
      ['cached is an IRI', many(state.cached).every(isIri)],
      [
        'not sourceDate beside a range of dates',
        !('sourceDate' in state && ('sourceDateStart' in state || 'sourceDateEnd' in state)),
      ],
    ],
    at,
  );
}

/** A body or a target: an IRI, a text, or a resource, specific or whole. */
function resourceFaults(resource: unknown, at: string): string[] {
  if (isIri(resource)) return [];
  if (!isNode(resource)) return [`${at}: is an IRI or an object`];
  const purposes = many(resource.purpose);
  const shared: Rule[] = [
    ['purpose is one of the motivations', purposes.every((purpose) => motivations.has(String(purpose)))],
    ['at most one id, an IRI', resource.id === undefined || isIri(resource.id)],
  ];
  if (types(resource).includes('TextualBody')) {
    return broken(
      [
        ...shared,
        ['exactly one value, a string', once(resource.value) && typeof resource.value === 'string'],
        ['at most one format, a media type', /^[a-z]+\/[\w.+-]+$/.test(String(resource.format ?? 'text/plain'))],
        ['at most one language', atMostOnce(resource.language)],
        ['no source', !('source' in resource)],
      ],
      at,
    );
  }
  if ('source' in resource) {
    const source = isNode(resource.source) ? resource.source.id : resource.source;
    return [
      ...broken([...shared, ['exactly one source with an IRI', once(resource.source) && isIri(source)]], at),
      ...many(resource.selector).flatMap((one, i) => selectorFaults(one, `${at}.selector[${i}]`)),
      ...many(resource.state).flatMap((one, i) => stateFaults(one, `${at}.state[${i}]`)),
    ];
  }
  return broken([...shared, ['a resource of the web has an IRI', isIri(resource.id)]], at);
}

function agentFaults(agent: unknown, at: string): string[] {
  if (isIri(agent)) return [];
  if (!isNode(agent)) return [`${at}: an agent is an IRI or an object`];
  return broken(
    [
      ['type is Person, Organization or Software', ['Person', 'Organization', 'Software'].includes(String(agent.type))],
      ['name is a string', many(agent.name).every((name) => typeof name === 'string')],
    ],
    at,
  );
}

/** What of an annotation breaks a MUST; `inPage`: the page it stands in has the context. */
export function annotationFaults(annotation: Node, at: string, inPage = true): string[] {
  const bodies = many(annotation.body);
  const targets = many(annotation.target);
  return [
    ...broken(
      [
        [
          '@context names the model',
          inPage || many(annotation['@context']).includes('http://www.w3.org/ns/anno.jsonld'),
        ],
        ['exactly one id, an IRI', once(annotation.id) && isIri(annotation.id)],
        ['type holds Annotation', types(annotation).includes('Annotation')],
        ['at least one target', targets.length > 0],
        ['body and bodyValue never together', !('body' in annotation && 'bodyValue' in annotation)],
        ['motivation is of the model', many(annotation.motivation).every((one) => motivations.has(String(one)))],
        [
          'at most one created, a time with its zone',
          annotation.created === undefined || isInstant(annotation.created),
        ],
        [
          'at most one modified, a time with its zone',
          annotation.modified === undefined || isInstant(annotation.modified),
        ],
        ['at most one canonical, an IRI', annotation.canonical === undefined || isIri(annotation.canonical)],
      ],
      at,
    ),
    ...many(annotation.creator).flatMap((agent) => agentFaults(agent, `${at}.creator`)),
    ...bodies.flatMap((body, i) => resourceFaults(body, `${at}.body[${i}]`)),
    ...targets.flatMap((target, i) => resourceFaults(target, `${at}.target[${i}]`)),
  ];
}

/** What of a collection, its pages and their annotations breaks a MUST. */
export function collectionFaults(collection: Node): string[] {
  const page = collection.first;
  const rules: Rule[] = [
    ['@context names the model', many(collection['@context']).includes('http://www.w3.org/ns/anno.jsonld')],
    ['exactly one id, an IRI', once(collection.id) && isIri(collection.id)],
    ['type holds AnnotationCollection', types(collection).includes('AnnotationCollection')],
    ['total is a non-negative integer', isCount(collection.total)],
    ['a first page unless it is empty', collection.total === 0 || page !== undefined],
  ];
  if (!isNode(page)) return broken(rules, '$');
  const items = many(page.items) as Node[];
  const pageRules: Rule[] = [
    ['exactly one id, an IRI', once(page.id) && isIri(page.id)],
    ['type holds AnnotationPage', types(page).includes('AnnotationPage')],
    ['items is an array', Array.isArray(page.items)],
    ['partOf is the collection', isNode(page.partOf) && page.partOf.id === collection.id],
    ['startIndex is a non-negative integer', isCount(page.startIndex)],
    ['no context of its own', !('@context' in page)],
    ['total is what the pages hold', page.next !== undefined || items.length === collection.total],
    ['every annotation has an id of its own', new Set(items.map(({ id }) => id)).size === items.length],
  ];
  return [
    ...broken(rules, '$'),
    ...broken(pageRules, '$.first'),
    ...items.flatMap((item, i) => annotationFaults(item, `$.first.items[${i}]`)),
  ];
}
