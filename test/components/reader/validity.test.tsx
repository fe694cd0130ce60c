import { HtmlValidate } from 'html-validate/node';
import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { ClaimPage } from '@/components/reader/claim-page';
import { ComparisonPage } from '@/components/reader/comparison-page';
import { EditionPage } from '@/components/reader/edition-page';
import { ClaimEmbed, EditionEmbed } from '@/components/reader/embed';
import { htmlOf } from '@/components/reader/html';
import { ListPage } from '@/components/reader/list-page';
import { MissingPage } from '@/components/reader/missing-page';
import { RecordPage } from '@/components/reader/record-page';
import { VerifyingPage } from '@/components/reader/verifying-page';
import { WithdrawnEmbed, WithdrawnPage } from '@/components/reader/withdrawn';
import { claimsOf, digestOfEdition, type Payload } from '@/domain/edition';
import { verifyingGuide } from '@/formats/export/guide';
import { claimTells, editionTells } from '@/formats/export/page-tells';
import { siteOf } from '@/formats/export/site';
import { material, plain, published } from '@/test/builders/edition';
import { longMaterial } from '@/test/builders/long-article';
import { withdrawal, withdrawn } from '@/test/builders/withdrawn';

const origin = 'https://desk.example';
const css = '/assets/reader.css';
const whole = published(longMaterial({ article: { rights: 'own' } }));
const excerpt = published(longMaterial());
const claim = claimsOf(whole)[2]!;
const digest = digestOfEdition(whole);
const ways = [{ href: '/', words: 'All fact checks' }];

const second: Payload = {
  ...withdrawn(whole, 1),
  frame: {
    ...whole.frame,
    edition: { ...whole.frame.edition, number: 2, note: 'We were wrong.', tier: 'verdict-changed' },
  },
};
const later = [
  { number: 2, note: 'We were wrong.', tier: 'verdict-changed' as const, publishedAt: '2026-05-01T08:00:00.000Z' },
];

const edition = (payload: Payload, since: typeof later = []) => (
  <EditionPage
    payload={payload}
    digest={digest}
    later={since}
    css={css}
    {...editionTells(payload, origin, 'Checked.')}
  />
);
const recorded = (number: number) => ({
  number,
  publishedAt: '2026-04-04T12:00:00.000Z',
  digest,
  tier: null,
  note: number === 1 ? null : 'A note.',
  withdrawal: number === 2 ? withdrawal : null,
  people: { ...whole.frame, publishedBy: 'Eve Okoro' },
  overrides: [{ k: 1, reason: 'The editor is ill.', confirmation: null }],
  adjudicated: [{ k: 2, choice: 'third' as const, verdict: 'Mixed', reason: 'Both, in part.' }],
});
const listed = {
  id: '1',
  slug: 'harbour-record',
  number: 1,
  publishedAt: '2026-04-04T12:00:00.000Z',
  article: whole.frame.article,
  desk: 'The Ellery desk',
  scale: plain,
  verdicts: ['true', 'false'],
};
const embed = { payload: whole, later, css, origin };
const record = { slug: 's', article: whole.frame.article, desk: 'The Ellery desk', css };
const told = { title: 'Edition 2 was withdrawn', withdrawal, css };

const kinds: Record<string, ReactElement> = {
  'an edition': edition(whole),
  'an edition of excerpts': edition(excerpt),
  'an edition in Arabic': edition(published(material({ article: { language: 'ar', rights: 'own' } }))),
  'an edition that another replaced': edition(whole, later),
  'an edition that corrects, with a withdrawn claim': edition(second),
  'an edition without any claim left': edition({
    ...whole,
    claims: whole.claims.map(({ hash }) => ({ hash, withdrawal })),
  }),
  'a preview': <EditionPage payload={whole} digest={null} later={[]} css={css} />,
  'a claim': (
    <ClaimPage
      payload={whole}
      claim={claim}
      digest={digest}
      later={[]}
      css={css}
      {...claimTells(whole, claim, origin)}
    />
  ),
  'the embed of an edition': <EditionEmbed {...embed} />,
  'the embed of a claim': <ClaimEmbed {...embed} claim={claim} />,
  'a withdrawn edition': <WithdrawnPage {...told} ways={ways} />,
  'its embed': <WithdrawnEmbed {...told} />,
  'the record': (
    <RecordPage {...record} editions={[1, 2, 3].map(recorded)} withdrawnClaims={[{ k: 3, withdrawal }]} chosen={null} />
  ),
  'the record, comparing': <RecordPage {...record} editions={[1, 3].map(recorded)} withdrawnClaims={[]} chosen={1} />,
  'a comparison': <ComparisonPage from={whole} to={second} css={css} />,
  'the list': <ListPage items={[listed]} older="/?before=1" css={css} />,
  'an empty list': <ListPage items={[]} older={null} css={css} />,
  'how to verify': <VerifyingPage guide={verifyingGuide()} css={css} />,
  'nothing at this address': <MissingPage title="Nothing is here" happened="Mistyped?" ways={ways} css={css} />,
};

// React ends elements that hold nothing with a slash, which HTML allows
const checker = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'void-style': 'off' } });
const faultsOf = async (html: string) =>
  (await checker.validateString(html)).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );

describe('the HTML of', () => {
  test.each(Object.keys(kinds))('%s is without a fault', async (kind) => {
    expect(await faultsOf(await htmlOf(kinds[kind]!))).toEqual([]);
  });

  test('the page that verifies is without a fault', async () => {
    const page = (await siteOf({ payload: whole, digest, origin, pages: [] })).find(
      ({ path }) => path === 'verify.html',
    )!;
    expect(await faultsOf(new TextDecoder().decode(page.bytes))).toEqual([]);
  });

  test('a page with faults is not', async () => {
    expect(await faultsOf('<!DOCTYPE html><html lang="en"><body><p><div>x</div></p></body></html>')).not.toEqual([]);
  });
});
