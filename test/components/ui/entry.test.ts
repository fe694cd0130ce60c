import { describe, expect, test } from 'vitest';
import type { Command } from '@/components/ui/command';
import { answering, byGroup } from '@/components/ui/entry';

const command = (label: string, group = 'Claims', keywords?: string[]): Command => ({
  label,
  group,
  keywords,
  run: () => {},
});
const commands = [
  command('Give the claim this span'),
  command('Submit'),
  command('Take back'),
  command('New article', 'Everywhere', ['import', 'paste']),
];
const labels = (query: string) => answering(commands, query).map((entry) => entry.label);

describe('the palette', () => {
  test('offers everything in its own order while nothing is typed', () => {
    expect(labels(' ')).toEqual(commands.map((one) => one.label));
  });

  test('finds by the beginning of words in any order, and by other words for the same thing', () => {
    expect(labels('span claim')).toEqual(['Give the claim this span']);
    expect(labels('past')).toEqual(['New article']);
    expect(labels('SUB')).toEqual(['Submit']);
  });

  test('puts a label that begins so before words within', () => {
    expect(labels('t')).toEqual(['Take back', 'Give the claim this span', 'Submit', 'New article']);
  });

  test('finds nothing where a word fits nowhere', () => {
    expect(labels('submit zebra')).toEqual([]);
  });
});

test('groups stand in the order in which they first appear', () => {
  expect(byGroup(answering(commands, '')).map(([group, list]) => [group, list.length])).toEqual([
    ['Claims', 3],
    ['Everywhere', 1],
  ]);
});
