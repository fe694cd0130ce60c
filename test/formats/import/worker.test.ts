import { describe, expect, it, test } from 'vitest';
import { importForeign } from '@/formats/import';
import { readForeign } from '@/formats/import/read';
import { LIMITS, Reader } from '@/formats/import/worker/reader';

const page = (paragraphs: number) =>
  ({
    foreign: {
      format: 'html',
      content: `<title>T</title><article>${'<p>The tram was late <b>again</b>, and nobody said why.</p>'.repeat(paragraphs)}</article>`,
    },
    given: {},
  }) as const;
const ruleOf = (read: Awaited<ReturnType<Reader['read']>>) => (read.ok ? null : read.refusal.problems[0]?.rule);

describe('a reader', () => {
  it('reads in a thread of its own what would be read in ours', async () => {
    const reader = new Reader();
    const job = page(3);
    expect(await reader.read(job)).toEqual(await readForeign(job.foreign, job.given));
    expect(reader.ended).toBe(false);
    reader.end();
  });

  it('gives up what takes too long, and ends', async () => {
    const reader = new Reader({ ...LIMITS, time: 30 });
    expect(ruleOf(await reader.read(page(40_000)))).toBe('import-too-slow');
    expect(reader.ended).toBe(true);
  });

  it('gives up what takes too much memory, and the process lives on', async () => {
    const reader = new Reader({ time: 60_000, memory: 60 });
    expect(ruleOf(await reader.read(page(40_000)))).toBe('import-too-complex');
    expect(reader.ended).toBe(true);
  });
});

test('more imports at once than there are readers are all read, and after one was given up too', async () => {
  const slow = importForeign({ format: 'markdown', content: '- '.repeat(3_000) });
  const reads = Array.from({ length: 12 }, (_, n) =>
    importForeign({ format: 'html', content: `<p>Number ${n} is read.</p>` }),
  );
  const texts = (await Promise.all(reads)).map((read) => read.ok && read.value.text);
  expect(texts).toEqual(Array.from({ length: 12 }, (_, n) => `Number ${n} is read.`));
  await slow;
});

test('who comes when too many wait is asked to come again', async () => {
  const reads = Array.from({ length: 60 }, () => importForeign({ format: 'html', content: '<p>One of many.</p>' }));
  const outcomes = await Promise.all(reads);
  const refused = outcomes.flatMap((read) => (read.ok ? [] : [read.refusal]));
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ kind, retryAfter }) => kind === 'too-many' && retryAfter === 5)).toBe(true);
  expect(outcomes.some(({ ok }) => ok)).toBe(true);
});
