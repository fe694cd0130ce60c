import { describe, expect, it, test } from 'vitest';
import { read, utf8 } from '@/test/builders/foreign';
import { outline } from './outline';

const markdown = (content: string) => read({ format: 'markdown', content });

describe('Markdown', () => {
  it('keeps headings, emphasis, links, lists, quotations and tables as text', async () => {
    const { doc, title, byline } = await markdown(
      [
        '# Mill reopens',
        '',
        'By Ana Pruitt',
        '',
        'The mill at *Corran* **reopened** on [Monday](https://corran.example/a "x").',
        'A second line of the same paragraph.',
        '',
        '## What it makes',
        '',
        '- Flour',
        '  1. white',
        '  2. brown',
        '- [x] Bran',
        '',
        '> We never sold',
        '> > the stones.',
        '',
        '| Year | Tonnes |',
        '|---|--:|',
        '| 2025 | 310 |',
        '',
        '![the mill](mill.jpg) <script>alert(1)</script>',
        '',
        '<p onclick="x()">Raw <em>HTML</em></p>',
        '<script>alert(2)</script>',
      ].join('\n'),
    );
    expect({ title, byline }).toEqual({ title: 'Mill reopens', byline: 'Ana Pruitt' });
    expect(outline(doc).split('\n')).toEqual([
      'The mill at *Corran* **reopened** on [Monday](https://corran.example/a). A second line of the same paragraph.',
      '## What it makes',
      '- Flour',
      '- 1. white',
      '- 2. brown',
      '- Bran',
      '> We never sold',
      '> > the stones.',
      'Year | Tonnes',
      '2025 | 310',
      'Raw *HTML*',
    ]);
  });

  it('says in its front matter who wrote it, where and when', async () => {
    const content =
      '---\ntitle: "The quay: sold"\nauthor: Mara Osei\ndate: 2026-02-11T08:00:00Z\nlang: en-GB\nurl: https://ledger.example/quay\ntags: [a, b]\n---\n\nThe quay was sold.\n';
    const article = await read({ bytes: utf8(content), name: 'quay.md' });
    expect(article).toMatchObject({
      title: 'The quay: sold',
      byline: 'Mara Osei',
      publishedOn: '2026-02-11',
      language: 'en-GB',
      url: 'https://ledger.example/quay',
      text: 'The quay was sold.',
    });
  });

  test.each([
    ['a link to a script', '[x](javascript:alert(1)) is here.', 'x is here.'],
    ['a reference to one', '[x][1] is here.\n\n[1]: data:text/html,x', 'x is here.'],
    ['a bare address', 'See https://a.example/b.', 'See [https://a.example/b](https://a.example/b).'],
  ])('holds no link that runs: %s', async (_, content, words) =>
    expect(outline((await markdown(content)).doc)).toBe(words),
  );
});

describe('a paste from a browser', () => {
  const html = (content: string) => read({ format: 'html', content });

  it('is article throughout, however short, with what it was set in', async () => {
    const { doc, title } = await html(
      '<html><head><title>x</title></head><body>\n<!--StartFragment--><h2 style="x">Who <span>pays</span></h2><p style="margin:0">Islanders <span style="font-weight:700">pay</span> <span style="font-style:italic">most</span>.</p><ul><li>Single</li></ul><!--EndFragment--></body></html>',
    );
    expect(outline(doc)).toBe('Islanders **pay** *most*.\n- Single');
    expect(title).toBe('Who pays');
  });

  it('may be nothing but words', async () => {
    expect((await html('Just <b>one</b> line')).text).toBe('Just one line');
  });

  it('of Google Docs, which wraps all of it in a bold tag that is not bold, is not bold', async () => {
    const { doc } = await html(
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Not bold</span></p><br><p><span style="font-weight:700">bold</span></p></b>',
    );
    expect(outline(doc)).toBe('Not bold\n**bold**');
  });

  it('of a terminal or a spreadsheet keeps its lines and rows', async () => {
    const { doc } = await html(
      '<pre>one\ntwo</pre><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></table>',
    );
    expect(outline(doc)).toBe('one\ntwo\na | b\nc |');
  });
});
