import { describe, expect, it } from 'vitest';
import {
  claimGoes,
  claimStays,
  editionGoes,
  editionStays,
  erasedEmail,
  eraseSchema,
  keepsNothing,
  mayEraseClaim,
  mayEraseEdition,
  mayErasePerson,
  personGoes,
  personStays,
  tellingWords,
  toldTogether,
} from '@/domain/erasure';
import { emailSchema } from '@/domain/person';
import type { Result } from '@/domain/result';

const rule = (result: Result<unknown>): string | undefined =>
  result.ok ? undefined : result.refusal.problems[0]?.rule;

describe('what may be erased', () => {
  it.each([
    [{ disabled: true, erased: false, oneself: false }, undefined],
    [{ disabled: false, erased: false, oneself: false }, 'not-disabled'],
    [{ disabled: false, erased: false, oneself: true }, 'oneself'],
    [{ disabled: true, erased: true, oneself: false }, 'erased-before'],
  ])('a person: %j → %s', (person, refused) => {
    expect(rule(mayErasePerson(person))).toBe(refused);
  });

  it.each([
    [{ published: true, withdrawn: true, erased: false }, undefined],
    [{ published: true, withdrawn: false, erased: false }, 'not-withdrawn'],
    [{ published: false, withdrawn: false, erased: false }, 'never-published'],
    [{ published: true, withdrawn: true, erased: true }, 'erased-before'],
  ])('a claim: %j → %s', (claim, refused) => {
    expect(rule(mayEraseClaim(claim))).toBe(refused);
  });

  it.each([
    [{ withdrawn: true, erased: false }, undefined],
    [{ withdrawn: false, erased: false }, 'not-withdrawn'],
    [{ withdrawn: true, erased: true }, 'erased-before'],
  ])('an edition: %j → %s', (edition, refused) => {
    expect(rule(mayEraseEdition(edition))).toBe(refused);
  });
});

describe('a reason', () => {
  it('is required, in words', () => {
    for (const reason of ['', '  \n']) expect(eraseSchema.safeParse({ reason }).success).toBe(false);
    expect(eraseSchema.safeParse({ reason: 'By letter.' }).success).toBe(true);
  });

  it('repeats nothing of what is erased, in whatever case; what is too short to tell anything is no repetition', () => {
    expect(rule(keepsNothing('For ADA REED, by letter', ['Ada Reed', null]))).toBe('reason-repeats');
    expect(rule(keepsNothing('By letter of 26 November', ['Ada Reed', undefined, '26']))).toBeUndefined();
    expect(tellingWords(['Ada Reed', ' Ada Reed ', 'A.', null, ''])).toEqual(['Ada Reed']);
  });
});

it('an erased address is one that no mail reaches and that two people never share', () => {
  expect(emailSchema.safeParse(erasedEmail('0190A-B')).success).toBe(true);
  expect(erasedEmail('0190A-B')).toBe(erasedEmail('0190A-B').toLowerCase());
  expect(erasedEmail('a')).not.toBe(erasedEmail('b'));
});

it('what several entries tell of erasures is told together, each thing once', () => {
  const one = { reason: 'a', contents: [1, 2], hashes: ['h'], editions: [] };
  const told = toldTogether([one, { reason: 'b', contents: [2, 3], hashes: ['h', 'i'], editions: ['e'] }]);
  expect([[...told.contents], [...told.hashes], [...told.editions]]).toEqual([[1, 2, 3], ['h', 'i'], ['e']]);
});

describe('the sentences before somebody erases', () => {
  const person = { name: 'Ada Reed', email: 'ada@x.example', credit: null };
  const none = { links: 0, tokens: 0, notifications: 0, answers: 0, entries: 0 };

  it('name what goes, and only what there is', () => {
    const all = personGoes({ ...person, ...none, tokens: 1, notifications: 2, entries: 3 }).join(' ');
    expect(all).toContain('1 access token and 2 notifications.');
    expect(all).toContain('3 entries of the log');
    expect(personGoes({ ...person, ...none }).join(' ')).not.toMatch(/token|entr(y|ies) of/);
    const claim = { evidence: 1, sources: 0, decisions: 2, approaches: 0, threads: 0, comments: 0, seconds: 0 };
    const said = claimGoes({ ...claim, entries: 1, editions: 2 }).join(' ');
    expect(said).toContain('1 piece of evidence and 2 decisions.');
    expect(said).toContain('2 editions');
    expect(said).not.toContain('thread');
    expect(editionGoes({ number: 3, claims: 1, noted: true }).join(' ')).toContain('and its note');
  });

  it('say plainly what stays, the article’s own text and backups too', () => {
    const claim = claimStays({ relatives: [], wholeTexts: [], concluded: true }).map(({ what }) => what);
    expect(claim.join(' ')).toMatch(/article’s own text.*conclusion.*[Bb]ackups|backups/);
    const link = { label: 'Ferry, edition 1', href: '/a/ferry/1' };
    const elsewhere = [{ many: 2, one: 'comment', several: 'comments' }];
    const stays = personStays({ editions: [link], confirmations: [], elsewhere });
    expect(stays[0]?.links).toEqual([link]);
    expect(stays.map(({ what }) => what).join(' ')).toContain('2 comments');
    expect(editionStays({ others: [] }).some(({ links }) => links.length > 0)).toBe(false);
  });
});
