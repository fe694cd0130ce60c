import { describe, expect, it, test } from 'vitest';
import type { Content } from '@/domain/content';
import { claimsOf, type Payload } from '@/domain/edition';
import { type Scale, scaleSchema } from '@/domain/scale';
import shipped from '@/domain/scales.json' with { type: 'json' };
import { claimListOf, claimReviewDocument, claimReviewOf, editionReviews } from '@/formats/export/claim-review';
import { inScript } from '@/formats/export/json-ld';
import { afterwards, candidate, choices, concluded, material, plain, published } from '@/test/builders/edition';
import { longMaterial } from '@/test/builders/long-article';
import { withdrawn } from '@/test/builders/withdrawn';
import { hostile } from '@/test/fixtures/hostile';
import { schemaOrgFaults } from './schema-org';

const origin = 'https://desk.example';
type Review = { [name in 'itemReviewed' | 'reviewRating']: Record<string, unknown> };
const reviewsOf = (payload: Payload) => (editionReviews(payload, origin) as { '@graph': Review[] })['@graph'];
const onlyReview = (content: Partial<Content> = {}, scale: Scale = plain) =>
  reviewsOf(published(material({ scale, claims: [candidate('a', { content })] })))[0]!;

const scales = shipped.map((scale) => scaleSchema.parse(scale));
const claimants: Content['claimant'][] = [
  null,
  { name: 'The Ellery Gazette', type: 'publication', role: null, sameAs: null },
  { name: 'Ines Calder', type: 'person', role: 'Mayor', sameAs: 'https://www.wikidata.org/wiki/Q1' },
  { name: 'Port authority', type: 'organisation', role: 'Operator', sameAs: null },
];

describe('a ClaimReview', () => {
  it('says what was claimed, by whom, where, and what was found', () => {
    const claimant = { name: 'Ines Calder', type: 'person', role: 'Mayor', sameAs: 'https://people.example/calder' };
    const said = { saidOn: '2026-03-30', saidAt: 'https://council.example/minutes' };
    const verdict = { key: 'mostly-false', scale: 'plain', version: 1 };
    expect(onlyReview({ claimant, ...said, verdict, rationale: 'The table says less [1].\n\nAnd more.' })).toEqual({
      '@type': 'ClaimReview',
      url: 'https://desk.example/a/harbour-record/claims/1',
      claimReviewed: 'Port Ellery handled 41,200 containers in March.',
      datePublished: '2026-04-04T12:00:00.000Z',
      author: { '@type': 'Organization', name: 'The Ellery desk', url: origin },
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'Mostly false',
        ratingValue: 2,
        worstRating: 1,
        bestRating: 5,
        ratingExplanation: 'The table says less.',
      },
      itemReviewed: {
        '@type': 'Claim',
        text: 'Port Ellery handled 41,200 containers in March.',
        author: { '@type': 'Person', name: 'Ines Calder', jobTitle: 'Mayor', sameAs: 'https://people.example/calder' },
        datePublished: '2026-03-30',
        appearance: expect.objectContaining({ '@type': 'Article', url: 'https://gazette.example/harbour' }),
        firstAppearance: {
          '@type': 'CreativeWork',
          url: 'https://council.example/minutes',
          datePublished: '2026-03-30',
        },
      },
    });
  });

  it('is the publication’s where nobody else is named, and appeared first in its article', () => {
    const { author, firstAppearance, appearance } = onlyReview({ claimant: null }).itemReviewed;
    expect(author).toEqual({ '@type': 'Organization', name: 'The Ellery Gazette' });
    expect(firstAppearance).toEqual(appearance);
  });

  it('has no first appearance where a claimant’s own words are not known to be first in the article', () => {
    const claimant = { name: 'Ines Calder', type: 'person', role: null, sameAs: null };
    expect(onlyReview({ claimant }).itemReviewed).not.toHaveProperty('firstAppearance');
  });

  it('has numbers only where the scale is ordered and the verdict stands in its order', () => {
    const misleading = onlyReview({ verdict: { key: 'misleading', scale: 'plain', version: 1 } });
    expect(Object.keys(misleading.reviewRating)).toEqual(['@type', 'alternateName', 'ratingExplanation']);
    expect(onlyReview({}, { ...plain, ordered: false }).reviewRating).not.toHaveProperty('ratingValue');
    expect(onlyReview().reviewRating).toMatchObject({ ratingValue: 5, worstRating: 1, bestRating: 5 });
  });

  it('is not made of a verdict that is no finding of fact, nor of a claim that was withdrawn', () => {
    const payload = published(longMaterial());
    const keys = claimsOf(payload).map(({ content }) => content.verdict?.key);
    expect(keys.filter((key) => key === 'not-checkable')).toHaveLength(1);
    expect(reviewsOf(payload)).toHaveLength(keys.length - 1);
    const left = withdrawn(payload, 1);
    expect(JSON.stringify(editionReviews(left, origin))).not.toContain('/claims/1"');
    const opinion = claimsOf(payload).find(({ content }) => content.verdict?.key === 'not-checkable')!;
    expect(claimReviewOf(payload.frame, opinion, origin)).toBeNull();
    expect(claimReviewDocument(payload.frame, opinion, origin)).toEqual({
      '@context': 'https://schema.org',
      '@graph': [],
    });
  });
});

describe('by schema.org’s own definitions', () => {
  const verdicts = scales.flatMap((scale) => scale.values.map(({ key }) => [scale.id, key, scale] as const));

  test.each(verdicts)('a claim found %s: %s has no type, property or range error', (_, key, scale) => {
    for (const claimant of claimants) {
      for (const said of [
        { saidOn: null, saidAt: null },
        { saidOn: '2026-03-30', saidAt: 'https://council.example/' },
      ]) {
        const verdict = { key, scale: scale.id, version: scale.version };
        for (const review of reviewsOf(
          published(material({ scale, claims: [candidate('a', { content: { claimant, verdict, ...said } })] })),
        ))
          expect(schemaOrgFaults(review)).toEqual([]);
      }
    }
  });

  test('the definitions catch what is wrong', () => {
    const review = onlyReview();
    const rating = review.reviewRating;
    expect(schemaOrgFaults({ ...review, ratingValue: 3 })).toHaveLength(1);
    expect(schemaOrgFaults({ ...review, reviewRating: { '@type': 'Claim' } })).toHaveLength(1);
    expect(schemaOrgFaults({ ...review, reviewRating: { ...rating, verdict: 'x' } })).toHaveLength(1);
    expect(schemaOrgFaults({ ...review, datePublished: 'yesterday' })).toHaveLength(1);
    expect(schemaOrgFaults({ ...review, '@type': 'FactCheck' })).toHaveLength(1);
  });
});

test('the page of an edition lists the pages of its claims, each of which has its ClaimReview', () => {
  const list = claimListOf(withdrawn(published(longMaterial()), 2), origin) as { itemListElement: { url: string }[] };
  expect(schemaOrgFaults(list as never)).toEqual([]);
  expect(list).toMatchObject({ '@type': 'ItemList', numberOfItems: 11 });
  expect(list.itemListElement.map(({ url }) => url).slice(0, 2)).toEqual([
    'https://desk.example/a/harbour-record/claims/1',
    'https://desk.example/a/harbour-record/claims/3',
  ]);
});

test('the page of an edition is described by its conclusion, in plain words', () => {
  const list = claimListOf(published(material({ conclusion: concluded('Most of it **holds**.') })), origin);
  expect(list).toMatchObject({ '@type': 'ItemList', description: 'Most of it holds.' });
  expect(schemaOrgFaults(list as never)).toEqual([]);
  expect(claimListOf(published(material()), origin)).not.toHaveProperty('description');
});

test('an edition that corrects says so on its page and in each ClaimReview, one that adds does not', () => {
  const first = material();
  const second = (tier: 'update' | 'correction') =>
    published(afterwards(first, published(first)), choices({ note: 'The table was read wrongly.', tier }));
  const comment = { '@type': 'CorrectionComment', text: 'The table was read wrongly.' };
  const corrected = second('correction');
  const page = claimListOf(corrected, origin);
  expect(page).toMatchObject({ '@type': 'WebPage', correction: comment, mainEntity: { '@type': 'ItemList' } });
  expect(schemaOrgFaults(page as never)).toEqual([]);
  const [review] = reviewsOf(corrected);
  expect(review).toMatchObject({ correction: comment });
  expect(schemaOrgFaults(review!)).toEqual([]);
  expect(reviewsOf(second('update'))[0]).not.toHaveProperty('correction');
  expect(claimListOf(second('update'), origin)).toMatchObject({ '@type': 'ItemList' });
});

test('an article without publication, address or date makes a ClaimReview without errors', () => {
  const bare = { publication: null, url: null, publishedOn: null };
  const payload = published(material({ article: bare, claims: [candidate('a', { content: { claimant: null } })] }));
  const [review] = reviewsOf(payload);
  expect(schemaOrgFaults(review!)).toEqual([]);
  expect(review!.itemReviewed).not.toHaveProperty('author');
});

test.each(hostile.map((text) => [text.slice(0, 60), text]))('in a page nothing ends its element: %s', (_, text) => {
  const review = claimReviewDocument(
    published(material()).frame,
    claimsOf(published(material({ claims: [candidate('a', { content: { statement: text } })] })))[0]!,
    origin,
  );
  expect(inScript(review)).not.toContain('<');
  expect(JSON.parse(inScript(review))).toEqual(JSON.parse(JSON.stringify(review)));
});
