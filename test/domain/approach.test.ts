import { describe, expect, test } from 'vitest';
import { type ApproachFields, brokenApproachRules, holdsContact, publishedApproaches } from '@/domain/approach';
import { contentOf, digestOfClaim } from '@/domain/content';
import { replyInWords } from '@/domain/reply-words';
import { approach } from '@/test/builders/judged';

const now = '2026-07-03T12:00:00.000Z';
const answered = { outcome: 'answered', answer: 'We stand by it. Call +44 20 7946 0000.' } as const;

describe('an approach is recorded', () => {
  test.each<[string, Partial<ApproachFields>, string[]]>([
    ['while it waits', { deadline: '2026-07-04T09:00:00.000Z' }, []],
    ['with an answer of which readers see a part', { ...answered, tells: 'answer', told: 'We stand by it.' }, []],
    ['with a summary', { ...answered, tells: 'summary', told: 'She stands by it.' }, []],
    ['once they declined, and readers are told', { outcome: 'declined', tells: 'outcome' }, []],
    ['once the deadline passed, and readers are told', { tells: 'outcome' }, []],
    ['not in the future', { askedAt: '2026-07-04T09:00:00.000Z', deadline: null }, ['asked-later']],
    ['not with a deadline before it', { deadline: '2026-06-30T09:00:00.000Z' }, ['deadline-before']],
    ['not as answered without the answer', { outcome: 'answered', answer: ' ' }, ['needs-answer']],
    ['not with an answer that nobody gave', { answer: 'Yes.' }, ['answer-without-outcome']],
    ['not with words of nobody', { tells: 'answer', told: 'Yes.' }, ['nothing-to-tell', 'not-their-words']],
    ['not with a summary that says nothing', { ...answered, tells: 'summary', told: ' ' }, ['needs-told']],
    ['not with words they did not say', { ...answered, tells: 'answer', told: 'We regret it.' }, ['not-their-words']],
    [
      'not as silent before the deadline',
      { deadline: '2026-07-04T09:00:00.000Z', tells: 'outcome' },
      ['deadline-ahead'],
    ],
    ['not as silent without a deadline', { deadline: null, tells: 'outcome' }, ['deadline-ahead']],
    ['not as silent once they answered', { ...answered, tells: 'outcome' }, ['outcome-answered']],
    ['not with an address as the name', { party: 'varga@port.example' }, ['contact-in-party']],
    [
      'not with a number for readers',
      { ...answered, tells: 'answer', told: 'Call +44 20 7946 0000.' },
      ['contact-in-told'],
    ],
  ])('%s', (_says, given, expected) => {
    expect(brokenApproachRules(approach(given), now).map(({ rule }) => rule)).toEqual(expected);
  });
});

test.each([
  ['jo.quill@gazette.example', true],
  ['+1 (555) 010-9999', true],
  ['0049 30 1234567', true],
  ['(030) 123456', true],
  ['41,200 passengers in June 2026, 3 per cent more', false],
  ['1.200.000 euros since 01 2024', false],
  ['on 25 November 2026 at 09:30', false],
])('contact in %s: %s', (words, holds) => {
  expect(holdsContact(words)).toBe(holds);
});

const claim = {
  ...{ statement: 'S.', kind: 'event', claimant: null, saidOn: null, saidAt: null, about: null },
  ...{ quotes: [], verdict: null, rationale: '', evidence: [] },
};
const scale = { id: 'plain', version: 1 };

describe('what an editor approves', () => {
  test('is the same while readers are told nothing of an approach: digests from before hold', () => {
    const before = digestOfClaim(claim, scale);
    expect(digestOfClaim({ ...claim, approaches: [] }, scale)).toBe(before);
    expect(digestOfClaim({ ...claim, approaches: [approach()] }, scale)).toBe(before);
    expect(Object.keys(contentOf(claim, scale))).not.toContain('replies');
  });

  test('holds what readers are told, and another word of it is another digest', () => {
    const told = (words: string) => approach({ ...answered, tells: 'summary', told: words });
    const one = digestOfClaim({ ...claim, approaches: [told('She stands by it.')] }, scale);
    expect(one).not.toBe(digestOfClaim(claim, scale));
    expect(one).not.toBe(digestOfClaim({ ...claim, approaches: [told('She stood by it.')] }, scale));
  });

  test('never holds whom to ring up, what was asked, or the rest of the answer', () => {
    const all = [approach({ ...answered, question: 'Why?', tells: 'answer', told: 'We stand by it.' })];
    expect(publishedApproaches(all)).toEqual([
      { party: 'Ines Varga, director', askedOn: '2026-07-01', said: 'answer', words: 'We stand by it.', by: null },
    ]);
  });

  test('is the same in whatever order the approaches come', () => {
    const all = ['1', '2'].map((id) => approach({ id, party: `Party ${id}`, tells: 'outcome' }));
    expect(publishedApproaches([...all].reverse())).toEqual(publishedApproaches(all));
  });
});

test('readers are told in a sentence', () => {
  const said = (given: Partial<ApproachFields>) => publishedApproaches([approach(given)]).map(replyInWords);
  expect(said({ tells: 'outcome' })).toEqual([
    'Ines Varga, director, was asked for a reply on 1 July 2026 and did not respond by 2 July 2026.',
  ]);
  expect(said({ outcome: 'declined', tells: 'outcome' })).toEqual([
    'Ines Varga, director, was asked for a reply on 1 July 2026 and declined to comment.',
  ]);
  const answeredAt = '2026-07-01T17:00:00.000Z';
  expect(said({ ...answered, answeredAt, tells: 'answer', told: 'We stand by it.' })).toEqual([
    'Ines Varga, director, asked for a reply on 1 July 2026, answered on 1 July 2026: “We stand by it.”',
  ]);
  expect(said({ ...answered, tells: 'summary', told: 'She stands by it.' })).toEqual([
    'Ines Varga, director, asked for a reply on 1 July 2026, answered, in summary: She stands by it.',
  ]);
});
