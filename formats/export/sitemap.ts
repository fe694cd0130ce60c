import { element, xmlDocument } from './xml';

/** An address that search engines should know, and when what stands there last changed. */
export type Place = { url: string; changedAt: string };

/** The most addresses that the protocol allows in one file. */
export const MOST_PLACES = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap (https://www.sitemaps.org/protocol.html) of at most `MOST_PLACES` addresses. */
export const sitemapOf = (places: readonly Place[]): string =>
  xmlDocument(
    element(
      'urlset',
      { xmlns: namespace },
      ...places.map(({ url, changedAt }) =>
        element('url', {}, element('loc', {}, url), element('lastmod', {}, changedAt)),
      ),
    ),
  );

/** An index of sitemaps, where one does not hold all. */
export const sitemapIndexOf = (urls: readonly string[]): string =>
  xmlDocument(
    element(
      'sitemapindex',
      { xmlns: namespace },
      ...urls.map((url) => element('sitemap', {}, element('loc', {}, url))),
    ),
  );
