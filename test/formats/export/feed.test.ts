import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { atomOf, type Feed, type FeedEntry, jsonFeedOf } from '@/formats/export/feed';
import { sitemapIndexOf, sitemapOf } from '@/formats/export/sitemap';
import { hostile } from '@/test/fixtures/hostile';
import { atomFaults } from './atom-grammar';
import { jsonFeedFaults } from './json-feed';

const entry = (given: Partial<FeedEntry> = {}): FeedEntry => ({
  id: 'urn:uuid:0193a5c0-0000-7000-8000-000000000001',
  url: 'https://desk.example/a/harbour-record/1',
  title: 'Harbour claims a record',
  text: '1 claim checked: 1 true.',
  publishedAt: '2026-04-04T12:00:00.000Z',
  updatedAt: '2026-04-04T12:00:00.000Z',
  author: 'The Ellery desk',
  language: 'en',
  tags: [],
  ...given,
});
const feed = (given: Partial<Feed> = {}): Feed => ({
  title: 'Fact checks by The Ellery desk',
  description: 'Articles checked claim by claim.',
  home: 'https://desk.example/',
  self: { atom: 'https://desk.example/feed.atom', json: 'https://desk.example/feed.json' },
  older: null,
  author: 'The Ellery desk',
  entries: [entry()],
  ...given,
});
const faults = (given: Partial<Feed>) => [
  ...atomFaults(atomOf(feed(given))),
  ...jsonFeedFaults(JSON.parse(jsonFeedOf(feed(given)))),
];

describe('a feed', () => {
  test('is RFC 4287 and JSON Feed 1.1, full, empty and in pages', () => {
    const second = entry({ id: 'urn:uuid:0193a5c0-0000-7000-8000-000000000002', tags: ['Correction'], language: 'ar' });
    expect(faults({ entries: [second, entry()] })).toEqual([]);
    expect(faults({ entries: [] })).toEqual([]);
    expect(faults({ older: '?before=0193a5c0-0000-7000-8000-000000000001' })).toEqual([]);
  });

  test('leads to what is older', () => {
    const older = '?before=1&x=2';
    expect(atomOf(feed({ older }))).toContain(
      '<link rel="next" type="application/atom+xml" href="https://desk.example/feed.atom?before=1&amp;x=2"/>',
    );
    expect(JSON.parse(jsonFeedOf(feed({ older }))).next_url).toBe('https://desk.example/feed.json?before=1&x=2');
  });

  test('is updated when its newest entry is', () => {
    expect(atomOf(feed())).toContain('<updated>2026-04-04T12:00:00.000Z</updated>');
  });

  test.each(hostile.map((text) => [text.slice(0, 60), text]))(
    'says what was typed, and is still a feed: %s',
    (_, text) => {
      const given = { title: text, author: text, entries: [entry({ title: text, text, author: text, tags: [text] })] };
      expect(atomFaults(atomOf(feed(given)))).toEqual([]);
      const { document } = new JSDOM(atomOf(feed(given)), { contentType: 'application/xml' }).window;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what no XML can hold
      const holdable = text.replace(/[\u0000-\u0008\u000B\f\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/\r\n/g, '\r\n');
      expect(document.querySelector('entry > summary')?.textContent).toBe(holdable);
      expect(JSON.parse(jsonFeedOf(feed(given))).items[0].content_text).toBe(text);
    },
  );

  test('the grammar catches what is wrong', () => {
    const good = atomOf(feed());
    for (const [part, other] of [
      ['<published>', '<published>not '],
      ['<id>urn:uuid', '<id>no iri '],
      ['<title>Harbour claims a record</title>', ''],
      ['rel="self"', 'rel="via"'],
    ] as const) {
      expect(good).toContain(part);
      expect(atomFaults(good.replace(part, other))).not.toEqual([]);
    }
    expect(jsonFeedFaults({ ...JSON.parse(jsonFeedOf(feed())), version: '1' })).not.toEqual([]);
  });
});

describe('a sitemap', () => {
  test('names each address and when it changed, escaped', () => {
    const xml = sitemapOf([{ url: 'https://desk.example/a/x?y=1&z=2', changedAt: '2026-04-04T12:00:00.000Z' }]);
    const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
    expect(document.documentElement.namespaceURI).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
    expect([...document.querySelectorAll('url > *')].map(({ textContent }) => textContent)).toEqual([
      'https://desk.example/a/x?y=1&z=2',
      '2026-04-04T12:00:00.000Z',
    ]);
  });

  test('of many is an index of several', () => {
    const xml = sitemapIndexOf(['https://desk.example/sitemap.xml?part=1', 'https://desk.example/sitemap.xml?part=2']);
    const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
    expect(document.querySelectorAll('sitemapindex > sitemap > loc')).toHaveLength(2);
  });
});
