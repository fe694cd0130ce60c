import { describe, expect, it, test } from 'vitest';
import { claimsOf, type Payload } from '@/domain/edition';
import { annotationsOf, annotationsOfClaim } from '@/formats/export/web-annotation';
import { anchorAt, articleText, candidate, material, published } from '@/test/builders/edition';
import { longMaterial } from '@/test/builders/long-article';
import { withdrawal, withdrawn } from '@/test/builders/withdrawn';
import { annotationFaults, collectionFaults } from './annotation-model';

const origin = 'https://desk.example';
type Item = {
  id: string;
  body: { value: string }[];
  target: { selector: [{ exact: string }, { start: number; end: number }] };
};
type Collection = Record<string, unknown> & { first?: { items: Item[] } };
const collectionOf = (payload: Payload) => annotationsOf(payload, origin) as Collection;
const itemsOf = (payload: Payload) => collectionOf(payload).first?.items ?? [];
const editions: [string, Payload][] = [
  ['an excerpt', published(longMaterial())],
  ['a whole article', published(longMaterial({ article: { rights: 'own' } }))],
  ['an article without address', published(longMaterial({ article: { url: null } }))],
  ['an edition with a withdrawn claim', withdrawn(published(longMaterial()), 3)],
  [
    'claims about the headline and pictures',
    published(
      material({
        claims: [
          candidate('a', { quote: null, content: { about: 'headline' } }),
          candidate('b', { quote: null, content: { about: { image: 'https://gazette.example/quay.jpg' } } }),
          candidate('c', { quote: null, content: { about: { image: 'The photograph of the quay' } } }),
        ],
      }),
    ),
  ],
];

describe('the W3C model', () => {
  test.each(editions)('of %s: every MUST of annotation, collection and page holds', (_, payload) => {
    expect(collectionFaults(collectionOf(payload))).toEqual([]);
    expect(itemsOf(payload)).toHaveLength(payload.claims.length);
    for (const claim of claimsOf(payload)) {
      const one = annotationsOfClaim(payload.frame, claim, origin);
      expect(collectionFaults(one as Record<string, unknown>)).toEqual([]);
    }
  });

  test('its demands are ones that can fail', () => {
    const [item] = itemsOf(published(material()));
    const faults = (change: object) => annotationFaults({ ...item, ...change }, '$').length;
    expect(faults({})).toBe(0);
    for (const change of [
      { id: undefined },
      { type: 'Note' },
      { target: [] },
      { motivation: 'judging' },
      { created: '2026-04-04' },
      { bodyValue: 'x' },
      { body: { type: 'TextualBody' } },
      { target: { source: 'https://a.example/', selector: { type: 'TextPositionSelector', start: -1, end: 2 } } },
      { target: { source: 'https://a.example/', selector: { type: 'TextQuoteSelector' } } },
    ])
      expect(faults(change)).toBeGreaterThan(0);
  });
});

describe('an annotation', () => {
  it('assesses the words it is about, with verdict, statement, rationale and evidence as bodies', () => {
    const [item] = itemsOf(published(material()));
    expect(item).toMatchObject({
      id: 'https://desk.example/a/harbour-record/1/claims/1/annotations.jsonld#annotation',
      motivation: 'assessing',
      creator: { type: 'Organization', name: 'The Ellery desk' },
      target: {
        source: 'https://gazette.example/harbour',
        selector: [
          { type: 'TextQuoteSelector', exact: '41,200 containers', prefix: ' harbour of Port Ellery handled ' },
          { type: 'TextPositionSelector', start: 35, end: 52 },
        ],
      },
    });
    expect(item?.body.slice(0, 2)).toMatchObject([
      { purpose: 'assessing', value: 'True' },
      { purpose: 'identifying', value: 'Port Ellery handled 41,200 containers in March.' },
    ]);
    expect(item?.body[3]).toEqual({
      type: 'SpecificResource',
      purpose: 'linking',
      label: 'supports: Monthly traffic, Port authority',
      source: 'https://port.example/march',
      selector: { type: 'TextQuoteSelector', exact: '41,200 units' },
      state: { type: 'TimeState', sourceDate: '2026-04-02T00:00:00Z' },
    });
  });

  it('counts code points, so that an emoji is one', () => {
    const text = `👩‍🚀🚢 ${articleText.replace('41,200', '🏴41,200')}`;
    const quote = '🏴41,200 containers';
    const claim = candidate('a', { quote: null, content: { quotes: [quote] } });
    const anchors = [anchorAt(quote, text)];
    claim.anchors = anchors.map((anchor) => ({ ...anchor, kept: false })) as never;
    claim.approval = { ...claim.approval!, anchors, stands: anchors };
    for (const rights of ['own', 'excerpt'] as const) {
      const revision = { ...material().article.revision, text };
      const [item] = itemsOf(published(material({ article: { rights, revision }, claims: [claim] })));
      const [words, { start, end }] = item!.target.selector;
      expect([...text].slice(start, end).join('')).toBe(quote);
      expect(words.exact).toBe(quote);
      expect(start).toBeLessThan(text.indexOf(quote));
    }
  });

  it('has the same id in every document of its edition', () => {
    const payload = published(longMaterial());
    const alone = claimsOf(payload).map((claim) => {
      const { first } = annotationsOfClaim(payload.frame, claim, origin) as { first: { items: { id: string }[] } };
      return first.items[0]!.id;
    });
    expect(itemsOf(payload).map(({ id }) => id)).toEqual(alone);
  });

  it('names a withheld source by its description alone', () => {
    const evidence = [
      {
        number: 1,
        stance: 'supports',
        quote: null,
        locator: null,
        primary: true,
        accessedOn: null,
        archivedUrl: null,
        source: { description: 'A person who works at the docks' },
      },
    ];
    const [item] = itemsOf(published(material({ claims: [candidate('a', { content: { evidence } })] })));
    expect(item?.body[3]).toMatchObject({
      type: 'TextualBody',
      value: 'supports: A person who works at the docks',
    });
  });

  it('of a withdrawn claim says that and why, and nothing else', () => {
    const payload = withdrawn(published(material()), 1);
    expect(itemsOf(payload)[0]).toMatchObject({
      motivation: 'commenting',
      body: { value: `A claim was withdrawn. ${withdrawal.reason}` },
    });
    expect(JSON.stringify(collectionOf(payload))).not.toContain('41,200');
  });
});
