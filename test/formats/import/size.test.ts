import { describe, expect, it } from 'vitest';
import { importText } from '@/formats/import/text';

const TWO_MB = 2 * 1024 * 1024;
const bytes = (text: string) => new TextEncoder().encode(text).length;

/** A quadratic step would take minutes here, and the test would run out of its time. */
describe('2 MB meant to choke a parser are read like any other 2 MB', () => {
  const units = [
    'a',
    '. ',
    '."',
    'Mr. ',
    'By ',
    '@a.',
    '“',
    '[(',
    '\u0300\u0316',
    '😀',
    '\ud800 x',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\0',
  ];
  it.each(units.map((unit) => [JSON.stringify(unit), unit]))('one line of %s', (_, unit) => {
    const result = importText(`x${unit.repeat(Math.floor((TWO_MB - 2) / bytes(unit)))}.`);
    expect(result.ok && result.value.lines).toHaveLength(1);
  });

  const lines = [
    `reach ${'reach '.repeat(15)}.`,
    `By ${'A, '.repeat(33)}.`,
    `${'1/2/'.repeat(25)}.`,
    `${'a.'.repeat(50)}@x.`,
    `Copyright © ${'2024 '.repeat(17)}.`,
    `get ${'newsletter '.repeat(8)}.`,
    `no part of this ${'may not be '.repeat(7)}.`,
  ];
  it.each(lines.map((line) => [line.slice(0, 20), line]))('20,000 lines of %s', (_, line) => {
    const result = importText(`${'A first paragraph. '.repeat(9)}\n\n${`${line}\n`.repeat(19_999)}`);
    expect(result.ok && result.value.lines).toHaveLength(20_000);
  });
});
