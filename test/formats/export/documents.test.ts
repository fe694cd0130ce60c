import { strFromU8, unzipSync } from 'fflate';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { describe, expect, it, test } from 'vitest';
import type { Content } from '@/domain/content';
import { type ArticleDoc, type Mark, textOfDoc } from '@/domain/doc';
import { claimsOf } from '@/domain/edition';
import { averitecOf } from '@/formats/export/averitec';
import { claimsTable } from '@/formats/export/claims-table';
import { exportDocuments } from '@/formats/export/documents';
import { editionMarkdown } from '@/formats/export/edition-markdown';
import { anchorAt, candidate, material, published } from '@/test/builders/edition';
import { longMaterial, longText } from '@/test/builders/long-article';
import { withdrawal, withdrawn } from '@/test/builders/withdrawn';
import { hostile } from '@/test/fixtures/hostile';

const origin = 'https://desk.example';
const of = (content: Partial<Content>) => published(material({ claims: [candidate('a', { content })] }));

/** Reads CSV by RFC 4180 alone: CRLF ends a row, quotes are doubled within quotes. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let found = field.exec(csv); found; found = field.exec(csv)) {
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    if (field.lastIndex === csv.length) return rows;
  }
  throw new Error(`Not RFC 4180 from ${field.lastIndex}`);
}

describe('the table of claims', () => {
  it('has a header and a row for each claim, whatever was typed', () => {
    for (const statement of [...hostile, 'He said "no", twice.\r\nThen, yes.', 'a\nb']) {
      const [header, row, ...more] = rowsOf(claimsTable(of({ statement }), origin));
      expect(more).toEqual([]);
      expect(row).toHaveLength(header!.length);
      expect(row![header!.indexOf('statement')]!.replace(/^'/, '')).toBe(statement.replace(/^'/, ''));
    }
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is text to a spreadsheet', (statement) => {
    const [header, row] = rowsOf(claimsTable(of({ statement }), origin));
    expect(row![header!.indexOf('statement')]).toBe(`'${statement}`);
  });

  it('has of a withdrawn claim when and why, and nothing else', () => {
    const [header, row] = rowsOf(claimsTable(withdrawn(of({}), 1), origin));
    const told = Object.fromEntries(header!.map((name, i) => [name, row![i]]).filter(([, value]) => value !== ''));
    expect(told).toEqual({ withdrawn_at: withdrawal.at, withdrawn_because: withdrawal.reason });
  });
});

describe('AVeriTeC', () => {
  const labelOf = (key: string) => {
    const [claim] = averitecOf(of({ verdict: { key, scale: 'plain', version: 1 } }), origin) as { label: string }[];
    return claim!.label;
  };

  it('knows four labels', () => {
    expect(['true', 'mostly-true', 'false', 'mostly-false'].map(labelOf)).toEqual([
      'Supported',
      'Supported',
      'Refuted',
      'Refuted',
    ]);
    expect(['mixed', 'misleading'].map(labelOf)).toEqual(Array(2).fill('Conflicting Evidence/Cherrypicking'));
    expect(labelOf('unproven')).toBe('Not Enough Evidence');
    expect(labelOf('not-checkable')).toBeNull();
  });

  it('has claims with justification, speaker, date and evidence', () => {
    const claimant = { name: 'Ines Calder', type: 'person', role: 'Mayor', sameAs: null };
    const [claim] = averitecOf(of({ claimant, saidOn: '2026-03-09', saidAt: 'https://council.example/' }), origin);
    expect(claim).toMatchObject({
      claim: 'Port Ellery handled 41,200 containers in March.',
      label: 'Supported',
      claim_date: '9-3-2026',
      speaker: 'Ines Calder',
      original_claim_url: 'https://council.example/',
      fact_checking_article: 'https://desk.example/a/harbour-record/1/claims/1',
      claim_types: ['Numerical Claim'],
      questions: [],
      evidence: [{ stance: 'supports', answer: '41,200 units', source_url: 'https://port.example/march' }],
    });
  });
});

const nodes = (tree: Nodes): Nodes[] => [tree, ...('children' in tree ? tree.children.flatMap(nodes) : [])];
const read = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] });
const words = (tree: Nodes): string =>
  nodes(tree)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');

describe('the Markdown', () => {
  it('is the whole article, with a footnote for each claim, after its last word', () => {
    const payload = published(longMaterial({ article: { rights: 'own' } }));
    const markdown = editionMarkdown(payload, origin);
    const article = words(fromMarkdown(markdown.slice(0, markdown.indexOf('[^claim-1]:')))).replace(
      /\[\^claim-\d+\]/g,
      '',
    );
    for (const paragraph of longText.split('\n')) expect(article).toContain(paragraph);
    expect(markdown).toContain('41,200 containers in March[^claim-1]');
    const defined = [...markdown.matchAll(/^\[\^claim-(\d+)\]:/gm)].map(([, k]) => Number(k));
    expect(defined).toEqual(claimsOf(payload).map(({ k }) => k));
  });

  test.each(hostile.map((text) => [text.slice(0, 60), text]))('holds no markup but its own: %s', (_, text) => {
    const content = { statement: text, rationale: text };
    const payload = published(
      material({
        article: { title: text, publication: text },
        claims: [candidate('a', { content })],
        desk: { name: text, size: 'one', contact: null },
      }),
    );
    const tree = read(editionMarkdown(payload, origin));
    const kinds = new Set(nodes(tree).map(({ type }) => type));
    for (const kind of ['html', 'image', 'imageReference', 'code', 'inlineCode', 'thematicBreak'])
      expect(kinds).not.toContain(kind);
    const links = nodes(tree).flatMap((node) => (node.type === 'link' ? node.url : []));
    for (const url of links) expect(url).toMatch(/^(https?:\/\/|mailto:)/);
  });

  it('keeps headings, lists, quotations, emphasis, links and speakers, with each footnote where its claim ends', () => {
    const words = (text: string, ...marks: Mark[]) => ({ type: 'text' as const, text, marks });
    const doc: ArticleDoc = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [words('In the harbour')] },
        {
          type: 'paragraph',
          attrs: { speaker: 'Ines Calder' },
          content: [
            words('It handled '),
            words('41,200', { type: 'bold' }),
            words(' '),
            words('containers', { type: 'italic' }),
            words('.'),
          ],
        },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [words('300 people')] }] }],
        },
        {
          type: 'blockquote',
          content: [
            {
              type: 'paragraph',
              content: [words('Half of that', { type: 'link', attrs: { href: 'https://union.example/' } })],
            },
          ],
        },
      ],
    };
    const text = textOfDoc(doc);
    const standing = (id: string, quote: string) => {
      const anchors = [anchorAt(quote, text)];
      const claim = candidate(id, { quote: null, content: { quotes: [quote] } });
      return {
        ...claim,
        anchors: anchors.map((anchor) => ({ ...anchor, kept: false })),
        quotes: [quote],
        approval: { ...claim.approval!, anchors, stands: anchors },
      };
    };
    const revision = { ...material().article.revision, text, doc };
    const claims = [standing('a', '41,200 containers'), standing('b', '300 people'), standing('c', 'Half of that')];
    const markdown = editionMarkdown(
      published(material({ article: { rights: 'own', revision }, claims: claims as never })),
      origin,
    );
    expect(markdown).toContain(
      '#### In the harbour\n\n**Ines Calder:** It handled **41,200** *containers*[^claim-1].\n',
    );
    expect(markdown).toContain('\n- 300 people[^claim-2]\n');
    expect(markdown).toContain('\n> [Half of that](https://union.example/)[^claim-3]\n');
  });

  it('says when and why a claim was withdrawn', () => {
    const markdown = editionMarkdown(withdrawn(of({}), 1), origin);
    expect(markdown).toContain(`A claim was withdrawn on 2026-05-01: ${withdrawal.reason}`);
    expect(markdown).not.toContain('41,200');
  });
});

/** The words of a Word document, its footnotes' first. */
const wordsOf = (docx: Uint8Array): string => {
  const files = unzipSync(docx);
  const xml = ['word/footnotes.xml', 'word/document.xml'].map((path) => strFromU8(files[path]!)).join('');
  return xml.replace(/<[^>]*>/g, '');
};

describe('under excerpt rights', () => {
  const payload = published(longMaterial());
  const shown = claimsOf(payload).flatMap(({ place }) => place?.sentence?.text ?? []);
  const sentences = longText.split(/(?<=[.?!”])\s+/).filter((sentence) => sentence.length > 30);
  const hidden = sentences.filter((sentence) => !shown.some((text) => text.includes(sentence.slice(0, 30))));

  test.each(exportDocuments.map((document) => [document.name, document]))(
    '%s holds no other text',
    async (_, document) => {
      expect(hidden.length).toBeGreaterThan(20);
      const made = await document.ofEdition(payload, origin);
      const text = typeof made === 'string' ? made : wordsOf(made);
      expect(text).toContain('41,200');
      for (const sentence of hidden) expect(text).not.toContain(sentence.slice(0, 30));
    },
  );
});

test('every document is the same to the byte each time it is made', async () => {
  for (const { ofEdition } of exportDocuments) {
    const one = await ofEdition(published(longMaterial()), origin);
    expect(await ofEdition(published(longMaterial()), origin)).toEqual(one);
  }
});
