import { gzipSync } from 'node:zlib';
import type { ReactElement } from 'react';
import { prerender } from 'react-dom/static';
import { describe, expect, it } from 'vitest';
import { ClaimPage } from '@/components/reader/claim-page';
import { EditionPage } from '@/components/reader/edition-page';
import { ListPage } from '@/components/reader/list-page';
import { plainDoc } from '@/domain/doc';
import { claimsOf, digestOfEdition, type Payload } from '@/domain/edition';
import { readerAssets } from '@/formats/export/assets';
import { editionTells } from '@/formats/export/page-tells';
import { anchorAt, candidate, material, plain, published } from '@/test/builders/edition';
import { longMaterial } from '@/test/builders/long-article';
import { hostile } from '@/test/fixtures/hostile';
import { parsed } from './parsed';

const css = '/assets/reader.css';
const html = async (page: ReactElement) => new Response((await prerender(page)).prelude).text();
const drawn = async (page: ReactElement) => parsed(await html(page));
const editionPage = (payload: Payload) => (
  <EditionPage payload={payload} digest={digestOfEdition(payload)} later={[]} css={css} />
);
const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim();

describe('the reader’s page', () => {
  const whole = published(longMaterial({ article: { rights: 'own' } }));

  it('follows each claim’s last word with one link that says its verdict, and no link holds another', async () => {
    const page = await drawn(editionPage(whole));
    const refs = [...page.querySelectorAll('a.ref')];
    expect(refs.map((ref) => ref.getAttribute('aria-label'))).toContain('claim 7, misleading');
    expect(refs).toHaveLength(claimsOf(whole).filter(({ place }) => place).length);
    expect(page.querySelector('a a, mark a')).toBeNull();
  });

  it('leads both ways between words and note, and every address within the page is there', async () => {
    const page = await drawn(editionPage(whole));
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')!.slice(1));
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(page.querySelector('#ref-3')?.getAttribute('href')).toBe('#claim-3');
    expect(page.querySelector('#claim-3 a[href="#ref-3"]')).not.toBeNull();
  });

  it('puts each note right after the paragraph that its claim ends in', async () => {
    const page = await drawn(editionPage(whole));
    for (const { k, place } of claimsOf(whole)) {
      const note = page.querySelector(`#claim-${k}`);
      if (place) expect(note?.closest('.block')?.querySelector(`#ref-${k}`)).not.toBeNull();
      else expect(words(note?.closest('section')?.querySelector('h2'))).toBe('About the article as a whole');
    }
  });

  it('counts the verdicts in words and names people and edition', async () => {
    const page = await drawn(editionPage(whole));
    expect(words(page.querySelector('.counts'))).toBe(
      '1 false, 1 mostly false, 2 mixed, 2 mostly true, 3 true, 1 misleading, 1 unproven and 1 not checkable',
    );
    expect(words(page.querySelector('.people'))).toContain('Checked by Ada Reyes, approved by Eve Okoro. Edition 1');
  });

  it('lists a claim that is kept as it stood under its own heading, with its words and since when they are gone', async () => {
    const kept = { ...candidate('b', { quote: '300 people' }), keptSince: '2026-11-25T09:30:00.000Z' };
    kept.anchors = kept.anchors.map((anchor) => ({ ...anchor, state: 'lost' as const, kept: true }));
    const page = await drawn(editionPage(published(material({ claims: [candidate('a'), kept] }))));
    const section = page.querySelector('[aria-labelledby="about-gone"]');
    expect(words(section?.querySelector('h2'))).toBe('No longer in the article');
    expect(words(section?.querySelector('.gone p'))).toBe(
      'These words are no longer in the article, as seen on 25 November 2026:',
    );
    expect(words(section?.querySelector('.gone blockquote'))).toBe('300 people');
    expect(page.querySelector('#claim-1 .gone, #ref-2')).toBeNull();
  });

  it('says when one person did it all, and why an approval was an override', async () => {
    const desk = { name: 'Solo', size: 'one' as const, contact: null };
    const page = await drawn(
      editionPage(published(material({ desk, claims: [candidate('a', { overrideReason: 'The editor is ill.' })] }))),
    );
    expect(words(page.querySelector('.people'))).toContain('Checked and approved by one person.');
    expect(words(page.querySelector('#claim-1'))).toContain('Approved without a second person: The editor is ill.');
  });

  it.each([
    ['corrections@ellery.example', 'mailto:corrections@ellery.example?subject=Error%20in%20%2Fa%2Fharbour-record%2F1'],
    ['https://ellery.example/errors', 'https://ellery.example/errors'],
  ])('says where to report an error: %s', async (contact, href) => {
    const desk = { name: 'The Ellery desk', size: 'several' as const, contact };
    const page = await drawn(editionPage(published(material({ desk }))));
    expect(page.querySelector(`.method a[href="${href}"]`)?.textContent).toBe(contact);
  });

  it('names no contact where the desk has none', async () => {
    expect((await drawn(editionPage(published(material())))).querySelector('.method')?.textContent).not.toMatch(
      /wrong\?/,
    );
  });

  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['pt-BR', 'ltr'],
    ['xx-tlh', 'ltr'],
  ])('speaks %s from the right side', async (language, direction) => {
    const page = await drawn(editionPage(published(material({ article: { language } }))));
    expect([page.documentElement.lang, page.documentElement.dir]).toEqual([language, direction]);
  });

  it('is small: a thousand words with twelve claims, page and styles compressed, in less than 25 kB', async () => {
    const tells = editionTells(whole, 'https://desk.example', 'Checked.');
    const page = <EditionPage payload={whole} digest={digestOfEdition(whole)} later={[]} css={css} {...tells} />;
    const size = gzipSync(await html(page)).length + gzipSync(readerAssets().css.bytes).length;
    expect(size).toBeLessThan(25_000);
  });

  it('stays under 1.5 MB with five hundred claims on 200,000 characters, each verdict’s shape held once', async () => {
    const sentence = (i: number) => `In week ${i} the harbour handled ${41_000 + i} containers, it said.`;
    const filler = ' Nobody at the port authority disputed the figure at the time.'.repeat(6);
    const text = Array.from({ length: 500 }, (_, i) => sentence(i) + filler).join('\n');
    expect(text.length).toBeGreaterThan(200_000);
    const claims = Array.from({ length: 500 }, (_, i) => {
      const anchors = [anchorAt(`${41_000 + i} containers`, text)];
      const claim = candidate(String(i).padStart(3, '0'), { quote: null, content: { statement: sentence(i) } });
      return { ...claim, anchors, approval: { ...claim.approval!, anchors, stands: anchors } };
    });
    const revision = { number: 1, sha256: '0', text, doc: plainDoc(text.split('\n')) };
    const page = await html(editionPage(published(material({ article: { rights: 'own', revision }, claims }))));
    expect(page.match(/<div class="note"/g)).toHaveLength(500);
    expect(page.length).toBeLessThan(1_500_000);
    expect(page.match(/<path/g)!.length).toBeLessThan(20);
  });
});

describe('hostile text', () => {
  const everywhere = (text: string): Payload => {
    const evidence = (source: object) => ({
      number: 1,
      stance: text,
      quote: text,
      locator: text,
      primary: true,
      accessedOn: null,
      archivedUrl: text,
      source: source as never,
    });
    const content = {
      statement: text,
      kind: text,
      claimant: { name: text, type: 'person', role: text, sameAs: text },
      saidAt: text,
      rationale: `${text}\n\n**${text}** [${text}](${text}) [1]\n\n- ${text}`,
      evidence: [
        evidence({ url: text, title: text, publisher: text, publishedOn: null }),
        { ...evidence({ description: text }), number: 2 },
      ],
    };
    const claims = [
      candidate('a', { content, overrideReason: text }),
      candidate('b', { quote: null, content: { ...content, about: { image: text } } }),
    ];
    const article = { title: text, publication: text, byline: text, url: text };
    const payload = published(material({ article, claims, desk: { name: text, size: 'one', contact: null } }));
    const edition = { ...payload.frame.edition, number: 2, note: text, tier: 'verdict-changed' as const };
    return { ...payload, frame: { ...payload.frame, edition } };
  };
  const pagesOf = (payload: Payload) => [
    editionPage(payload),
    <ClaimPage key="claim" payload={payload} claim={claimsOf(payload)[0]!} digest="0" later={[]} css={css} />,
    <ListPage
      key="list"
      css={css}
      older={null}
      items={[
        {
          id: '1',
          slug: 's',
          number: 1,
          publishedAt: '2026-04-04T12:00:00.000Z',
          article: payload.frame.article,
          desk: payload.frame.desk.name,
          scale: plain,
          verdicts: ['true'],
        },
      ]}
    />,
  ];
  const innocent = new Set(
    'HTML HEAD META TITLE LINK BODY A BDI HEADER SPAN MAIN H1 H2 H3 P DIV SECTION ARTICLE ASIDE NAV FOOTER TIME STRONG EM B Q BR UL OL LI DL DT DD CODE MARK BLOCKQUOTE SVG PATH RECT DETAILS SUMMARY FIELDSET LEGEND LABEL INPUT SYMBOL USE'.split(
      ' ',
    ),
  );
  const attributes =
    /^(lang|dir|charset|role|type|name|content|rel|href|class|id|aria-[a-z]+|datetime|value|start|title|cite|data-(tone|verdict)|viewbox|width|height|x|y|d|fill|fill-rule|focusable|preserveaspectratio)$/i;

  it.each(hostile.map((text) => [text.slice(0, 60), text]))(
    'runs nothing and is shown as typed: %s',
    async (_, text) => {
      const pages = await Promise.all(pagesOf(everywhere(text)).map(drawn));
      for (const page of pages) {
        const nodes = [...page.querySelectorAll('*')];
        expect(nodes.map(({ tagName }) => tagName.toUpperCase()).filter((name) => !innocent.has(name))).toEqual([]);
        const named = nodes.flatMap((node) => node.getAttributeNames());
        expect(named.filter((name) => !attributes.test(name))).toEqual([]);
        const hrefs = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
        expect(hrefs.filter((href) => !/^(https?:\/\/|mailto:|\/|#)/i.test(href))).toEqual([]);
      }
      const page = pages[0]!;
      const shown = text.replace(/\r\n?/g, '\n');
      expect(page.querySelector('h1')?.textContent).toBe(shown);
      expect(page.querySelector('.note .statement')?.textContent).toBe(shown);
      expect(page.querySelector('.evidence q')?.textContent).toBe(shown);
    },
  );
});
