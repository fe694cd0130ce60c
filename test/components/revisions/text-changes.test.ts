import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TextChange, textChanges } from '@/components/revisions/text-changes';
import { trials } from '@/test/trials';

const article = [
  'First things first.',
  'The tram carried 18,400 people.',
  'It was a good year.',
  'Nobody minds.',
  'The end.',
];
const from = (paragraphs: string[]) => paragraphs.join('\n');
const changed = (...edits: [number, string | null][]): string => {
  const paragraphs: (string | null)[] = [...article];
  for (const [index, text] of edits) paragraphs[index] = text;
  return from(paragraphs.filter((text) => text !== null));
};
const kinds = (changes: TextChange[] | null) => changes?.map(({ kind }) => kind);

describe('the difference of two texts', () => {
  test('is nothing where nothing changed', () => {
    expect(textChanges(from(article), from(article))).toEqual([]);
  });

  test('shows a changed paragraph word by word, with a paragraph of what stayed on either side', () => {
    const changes = textChanges(from(article), changed([2, 'It was a bad year.']));
    expect(changes).toEqual([
      { kind: 'same', count: 1 },
      { kind: 'around', text: article[1] },
      {
        kind: 'changed',
        changes: [
          { kind: 'kept', text: 'It was a ' },
          { kind: 'removed', text: 'good' },
          { kind: 'added', text: 'bad' },
          { kind: 'kept', text: ' year.' },
        ],
      },
      { kind: 'around', text: article[3] },
      { kind: 'same', count: 1 },
    ]);
  });

  test('tells of paragraphs that came and went', () => {
    expect(kinds(textChanges(from(article), changed([3, null])))).toContain('removed');
    expect(kinds(textChanges(from(article), `${from(article)}\nMore of it.`))).toContain('added');
  });

  test('does not take a paragraph for another with which it shares no words', () => {
    const changes = textChanges(from(article), changed([1, 'Herons nest by the river.']));
    expect(kinds(changes)).toEqual(['around', 'removed', 'added', 'around', 'same']);
  });

  test('tells of a paragraph that moved, and does not strike it', () => {
    const [first, ...rest] = article;
    const changes = textChanges(from(article), from([...rest, first!]));
    expect(changes?.filter(({ kind }) => kind.startsWith('moved'))).toEqual([
      { kind: 'moved away', text: first },
      { kind: 'moved here', text: first },
    ]);
  });

  test('cuts what stayed in a long paragraph down to what stands beside the change', () => {
    const long = (word: string) => `${'as it was '.repeat(400)}${word}${' and as it is'.repeat(400)}`;
    const [change] = textChanges(long('rose'), long('fell')) ?? [];
    expect(JSON.stringify(change).length).toBeLessThan(700);
    expect(change).toMatchObject({ changes: [{}, { text: 'rose' }, { text: 'fell' }, {}] });
  });

  test('of texts without anything in common is not told', () => {
    const lines = (word: string) => from(Array.from({ length: 2000 }, (_, at) => `${word} ${at}`));
    expect(textChanges(lines('heron'), lines('crane'))).toBeNull();
  });
});

const paragraph = fc.array(fc.constantFrom('the', 'tram', 'rose', 'fell', '12', '13', 'not'), { maxLength: 8 });
const text = fc
  .array(paragraph, { minLength: 1, maxLength: 12 })
  .map((all) => from(all.map((words) => words.join(' '))));

/** The paragraphs of one side, as far as the difference shows them. */
function sideOf(changes: TextChange[], gone: 'removed' | 'added', left: TextChange['kind'][]): (string | number)[] {
  return changes.flatMap((change): (string | number)[] => {
    if (change.kind === 'same') return [change.count];
    if (change.kind === 'changed')
      return [change.changes.flatMap(({ kind, text: words }) => (kind === gone ? [] : [words])).join('')];
    return left.includes(change.kind) ? [] : [change.text];
  });
}

test('whatever the texts, each side of the difference is the text itself, in its order', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = textChanges(before, after) ?? [];
      if (before === after) return;
      for (const [whole, gone, left] of [
        [before, 'added', ['added', 'moved here']],
        [after, 'removed', ['removed', 'moved away']],
      ] as const) {
        const paragraphs = whole.split('\n');
        let at = 0;
        for (const part of sideOf(changes, gone, [...left])) {
          if (typeof part === 'number') at += part;
          else expect(part).toBe(paragraphs[at++]);
        }
        expect(at).toBe(paragraphs.length);
      }
    }),
    { numRuns: trials(2000) },
  );
});
