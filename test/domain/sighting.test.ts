import { expect, test } from 'vitest';
import { type Sighting, seenDuring } from '@/domain/sighting';

const hour = (of: number) => `2026-11-26T${String(of).padStart(2, '0')}:00:00.000Z`;
const seen = (person: string, digest: string, first: number, last: number): Sighting => ({
  ...{ person, digest, firstAt: hour(first), lastAt: hour(last) },
});

test('a state was seen by who had the claim open while it stood so, the first of them first', () => {
  const sightings = [seen('cleo', 'a', 10, 11), seen('ada', 'a', 9, 9), seen('ben', 'b', 9, 20)];
  expect(seenDuring(sightings, { digest: 'a', from: hour(8), until: null })).toEqual(['ada', 'cleo']);
  expect(seenDuring(sightings, { digest: 'b', from: hour(8), until: hour(12) })).toEqual(['ben']);
});

test('words that came back are told apart from those they came back to', () => {
  const sightings = [seen('ada', 'a', 9, 9), seen('ben', 'a', 15, 15), seen('cleo', 'a', 9, 16)];
  expect(seenDuring(sightings, { digest: 'a', from: hour(8), until: hour(12) })).toEqual(['ada', 'cleo']);
  expect(seenDuring(sightings, { digest: 'a', from: hour(14), until: null })).toEqual(['cleo', 'ben']);
});
