import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { ClaimPage } from '@/components/reader/claim-page';
import { EditionPage } from '@/components/reader/edition-page';
import { ClaimEmbed, EditionEmbed } from '@/components/reader/embed';
import { htmlOf } from '@/components/reader/html';
import { claimsOf, digestOfEdition, type Payload } from '@/domain/edition';
import { claimTells, editionTells, frameOf } from '@/formats/export/page-tells';
import { candidate, material, published } from '@/test/builders/edition';
import { hostile } from '@/test/fixtures/hostile';
import { parsed } from './parsed';

const origin = 'https://desk.example';
const css = '/assets/reader.css';
const drawn = async (page: ReactElement) => parsed(await htmlOf(page));

const everywhere = (text: string): Payload =>
  published(
    material({
      article: { title: text, publication: text },
      claims: [
        candidate('a', {
          content: { statement: text, claimant: { name: text, type: 'person', role: text, sameAs: null } },
        }),
      ],
      desk: { name: text, size: 'one', contact: null },
    }),
  );

/** Every page of an edition with all that it tells, and its embeds. */
function pagesOf(payload: Payload): ReactElement[] {
  const claim = claimsOf(payload)[0]!;
  const edition = { payload, digest: digestOfEdition(payload), later: [], css };
  const embed = { payload, later: [], css, origin };
  return [
    <EditionPage key="edition" {...edition} {...editionTells(payload, origin, 'Checked.')} />,
    <ClaimPage key="claim" {...edition} claim={claim} {...claimTells(payload, claim, origin)} />,
    <EditionEmbed key="edition-embed" {...embed} />,
    <ClaimEmbed key="claim-embed" {...embed} claim={claim} />,
  ];
}

describe('what pages tell machines, and their embeds', () => {
  it.each(hostile.map((text) => [text.slice(0, 60), text]))(
    'run nothing and say what was typed: %s',
    async (_, text) => {
      for (const element of pagesOf(everywhere(text))) {
        const page = await drawn(element);
        const scripts = [...page.querySelectorAll('script')];
        expect(scripts.every(({ type }) => type === 'application/ld+json')).toBe(true);
        for (const { textContent } of scripts) expect(() => JSON.parse(textContent ?? '')).not.toThrow();
        expect(page.querySelector('iframe, img, style, form, base, object, embed')).toBeNull();
        const attributes = [...page.querySelectorAll('*')].flatMap((node) => node.getAttributeNames());
        expect(attributes.filter((name) => /^(on|style|srcdoc)/i.test(name))).toEqual([]);
        const [review] = scripts.map(({ textContent }) => JSON.parse(textContent ?? '') as { claimReviewed?: string });
        if (review?.claimReviewed !== undefined) expect(review.claimReviewed).toBe(text);
        const hrefs = [...page.querySelectorAll('a[href], link[href]')].map((link) => link.getAttribute('href') ?? '');
        expect(hrefs.filter((href) => !/^(https?:\/\/|mailto:|\/|#|data:,$)/i.test(href))).toEqual([]);
      }
    },
  );

  it.each(hostile.map((text) => [text.slice(0, 60), text]))(
    'give a snippet that is one frame of ours: %s',
    (_, text) => {
      const html = frameOf(`${origin}/a/x`, text, { width: '100%', height: 400 });
      const { body } = parsed(`<!DOCTYPE html><body>${html}`);
      expect(body.children).toHaveLength(1);
      const frame = body.querySelector('iframe')!;
      expect(frame.getAttribute('src')).toBe(`${origin}/a/x/embed`);
      expect(frame.getAttribute('title')).toBe(text.replace(/\r\n?/g, '\n'));
    },
  );

  it('shows in the edition’s embed each claim and the way to the whole', async () => {
    const payload = published(material());
    const page = await drawn(<EditionEmbed payload={payload} later={[]} css={css} origin={origin} />);
    expect(page.querySelectorAll('.line')).toHaveLength(1);
    const link = page.querySelector('a');
    expect([link?.getAttribute('href'), link?.getAttribute('target')]).toEqual([
      `${origin}/a/harbour-record`,
      '_blank',
    ]);
  });
});
