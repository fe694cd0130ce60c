import type { Facts } from '../article';
import { type LinkedData, linkedData } from './linked-data';

const DAY = /^\s*(\d{4}-\d{2}-\d{2})(?:$|[T\s])/;

/** The calendar day that a page prints in a date of ISO 8601; no time zone moves it. */
const dayOf = (date: string | null | undefined): string | null => DAY.exec(date ?? '')?.[1] ?? null;

function metaOf(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = meta.getAttribute('content')?.trim();
    if (name && content && !found.has(name)) found.set(name, content);
  }
  return found;
}

const firstOf = (...values: (string | null | undefined)[]): string | null =>
  values.find((value) => value != null && value.trim() !== '')?.trim() ?? null;

const textOf = (document: Document, selector: string): string | null => {
  const text = document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
  return text && text.length <= 400 ? text : null;
};

/** “Headline - The Example Times” without the name of the site. */
function pageTitle(document: Document, site: string | null): string | null {
  const title = textOf(document, 'title');
  if (!title) return null;
  const [, head, tail] = /^(.*\S)\s+[-–—|·»]\s+(\S.*)$/.exec(title) ?? [];
  const isSite = tail !== undefined && (site ? tail.toLowerCase() === site.toLowerCase() : tail.split(' ').length <= 4);
  return isSite && head && head.split(' ').length >= 3 ? head : title;
}

const person = (name: string | null | undefined): string | null =>
  name == null || /^https?:|^@/i.test(name.trim())
    ? null
    : name.trim().replace(/^(?:by|von|par|por|di)\s+/i, '') || null;

const absolute = (address: string | null, base: string | null): string | null =>
  address !== null && URL.canParse(address, base ?? undefined) ? new URL(address, base ?? undefined).href : null;

/** A tag's language as BCP 47: pages write `en_GB`. */
const tag = (language: string | null): string | null => language?.replaceAll('_', '-').trim() || null;

const bylines = '[itemprop~="author"] [itemprop="name"], [rel~="author"], .byline__name, .author-name, .byline';

/** Where the page stands: its canonical address or what it calls its own, else where it was fetched. */
function addressesOf(document: Document, meta: Map<string, string>, data: LinkedData, fetched: string | null) {
  const link = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null;
  const own = absolute(firstOf(link, meta.get('og:url'), data.url), fetched) ?? fetched;
  const base = absolute(document.querySelector('base[href]')?.getAttribute('href') ?? null, own) ?? fetched ?? own;
  return { url: own, base };
}

export type PageData = { facts: Partial<Facts>; base: string | null; paywalled: boolean; live: boolean };

/**
 * What a page says of its article outside the text: schema.org's linked data first, then OpenGraph and other meta tags,
 * then what is marked up in the page itself. `base` is where its relative links start from.
 */
export function pageData(document: Document, fetched: string | null): PageData {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const { paywalled = false, live = false, ...data } = linkedData(scripts.map((script) => script.textContent ?? ''));
  const meta = metaOf(document);
  const { url, base } = addressesOf(document, meta, data, fetched);
  const publication = firstOf(data.publication, meta.get('og:site_name'), meta.get('application-name'));
  const time = document.querySelector('article time[datetime], main time[datetime], time[pubdate], time[datetime]');
  const facts: Partial<Facts> = {
    title: firstOf(
      data.title,
      meta.get('og:title'),
      meta.get('headline'),
      textOf(document, 'h1'),
      pageTitle(document, publication),
    ),
    publication,
    byline: firstOf(
      person(data.byline),
      person(meta.get('article:author')),
      person(meta.get('author')),
      person(meta.get('parsely-author')),
      person(textOf(document, bylines)),
    ),
    publishedOn: firstOf(
      dayOf(data.publishedOn),
      dayOf(meta.get('article:published_time')),
      dayOf(meta.get('datepublished')),
      dayOf(meta.get('date')),
      dayOf(meta.get('parsely-pub-date')),
      dayOf(time?.getAttribute('datetime')),
    ),
    url,
    language: tag(firstOf(document.documentElement?.getAttribute('lang'), data.language, meta.get('og:locale'))),
  };
  const said = Object.entries(facts).filter(([, value]) => value !== null);
  return { facts: Object.fromEntries(said) as Partial<Facts>, base, paywalled, live };
}
