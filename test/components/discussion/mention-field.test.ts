import { expect, test } from 'vitest';
import { offeredFor } from '@/components/discussion/mention-field';

const people = [
  { id: 'p1', name: 'Sami Lindqvist' },
  { id: 'p2', name: 'Lina Adeyemi' },
  { id: 'p3', name: 'Rena Okafor' },
  { id: 'p4', name: 'Rena Okafor' },
];
const labels = (query: string) => offeredFor(query, people).map(({ label }) => label);

test('people are offered by the beginning of any of their names, those whose first name it is before others', () => {
  expect(labels('lin')).toEqual(['Lina Adeyemi', 'Sami Lindqvist']);
  expect(labels('sami l')).toEqual(['Sami Lindqvist']);
  expect(labels('ina')).toEqual([]);
});

test('people of one name are told apart, and everybody is offered before a letter is typed', () => {
  expect(labels('REN')).toEqual(['Rena Okafor', 'Rena Okafor (2)']);
  expect(labels('')).toHaveLength(4);
});
