import type { Facts } from '../article';

type Json = Record<string, unknown>;

const ARTICLE =
  /(?:article|newsarticle|blogposting|reportage|liveblogposting|report|analysis|opinion|review|webpage)$/i;
/** No page needs more; a hostile one has a million. */
const MOST_NODES = 2_000;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function parsed(json: string): unknown {
  try {
    // some pages wrap it in a comment or a CDATA section
    return JSON.parse(json.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, ''));
  } catch {
    return null;
  }
}

/** The objects of some linked data, those in `@graph` and other lists too, breadth first. */
function objectsIn(value: unknown): Json[] {
  const found: Json[] = [];
  const open: unknown[] = [value];
  for (let at = 0; at < open.length && open.length < MOST_NODES; at += 1) {
    const node = open[at];
    if (Array.isArray(node)) open.push(...node.slice(0, MOST_NODES));
    else if (isObject(node)) {
      found.push(node);
      open.push(node['@graph'], node.mainEntity);
    }
  }
  return found;
}

const typeOf = (node: Json): string =>
  [node['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .join(' ');

/** The names of one or several people or organisations, given as objects or as text. */
function namesOf(value: unknown): string | null {
  const names = [value].flat().flatMap((each) => textIn(isObject(each) ? first(each.name) : each) ?? []);
  const people = names.filter((name) => !/^https?:/i.test(name)).map((name) => name.trim());
  return people.length > 0 ? [...new Set(people)].join(', ') : null;
}

const addressOf = (value: unknown): string | null => textIn(isObject(value) ? (value['@id'] ?? value.url) : value);

export type LinkedData = Partial<Facts> & { paywalled?: true; live?: true };

/** What schema.org's linked data on a page says of its article. */
export function linkedData(scripts: string[]): LinkedData {
  const nodes = scripts.flatMap((script) => objectsIn(parsed(script)));
  const articles = nodes.filter((node) => ARTICLE.test(typeOf(node)));
  const article = articles.find((node) => textIn(node.headline) && !/webpage$/i.test(typeOf(node))) ?? articles[0];
  if (!article) return {};
  const free = article.isAccessibleForFree;
  return {
    title: textIn(article.headline) ?? textIn(article.name),
    byline: namesOf(article.author),
    publication: namesOf(article.publisher),
    publishedOn: textIn(article.datePublished),
    url: addressOf(article.mainEntityOfPage) ?? addressOf(article.url),
    language: textIn(first(article.inLanguage)),
    ...(/liveblog/i.test(typeOf(article)) ? { live: true as const } : {}),
    ...(free === false || /^false$/i.test(String(free)) ? { paywalled: true as const } : {}),
  };
}
