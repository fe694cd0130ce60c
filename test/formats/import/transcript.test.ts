import { describe, expect, it, test } from 'vitest';
import { claimantAt, plainDoc } from '@/domain/doc';
import { read } from '@/test/builders/foreign';
import { outline } from './outline';

const transcript = async (...lines: string[]) =>
  outline((await read({ format: 'text', content: lines.join('\n\n'), url: null }, { title: 'T' })).doc).split('\n');

describe('a transcript has speaker and time beside what is said, not in it:', () => {
  test.each<[string, string[], string[]]>([
    [
      'names before a colon',
      [
        'LUND: How high?',
        'ELLS: Four metres, or a little more.',
        'And done by 2028.',
        'LUND: Thank you.',
        'Edited for length.',
      ],
      [
        '[LUND] How high?',
        '[ELLS] Four metres, or a little more.',
        '[ELLS …] And done by 2028.',
        '[LUND] Thank you.',
        'Edited for length.',
      ],
    ],
    [
      'times before names',
      ['[00:00:04] Rosa Lund: How high?', '[00:00:09] Mayor Ells: Four metres.', '[00:01:10] Rosa Lund: Thank you.'],
      ['[00:00:04 Rosa Lund] How high?', '[00:00:09 Mayor Ells] Four metres.', '[00:01:10 Rosa Lund] Thank you.'],
    ],
    [
      'names and times on lines of their own',
      ['Rosa Lund 00:04', 'How high?', 'Mayor Ells 00:09', 'Four metres.', 'Rosa Lund 01:10', 'Thank you.'],
      ['[00:04 Rosa Lund] How high?', '[00:09 Mayor Ells] Four metres.', '[01:10 Rosa Lund] Thank you.'],
    ],
    [
      'nothing but times',
      ['00:04 How high?', '00:09 Four metres.', '01:10 Thank you.'],
      ['[00:04] How high?', '[00:09] Four metres.', '[01:10] Thank you.'],
    ],
    [
      'questions and answers',
      ['Q: How high?', 'A: Four metres.', 'Q: When?', 'A: In 2028.'],
      ['[Q] How high?', '[A] Four metres.', '[Q] When?', '[A] In 2028.'],
    ],
    [
      'a full-width colon',
      ['記者：高さは？', '市長：四メートルです。', '記者：ありがとう。'],
      ['[記者] 高さは？', '[市長] 四メートルです。', '[記者] ありがとう。'],
    ],
  ])('%s', async (_, lines, expected) => expect(await transcript(...lines)).toEqual(expected));
});

describe('an article is none:', () => {
  test.each<[string, string[]]>([
    [
      'with a colon here and there',
      ['Three things matter: money, time and people.', 'The mayor put it so: it is late.', 'The answer: no.'],
    ],
    ['with labels in it', ['What: a wall.', 'Where: the harbour.', 'When: in May.', 'What: four metres.']],
    [
      'with a list of times',
      [
        'It left at 10:42 and came at 11:30.',
        '10:15 was the hour, said the guard.',
        'Nobody knows why the boat was late.',
      ],
    ],
  ])('%s', async (_, lines) => expect((await transcript(...lines)).filter((line) => line.startsWith('['))).toEqual([]));
});

describe('the claimant of a claim', () => {
  it('is who speaks where the claim begins, with what they are', async () => {
    const { doc, text } = await read(
      {
        format: 'text',
        content: 'ROSA LUND, HOST: How high?\n\nELLS: Four metres.\n\nAnd soon.\n\nROSA LUND, HOST: Thanks.',
      },
      { title: 'T' },
    );
    const at = (words: string) => claimantAt(doc, text.indexOf(words), 'Radio Ellery');
    expect(at('How')).toEqual({ name: 'ROSA LUND', type: 'person', role: 'HOST' });
    expect([at('Four'), at('soon')]).toEqual(Array(2).fill({ name: 'ELLS', type: 'person' }));
    expect(claimantAt(doc, null, 'Radio Ellery')).toEqual({ name: 'Radio Ellery', type: 'publication' });
  });

  it('is the publication in any other article, or nobody', () => {
    const doc = plainDoc(['It rose.']);
    expect(claimantAt(doc, 3, 'The Argus')).toEqual({ name: 'The Argus', type: 'publication' });
    expect(claimantAt(doc, 3, null)).toBeNull();
  });
});
