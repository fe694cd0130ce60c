import { getSchema } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  claimsAt,
  type HighlightRange,
  highlighting,
  highlightPlugin,
  highlightsOf,
  nextClaim,
} from '@/components/article/highlights';
import { offsetTable } from '@/components/article/offsets';
import { trials } from '@/test/trials';

const schema = getSchema([Document, Paragraph, Text]);
const words = ['The mayor spoke.', '', 'Nobody 🌳 listened.', 'They voted.'];
const text = words.join('\n');
const doc = schema.node(
  'doc',
  null,
  words.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)])),
);
const fresh = () => EditorState.create({ doc, plugins: [highlightPlugin()] });
const range = (id: string, start: number, end: number, more: Partial<HighlightRange> = {}): HighlightRange => ({
  id,
  start,
  end,
  tone: 'none',
  state: 'draft',
  ...more,
});

const show = (state: EditorState, ranges: HighlightRange[], activeId: string | null = null) =>
  state.apply(highlighting(state, { show: { ranges, activeId } }));
const drawAll = (state: EditorState) => state.apply(highlighting(state, { draw: [...highlightsOf(state).stale] }));

/** Which claims each unit of the text is drawn with. */
function drawn(state: EditorState): string[] {
  const { offsetAt } = offsetTable(state.doc);
  const over = Array.from({ length: text.length }, () => '');
  for (const { from, to, ...decoration } of highlightsOf(state).drawn.find()) {
    const { attrs } = (decoration as unknown as { type: { attrs: Record<string, string> } }).type;
    for (let at = offsetAt(from); at < offsetAt(to); at += 1) over[at] = attrs['data-claims']!;
  }
  return over;
}

const ranges = fc
  .array(fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.constantFrom('false', 'true', 'none')), { maxLength: 8 })
  .map((all) => all.map(([a, b, tone], i) => range(`c${i}`, Math.min(a, b), Math.max(a, b), { tone })));

/** How each stretch of the text is drawn: the words, and some of what is said of them. */
const looks = (state: EditorState) =>
  highlightsOf(state)
    .drawn.find()
    .map(({ from, to, ...decoration }) => {
      const { attrs } = (decoration as unknown as { type: { attrs: Record<string, string> } }).type;
      return [state.doc.textBetween(from, to), attrs.class, attrs['data-commented'] !== undefined, attrs['data-tone']];
    });

describe('a comment on words', () => {
  test('is drawn apart from claims, and leaves a claim on the same words its own look', () => {
    const comment = range('thread-1', 0, 9, { comment: true });
    const state = drawAll(show(fresh(), [range('a', 4, 15, { tone: 'false' }), comment], 'thread-1'));
    expect(looks(state)).toEqual([
      ['The ', 'comment-mark', true, 'none'],
      ['mayor', 'claim-mark', true, 'false'],
      [' spoke', 'claim-mark', false, 'false'],
    ]);
  });
});

describe('the claims of an article', () => {
  test('are stale until they are drawn, and then over just their own words', () => {
    const state = show(fresh(), [range('a', 4, 9)]);
    expect([...highlightsOf(state).stale]).toEqual([0]);
    expect(drawn(state).join('')).toBe('');
    expect(drawn(drawAll(state)).flatMap((ids, at) => (ids ? [at] : []))).toEqual([4, 5, 6, 7, 8]);
  });

  test('make no block stale that shows the same as before', () => {
    const state = drawAll(show(fresh(), [range('a', 0, 3), range('b', 20, 30)]));
    expect(highlightsOf(show(state, [range('a', 0, 3), range('b', 20, 30)])).stale.size).toBe(0);
    expect([...highlightsOf(show(state, [range('a', 0, 3), range('b', 20, 30, { state: 'approved' })])).stale]).toEqual(
      [2],
    );
    expect([...highlightsOf(show(state, [range('b', 20, 30)])).stale]).toEqual([0]);
    expect([...highlightsOf(show(state, [range('a', 0, 3), range('b', 20, 30)], 'b')).stale]).toEqual([2]);
  });

  test('show the active one above a smaller one', () => {
    const state = drawAll(
      show(fresh(), [range('a', 0, 16, { tone: 'true' }), range('b', 4, 9, { tone: 'false' })], 'a'),
    );
    const tones = highlightsOf(state)
      .drawn.find()
      .map(
        (decoration) => (decoration as unknown as { type: { attrs: Record<string, string> } }).type.attrs['data-tone'],
      );
    expect(tones).toEqual(['true', 'true', 'true']);
  });

  test('are drawn alike whether all at once or changed step by step', () => {
    fc.assert(
      fc.property(fc.array(ranges, { minLength: 1, maxLength: 5 }), fc.boolean(), (steps, lazily) => {
        const last = steps.at(-1)!;
        const stepped = steps.reduce((state, next) => {
          const shown = show(state, next, next[0]?.id ?? null);
          return lazily ? shown : drawAll(shown);
        }, fresh());
        const atOnce = drawAll(show(fresh(), last, last[0]?.id ?? null));
        expect(drawn(drawAll(stepped))).toEqual(drawn(atOnce));
        for (const [at, ids] of drawn(atOnce).entries()) {
          const covering =
            text[at] === '\n' ? [] : last.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id);
          expect(ids === '' ? [] : ids.split(' ').sort()).toEqual(covering.sort());
        }
      }),
      { numRuns: trials(1000) },
    );
  });

  test('at the caret are those that cover it, smallest first, or else end there', () => {
    const state = show(fresh(), [range('wide', 0, 16), range('word', 4, 9)]);
    expect(claimsAt(state, 5)).toEqual(['word', 'wide']);
    expect(claimsAt(state, 9)).toEqual(['wide']);
    expect(claimsAt(state, 16)).toEqual(['wide']);
    expect(claimsAt(state, 20)).toEqual([]);
  });
});

test('a pile of claims is gone through in turn', () => {
  expect(nextClaim(['a', 'b'], null)).toBe('a');
  expect(nextClaim(['a', 'b'], 'a')).toBe('b');
  expect(nextClaim(['a', 'b'], 'b')).toBe('a');
  expect(nextClaim(['a', 'b'], 'elsewhere')).toBe('a');
  expect(nextClaim([], 'a')).toBeNull();
});
