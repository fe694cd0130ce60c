import { describe, expect, test } from 'vitest';
import { contentOnly } from '@/client/outbox/base';
import { type Change, changeOf, type Write } from '@/client/outbox/change';
import { claimAbout, draftOf } from '@/client/workspace/draft';
import {
  actWords,
  changedMeanwhile,
  pairsOf,
  problemWords,
  valueWords,
  writtenIn,
} from '@/components/saving/change-words';
import type { Claim } from '@/domain/claim';
import { plainDoc } from '@/domain/doc';
import { articleText, plain } from '@/test/builders/edition';

const bench = {
  article: { id: 'a1', title: 'A harbour', publication: null, language: 'en', scale: plain },
  revision: { number: 1, text: articleText, doc: plainDoc(articleText.split('\n')) },
  me: { id: 'ada', role: 'reviewer' as const },
};
const claim: Claim = draftOf(bench, 'c1', claimAbout(bench, 'headline'), '2026-04-03T10:00:00.000Z');
const change = (write: Write, base: Change['base'] = {}): Change =>
  changeOf({ tab: 't', articleId: 'a1', claimId: 'c1', write, base, now: 0 });

describe('a conflict in words', () => {
  test('sets the person’s value beside the one that stands there now, field by field', () => {
    const edit = change({ do: 'edit', fields: { statement: 'Mine', revision: 1 } });
    expect(pairsOf(edit, { ...claim, statement: 'Theirs' })).toEqual([
      { name: 'statement', mine: 'Mine', theirs: 'Theirs' },
    ]);
  });

  test('of evidence that somebody else removed shows nothing on their side', () => {
    const edit = change({ do: 'edit evidence', evidenceId: 'e1', fields: { note: 'Mine' } });
    expect(pairsOf(edit, claim)).toEqual([{ name: 'note', mine: 'Mine', theirs: null }]);
  });

  test('of a submission tells what changed meanwhile, verdicts by their label', () => {
    const submit = change({ do: 'submit' }, { content: contentOnly({ ...claim, verdict: 'true' }) });
    expect(changedMeanwhile(submit, { ...claim, verdict: 'mostly-false', rationale: 'New.' })).toEqual([
      { name: 'Verdict', before: 'True', after: 'Mostly false' },
      { name: 'Rationale', before: '', after: 'New.' },
    ]);
  });
});

test.each([
  ['statement', '', 'Nothing'],
  ['primary', false, 'No'],
  ['claimant', { name: 'Ines Calder', type: 'person', role: 'Mayor' }, 'Ines Calder, Mayor'],
  ['anchor', { start: 0, end: 3, exact: 'The' }, '“The”'],
  ['alsoAt', [{}, {}], '2 places'],
  ['about', { image: 'a crane' }, 'the image “a crane”'],
  ['verdict', 'not-checkable', 'Not checkable'],
  ['assignee', 'ada', 'Ada Reyes'],
])('%s %j reads “%s”', (name, value, words) => {
  expect(valueWords(name, value, new Map([['ada', 'Ada Reyes']]))).toBe(words);
});

test('what was written in a refused change can be read and copied', () => {
  expect(writtenIn(change({ do: 'drop', reason: 'A duplicate.' }))).toEqual([
    { name: 'Reason', words: 'A duplicate.' },
  ]);
  expect(writtenIn(change({ do: 'create', claim: { anchor: null, about: 'headline', statement: 'S' } }))).toEqual([
    { name: 'Statement', words: 'S' },
    { name: 'Place in the text', words: 'Nothing' },
  ]);
});

test('a return is not called an approval', () => {
  const decision = { outcome: 'return', digest: 'd', note: 'Why?' } as const;
  expect(actWords(change({ do: 'decide', decision })).did).toBe('You returned this claim');
});

test('a problem names the field as people do', () => {
  const problem = { rule: 'malformed', pointer: '/saidAt', message: 'saidAt: Give a full web address.' };
  expect(problemWords(problem)).toBe('Said at: Give a full web address.');
});
