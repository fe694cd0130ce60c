import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Passage, passagesOf } from '@/components/reader/passages';
import { type ArticleDoc, plainDoc } from '@/domain/doc';
import { claimsOf, type Payload } from '@/domain/edition';
import { anchorAt, articleText, candidate, material, published } from '@/test/builders/edition';
import { trials } from '@/test/trials';

const whole = (quotes: string[]): Payload =>
  published(
    material({ article: { rights: 'own' }, claims: quotes.map((quote, i) => candidate(String(i), { quote })) }),
  );
const runsIn = (passages: Passage[]) => passages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs));
const textOf = (passages: Passage[]) =>
  passages.map(({ paragraphs }) => paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n'));
const marked = (passages: Passage[], k: number) =>
  runsIn(passages)
    .filter(({ ks }) => ks.includes(k))
    .map(({ text }) => text)
    .join('|');

describe('an article with marks and lists', () => {
  const [first = '', second = '', ...rest] = articleText.split('\n');
  const linked = [{ type: 'link' as const, attrs: { href: 'https://port.example/' } }];
  const item = (text: string) => ({ type: 'listItem' as const, content: plainDoc([text]).content });
  const doc: ArticleDoc = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: first.slice(0, 20), marks: [{ type: 'bold' }] },
          { type: 'text', text: first.slice(20, 45), marks: linked },
          { type: 'text', text: first.slice(45) },
        ],
      },
      { type: 'bulletList', content: [second, ...rest].map(item) },
    ],
  };
  const shown = (quotes: string[]) =>
    passagesOf(
      published(
        material({
          article: { rights: 'own', revision: { ...material().article.revision, doc } },
          claims: quotes.map((quote, i) => candidate(String(i), { quote })),
        }),
      ),
    );

  it('is cut where marks begin and end too, and loses no word and no claim’s end', () => {
    const passages = shown([first.slice(10, 60), first.slice(30, 40)]);
    expect(textOf(passages)).toEqual([articleText]);
    const runs = passages[0]!.paragraphs[0]!.runs;
    expect(runs.map(({ text }) => text)).toEqual(
      [0, 10, 20, 30, 40, 45, 60].map((from, i, all) => first.slice(from, all[i + 1])),
    );
    expect(runs.flatMap(({ ends }) => ends.map(({ k }) => k))).toHaveLength(2);
    expect(runs[2]!.marks).toEqual(linked);
  });

  it('knows the list in which each paragraph stands', () => {
    const [passage] = shown([]);
    const within = passage!.paragraphs.map(({ block }) => block?.within.map(({ type }) => type));
    expect(within.slice(0, 2)).toEqual([[], ['bulletList', 'listItem']]);
  });
});

describe('the whole article', () => {
  it('is cut where claims begin and end, the smallest claim of an overlap first', () => {
    const passages = passagesOf(whole(['handled 41,200 containers', '41,200 containers in March', '41,200']));
    expect(textOf(passages)).toEqual([articleText]);
    const numbered = claimsOf(whole(['handled 41,200 containers', '41,200 containers in March', '41,200']));
    const of = (quote: string) => numbered.find(({ place }) => place?.exact === quote)!.k;
    const figure = runsIn(passages).find(({ text }) => text === '41,200');
    expect(figure?.ks[0]).toBe(of('41,200'));
    expect(figure?.ks).toHaveLength(3);
    expect(marked(passages, of('41,200 containers in March'))).toBe('41,200| containers| in March');
  });

  it('leads from a claim’s last word, across paragraphs too, and puts the note under that paragraph', () => {
    const [passage] = passagesOf(whole(['Nobody disputed the figure at the time.\nA second terminal']));
    const [first, second] = passage!.paragraphs;
    expect(first!.runs.at(-1)).toMatchObject({ text: 'Nobody disputed the figure at the time.', ks: [1], ends: [] });
    expect(second!.runs[0]).toMatchObject({ text: 'A second terminal', ks: [1], ends: [{ k: 1, again: false }] });
    expect([first!.notes, second!.notes]).toEqual([[], [1]]);
  });

  it('marks a repeat too, with a link of its own and no second note', () => {
    const claim = candidate('a', { quote: 'a record' });
    claim.anchors = [...claim.anchors, anchorAt('300 people')];
    claim.approval!.content.quotes.push('300 people');
    const passages = passagesOf(published(material({ article: { rights: 'own' }, claims: [claim] })));
    expect(runsIn(passages).flatMap(({ ends }) => ends)).toEqual([
      { k: 1, again: false },
      { k: 1, again: true },
    ]);
    expect(passages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ notes }) => notes))).toEqual([1]);
  });

  it('is whole again whatever overlaps what, and every claim ends once', () => {
    const offset = fc.nat(articleText.length);
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, offset), { maxLength: 12 }), (spans) => {
        const quotes = spans
          .map(([a, b]) => articleText.slice(Math.min(a, b), Math.max(a, b)))
          .filter((quote) => quote.trim() !== '');
        const payload = whole(quotes);
        const passages = passagesOf(payload);
        expect(textOf(passages).join('')).toBe(articleText);
        const ends = runsIn(passages).flatMap(({ ends: found }) => found.map(({ k }) => k));
        expect(ends.sort((a, b) => a - b)).toEqual(
          claimsOf(payload)
            .map(({ k }) => k)
            .sort((a, b) => a - b),
        );
        for (const { k, place } of claimsOf(payload))
          expect(marked(passages, k).replaceAll('|', '')).toBe(place!.exact.replaceAll('\n', ''));
      }),
      { numRuns: trials(1000) },
    );
  });
});

describe('an excerpt', () => {
  const excerpt = (quotes: string[]) =>
    passagesOf(published(material({ claims: quotes.map((quote, i) => candidate(String(i), { quote })) })));

  it('shows each claim’s sentence once, in the article’s order, and where text is left out', () => {
    const passages = excerpt(['employ 300 people', '41,200', 'in March']);
    expect(textOf(passages)).toEqual([
      'The harbour of Port Ellery handled 41,200 containers in March.',
      'It will employ 300 people.',
    ]);
    expect(passages.map(({ gap }) => gap)).toEqual([false, true]);
  });

  it('leaves nothing out between neighbouring sentences', () => {
    expect(excerpt(['41,200', 'called it a record']).map(({ gap }) => gap)).toEqual([false, false]);
  });

  it('joins sentences that a longer claim covers as well', () => {
    const passages = excerpt(['41,200', 'in March. Mayor Ines Calder']);
    expect(textOf(passages)).toEqual([
      'The harbour of Port Ellery handled 41,200 containers in March. Mayor Ines Calder called it a record.',
    ]);
  });
});
