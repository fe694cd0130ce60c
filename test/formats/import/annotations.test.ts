import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '@/formats/import/annotations';
import { parseProse, plainProse } from '@/formats/prose';
import { rules, value } from '@/test/desk';
import { trials } from '@/test/trials';

const selector = { type: 'TextQuoteSelector', exact: 'closed in 1961', prefix: 'which ', suffix: ', and' };
const target = { source: 'https://paper.example/mill', selector };

describe('annotations made with other tools', () => {
  it.each([
    ['a collection', { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [{ id: 'a', target }] } }],
    ['a page of a collection', { type: 'AnnotationPage', items: [{ id: 'a', target }] }],
    ['one annotation', { id: 'a', type: 'Annotation', target }],
    ['a list', [{ id: 'a', target }]],
    ['what the API of Hypothesis answers', { total: 1, rows: [{ id: 'a', target: [{ ...target }] }] }],
    ['what Hypothesis exports', { export_date: '2026-11-25', annotations: [{ id: 'a', target: [{ ...target }] }] }],
  ])('are read from %s', (_what, document) => {
    const quote = { exact: 'closed in 1961', prefix: 'which ', suffix: ', and', position: null };
    expect(value(readAnnotations(document))).toMatchObject([
      { id: 'a', page: 'https://paper.example/mill', quotes: [quote], unusable: null },
    ]);
  });

  it('are read with their position, and through selectors that refine each other', () => {
    const position = { type: 'TextPositionSelector', start: 12, end: 26 };
    const refined = { type: 'FragmentSelector', value: 'p3', refinedBy: selector };
    const [beside, within] = value(
      readAnnotations([
        { id: 'a', target: { selector: [position, selector, { type: 'RangeSelector' }] } },
        { id: 'b', target: { selector: refined } },
      ]),
    );
    expect(beside?.quotes[0]?.position).toEqual({ start: 12, end: 26 });
    expect(within?.quotes[0]).toMatchObject({ exact: 'closed in 1961', position: null });
  });

  it('say what they said: Markdown as such, plain text as nothing else, tags apart', () => {
    const body = [
      { type: 'TextualBody', value: 'Not *so*\nsays [2] the log.\n\nAsk.', format: 'text/plain' },
      { type: 'TextualBody', value: 'mills', purpose: 'tagging' },
    ];
    const [plain, markdown] = value(
      readAnnotations([
        { id: 'a', target, body },
        { id: 'b', target, text: 'See **the log**.', tags: ['mills', 'dates'] },
      ]),
    );
    expect(plainProse(plain!.rationale)).toBe('Not *so*\nsays [2] the log.\n\nAsk.');
    expect(JSON.stringify(parseProse(plain!.rationale))).not.toMatch(/citation|emphasis/);
    expect(plain?.tags).toEqual(['mills']);
    expect(markdown).toMatchObject({ rationale: 'See **the log**.', tags: ['mills', 'dates'] });
  });

  it('are told apart: replies, what cannot be read and what is too long, each by itself', () => {
    const read = value(
      readAnnotations([
        { id: 'a', target },
        { id: 'b', target, references: ['a'] },
        { id: 'c', target, text: 'x'.repeat(20_001) },
        { id: 'd', quote: 'no target' },
        null,
      ]),
    );
    expect(read.map(({ unusable }) => unusable)).toEqual([null, 'reply', 'too-long', 'unreadable', 'unreadable']);
  });

  it('have an id by what they say where they have none of their own', () => {
    const once = () => value(readAnnotations([{ target, text: 'So.' }]))[0]?.id;
    expect(once()).toBe(once());
    expect(value(readAnnotations([{ target, text: 'No.' }]))[0]?.id).not.toBe(once());
  });

  it.each([{}, [], { rows: [] }, { items: 'none' }, { first: { first: {} } }, [{ id: 'a' }], 'text', 7])(
    'are not found in %j',
    (document) => {
      expect(rules(readAnnotations(document))).toEqual(['no-annotations']);
    },
  );

  it('are not read by the ten thousand', () => {
    expect(rules(readAnnotations(Array.from({ length: 2001 }, () => ({ target }))))).toEqual(['too-many-annotations']);
  });

  it('whatever is sent, are read or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.jsonValue({ maxDepth: 4 }), (document, part) => {
        readAnnotations(document);
        readAnnotations([{ target: part }, { id: 'a', target, body: part }, { id: 'b', target: { selector: part } }]);
      }),
      { numRuns: trials(5000) },
    );
  });
});
