import { describe, expect, it } from 'vitest';
import { levelParagraphs } from '@/components/reader/alignment';
import type { Paragraph } from '@/components/reader/passages';
import { claimsOf } from '@/domain/edition';
import { candidate, material, published } from '@/test/builders/edition';

const claims = new Map(
  claimsOf(
    published(material({ claims: Array.from({ length: 40 }, (_, i) => candidate(`${i}`.padStart(2, '0'))) })),
  ).map((claim) => [claim.k, claim]),
);

/** Paragraphs of four lines with so many notes each. */
const paragraphs = (...notes: number[]): Paragraph[] => {
  let k = 0;
  return notes.map((many, i) => ({
    start: i * 1000,
    runs: [{ start: i * 1000, text: 'word '.repeat(50), ks: [], ends: [], marks: [] }],
    block: null,
    notes: Array.from({ length: many }, () => ++k),
  }));
};
const level = (...notes: number[]) => [...levelParagraphs(paragraphs(...notes), claims)].map((start) => start / 1000);

describe('words and notes on a wide screen', () => {
  it('stand level where there is room', () => {
    expect(level(1, 0, 0, 1, 0, 0, 1)).toEqual([0, 3, 6]);
  });

  it('part when a paragraph has many notes, so that the text is not torn apart', () => {
    expect(level(3, 1, 1, 0, 0)).toEqual([0]);
  });

  it('meet again before notes have fallen more than a screen behind', () => {
    expect(level(3, 3, 3, 3, 3, 3).length).toBeGreaterThan(1);
  });

  it('meet again when the notes have run out', () => {
    expect(level(2, 0, 0, 0, 0, 0, 0, 1)).toEqual([0, 7]);
  });
});
