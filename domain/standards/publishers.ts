import type { Ground, JudgedSource } from './judged';

type SiteOf = Ground['siteOf'];

const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(https?:\/\/.+)$/i;

/** The address that a copy in the Wayback Machine is of; any other as it is. */
export const originalAddress = (url: string): string => ARCHIVED.exec(url)?.[1] ?? url;

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Whose a source is, under every name it goes by: the registrable domain of its address (`stats.gov.example` and
 * `www.gov.example` are one; so are blogs of one host only where the host gives each a name of its own) and its
 * publisher's name. Without either it is known by its title.
 */
function namesOf({ url, publisher, title }: JudgedSource, siteOf: SiteOf): string[] {
  const domain = url && (siteOf(url) ?? hostOf(originalAddress(url)));
  const names = [domain && `domain ${domain}`, publisher && `publisher ${plain(publisher)}`].filter(
    (name): name is string => Boolean(name),
  );
  return names.length > 0 ? names : [`title ${plain(title)}`];
}

const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).hostname : null);

/**
 * The sources by publisher: two that share a registrable domain or a publisher's name are one publisher's, and so are
 * two that a third joins. Each group holds the indexes of its sources, in their order.
 */
export function byPublisher(sources: readonly JudgedSource[], siteOf: SiteOf): number[][] {
  let groups: { names: Set<string>; members: number[] }[] = [];
  for (const [index, source] of sources.entries()) {
    const names = namesOf(source, siteOf);
    const same = groups.filter((group) => names.some((name) => group.names.has(name)));
    groups = groups.filter((group) => !same.includes(group));
    groups.push({
      names: new Set([...same.flatMap((group) => [...group.names]), ...names]),
      members: [...same.flatMap(({ members }) => members), index],
    });
  }
  return groups.map(({ members }) => members.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}

const TRACKING = /^(utm_\w+|fbclid|gclid|mc_[ce]id)$/;

/** An address without what does not tell pages apart: scheme, www, fragment, trackers, a slash at the end. */
function pageOf(url: string): string | null {
  const address = originalAddress(url);
  if (!URL.canParse(address)) return null;
  const { hostname, port, pathname, searchParams } = new URL(address);
  const query = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${hostname.replace(/^www\./, '')}:${port}${pathname.replace(/\/+$/, '')}?${new URLSearchParams(query)}`;
}

/** Whether an address is of the article under check, or of an edition of the desk that is served at `origin`. */
export function isOwn(url: string, article: string | null, origin: string | null): 'article' | 'edition' | null {
  const page = pageOf(url);
  if (page !== null && article !== null && page === pageOf(article)) return 'article';
  const address = originalAddress(url);
  if (origin === null || !URL.canParse(address)) return null;
  const { origin: served, pathname } = new URL(address);
  return served === origin && pathname.startsWith('/a/') ? 'edition' : null;
}
