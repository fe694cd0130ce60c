import { JSDOM } from 'jsdom';

const atom = 'http://www.w3.org/2005/Atom';
const isInstant = (value: string | null) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value ?? '');
const isIri = (value: string | null) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value ?? '');

/** How often each element may stand in a feed and in an entry (RFC 4287, 4.1.1 and 4.1.2). */
const grammar: Record<string, Record<string, [least: number, most: number]>> = {
  feed: {
    author: [0, Infinity],
    category: [0, Infinity],
    entry: [0, Infinity],
    generator: [0, 1],
    id: [1, 1],
    link: [0, Infinity],
    subtitle: [0, 1],
    title: [1, 1],
    updated: [1, 1],
  },
  entry: {
    author: [0, Infinity],
    category: [0, Infinity],
    content: [0, 1],
    id: [1, 1],
    link: [0, Infinity],
    published: [0, 1],
    summary: [0, 1],
    title: [1, 1],
    updated: [1, 1],
  },
};

const childrenOf = (element: Element, name: string) =>
  [...element.children].filter((child) => child.namespaceURI === atom && child.localName === name);

function countFaults(element: Element): string[] {
  const rules = grammar[element.localName]!;
  const strange = [...element.children]
    .filter(({ localName }) => !(localName in rules))
    .map(({ localName }) => localName);
  const miscounted = Object.entries(rules).filter(([name, [least, most]]) => {
    const found = childrenOf(element, name).length;
    return found < least || found > most;
  });
  return [
    ...strange.map((name) => `there is no ${name} in a ${element.localName}`),
    ...miscounted.map(([name]) => `${element.localName} has the wrong number of ${name}`),
  ];
}

function valueFaults(element: Element): string[] {
  const texts = (name: string) => childrenOf(element, name).map(({ textContent }) => textContent);
  const links = childrenOf(element, 'link');
  const alternates = links.filter((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate');
  const kinds = alternates.map((link) => `${link.getAttribute('type')} ${link.getAttribute('hreflang')}`);
  return [
    ...texts('id')
      .filter((id) => !isIri(id))
      .map((id) => `id ${id} is no IRI`),
    ...[...texts('updated'), ...texts('published')]
      .filter((time) => !isInstant(time))
      .map((time) => `${time} is no RFC 3339 time`),
    ...links.filter((link) => !isIri(link.getAttribute('href'))).map(() => 'a link without an IRI'),
    ...childrenOf(element, 'author')
      .filter((author) => childrenOf(author, 'name').length !== 1)
      .map(() => 'an author without one name'),
    ...childrenOf(element, 'category')
      .filter((category) => !category.getAttribute('term'))
      .map(() => 'a category without term'),
    ...(new Set(kinds).size < kinds.length ? ['two alternates of one kind'] : []),
  ];
}

/** What of a document breaks the grammar of RFC 4287. Throws when it is not even XML. */
export function atomFaults(xml: string): string[] {
  const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
  const feed = document.documentElement;
  if (feed.localName !== 'feed' || feed.namespaceURI !== atom) return ['the root is not a feed'];
  const entries = childrenOf(feed, 'entry');
  const ids = entries.map((entry) => childrenOf(entry, 'id')[0]?.textContent);
  const hasAuthor = childrenOf(feed, 'author').length > 0;
  return [
    ...[feed, ...entries].flatMap((element) => [...countFaults(element), ...valueFaults(element)]),
    ...(hasAuthor
      ? []
      : entries.filter((entry) => childrenOf(entry, 'author').length === 0).map(() => 'an entry without author')),
    // an entry without content needs a link to where it is (4.1.2)
    ...entries
      .filter((entry) => childrenOf(entry, 'content').length + childrenOf(entry, 'link').length === 0)
      .map(() => 'an entry of nothing'),
    ...(new Set(ids).size < ids.length ? ['two entries of one id'] : []),
    ...(childrenOf(feed, 'link').some((link) => link.getAttribute('rel') === 'self') ? [] : ['no link to itself']),
  ];
}
