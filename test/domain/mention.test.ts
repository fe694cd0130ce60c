import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf, mentionedIn, mentionOf, nameBeingTyped, piecesOf, storedFrom, typedFrom } from '@/domain/mention';
import { trials } from '../trials';

const people = [
  { id: 'p1', name: 'Ann Lee' },
  { id: 'p2', name: 'Ann' },
  { id: 'p3', name: 'Ann' },
];
const labels = labelsOf(people);
const everybody = people.map(({ id }) => id);

describe('a mention', () => {
  it('is stored by the id of a person, so that it survives their renaming', () => {
    const stored = storedFrom('Ask @Ann Lee first.', ['p1'], labels);
    expect(stored).toBe(`Ask ${mentionOf('p1')} first.`);
    expect(typedFrom(stored, labelsOf([{ id: 'p1', name: 'Ann Moor' }]))).toBe('Ask @Ann Moor first.');
  });

  it('tells people of one name apart by a number', () => {
    expect(storedFrom('@Ann or @Ann (2)?', everybody, labels)).toBe('@{p2} or @{p3}?');
  });

  it('is only of whoever was picked: a name that was just typed stays words', () => {
    expect(storedFrom('Ask @Ann Lee.', [], labels)).toBe('Ask @Ann Lee.');
    expect(storedFrom('@Annette is somebody else', ['p2'], labels)).toBe('@Annette is somebody else');
  });

  it('counts each person once', () => {
    expect(mentionedIn('@{p1} and @{p2}, then @{p1}')).toEqual(['p1', 'p2']);
  });

  it('leaves the words around it as they are, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('@{p1}', '@{p2}'))), (parts) => {
        const body = parts.join('');
        const again = piecesOf(body).map((piece) => ('text' in piece ? piece.text : mentionOf(piece.person)));
        expect(again.join('')).toBe(body);
      }),
      { numRuns: trials(1000) },
    );
  });

  it.each<[string, string | null]>([
    ['Ask @An', 'An'],
    ['@', ''],
    ['(@Ann Le', 'Ann Le'],
    ['mail@An', null],
    ['Ask @An\nn', null],
    ['Ask', null],
  ])('is offered after “%s”', (typed, query) => {
    expect(nameBeingTyped(typed, typed.length)?.query ?? null).toBe(query);
  });
});
