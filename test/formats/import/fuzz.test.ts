import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docOfText } from '@/domain/doc';
import { safeHref } from '@/domain/safe-href';
import { type ForeignBytes, importBytes } from '@/formats/import';
import { LIMITS, Reader } from '@/formats/import/worker/reader';
import { sampleDocx, utf8, zipped } from '@/test/builders/foreign';
import { trials } from '@/test/trials';

/** What is hostile may take all of its 20 s, and its worker some to start, in ms. */
const PATIENCE = process.env.STET_SOAK ? 900_000 : 120_000;

const pages = ['news', 'transcript', 'hostile', 'tables', 'cjk', 'broken', 'live-blog'].map((name) =>
  readFileSync(`test/fixtures/pages/${name}.html`),
);
const markdown = utf8(
  '---\ntitle: T\n---\n# Mill\n\nBy A. Pruitt\n\n- a\n  1. b [x](https://a.example)\n\n> q **b** _i_ `c`\n\n|a|b|\n|-|-|\n|1|2|\n\n[^1]: n\n\n<p onclick=x>h</p>\n',
);
const transcript = utf8(
  'Radio Ellery, 3 May 2026\n\n[00:04] LUND: How high?\n\n[00:09] ELLS: Four metres.\n\nMore.\n\n[01:10] LUND: Thanks.\n',
);
interface Sample {
  name: string;
  bytes: Uint8Array;
  /** the file that its torn bytes make; themselves, when left out */
  wrapped?: (torn: Uint8Array) => Uint8Array;
}

const wordParts = unzipSync(sampleDocx());
const samples: Record<string, Sample[]> = {
  'web pages': pages.map((bytes) => ({ bytes, name: 'page.html' })),
  Markdown: [{ bytes: markdown, name: 'page.md' }],
  'Word files': [{ bytes: sampleDocx(), name: 'story.docx' }],
  'the texts inside Word files': Object.entries(wordParts).map(([part, bytes]) => ({
    bytes,
    name: 'story.docx',
    wrapped: (torn) => zipped({ ...wordParts, [part]: torn }),
  })),
  transcripts: [{ bytes: transcript, name: 'story.txt' }],
};

/** What tears a file: bytes changed, a part of it gone or told many times over, something foreign put in. */
const tear = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 400 }),
  how: fc.oneof(
    fc.constant({ do: 'drop' as const }),
    fc.record({ do: fc.constant('repeat' as const), times: fc.integer({ min: 2, max: 15 }) }),
    fc.record({ do: fc.constant('put' as const), bytes: fc.uint8Array({ maxLength: 30 }) }),
    fc.record({
      do: fc.constant('put' as const),
      bytes: fc
        .constantFrom(
          '<',
          '<!--',
          '<table><tr>',
          '</p>',
          '<script>',
          '\0',
          '\ud800',
          '* ',
          '[',
          '](',
          '```',
          '\uFEFF',
          '<a href="javascript:x">',
          '&#0;&#xD800;',
          'PK\x03\x04',
          '- - ',
          '|',
          '"',
          '<b><i></b>',
        )
        .map(utf8),
    }),
  ),
});

type Tear = typeof tear extends fc.Arbitrary<infer T> ? T : never;

function torn(bytes: Uint8Array, tears: Tear[]): Uint8Array {
  let out = bytes;
  for (const { at, length, how } of tears) {
    const from = Math.floor(at * out.length);
    const part = out.subarray(from, from + length);
    const put = how.do === 'drop' ? [] : how.do === 'put' ? [how.bytes] : Array<Uint8Array>(how.times).fill(part);
    out = Buffer.concat([out.subarray(0, from), ...put, out.subarray(how.do === 'put' ? from : from + length)]);
  }
  return out;
}

const linksIn = (value: unknown): string[] => JSON.stringify(value).match(/"href":"[^"]*"/g) ?? [];

/** Reads it as a request would; whatever it is, an article of the one schema comes of it, or a sentence. */
async function expectReadOrRefused(foreign: ForeignBytes): Promise<'read' | 'refused'> {
  const result = await importBytes(foreign);
  if (!result.ok) {
    expect(result.refusal.problems[0]?.message).toMatch(/^[A-Z].*\.$/s);
    expect(result.refusal.problems[0]?.rule).not.toBe('unreadable');
    return 'refused';
  }
  const { doc, text, whole, lines } = result.value;
  expect(docOfText(doc, text).ok).toBe(true);
  expect(docOfText(whole, lines.map((line) => line.text).join('\n')).ok).toBe(true);
  for (const link of linksIn(doc)) expect(safeHref(JSON.parse(`{${link}}`).href)).not.toBeNull();
  return 'read';
}

describe('torn files are read or refused:', { timeout: PATIENCE }, () => {
  test.each(Object.keys(samples))('%s', async (kind) => {
    const file = ({ name, wrapped = (bytes) => bytes }: Sample, bytes: Uint8Array) => ({ name, bytes: wrapped(bytes) });
    for (const whole of samples[kind]!) expect(await expectReadOrRefused(file(whole, whole.bytes))).toBe('read');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples[kind]!),
        fc.array(tear, { minLength: 1, maxLength: 5 }),
        async (sample, tears) => void (await expectReadOrRefused(file(sample, torn(sample.bytes, tears)))),
      ),
      { numRuns: trials(2000), endOnFailure: true },
    );
  });

  test.each<[string, string, string]>([
    ['a page of nothing but brackets', 'a.html', '<'.repeat(3_000_000)],
    ['a page that nests for ever', 'a.html', '<div>'.repeat(1_000_000)],
    ['a page of a million attributes', 'a.html', `<p ${'a=b '.repeat(1_000_000)}>x`],
  ])('%s is refused or read in the end', async (_, name, content) => {
    await expectReadOrRefused({ bytes: utf8(content), name });
  });

  // the trial of imports waits for all of its time
  test('Markdown that keeps its parser busy for minutes is refused once its time is up', async () => {
    const foreign = { bytes: utf8('*a_ '.repeat(15_000)), name: 'a.md' };
    const result = await new Reader({ ...LIMITS, time: 1000 }).read({ foreign, given: {} });
    expect(result).toMatchObject({ ok: false, refusal: { problems: [{ rule: 'import-too-slow' }] } });
  });
});
