import { expect, it } from 'vitest';
import {
  type Blindness,
  blindRefusal,
  isBlinding,
  isReadable,
  isShownPresent,
  seesAllOf,
  sighted,
} from '@/domain/blind';

const asked = { id: 's1', askedBy: 'eve', askedAt: '2026-11-25T10:00:00.000Z', reviewer: 'ben', articleId: 'a1' };
const blindness: Blindness = new Map([['c1', asked]]);
const entry = (type: Parameters<typeof isReadable>[0]['type'], claimId: string | null, subject: string | null = null) =>
  isReadable({ type, articleId: 'a1', claimId, subject }, blindness);

it('is a second verdict that blinds who has to give it, until it is filed, and nobody else', () => {
  const second = { reviewer: 'ben', filed: null };
  expect(isBlinding(second, 'ben')).toBe(true);
  expect(isBlinding(second, 'eve')).toBe(false);
  expect(isBlinding({ ...second, filed: {} }, 'ben')).toBe(false);
  expect(isBlinding({ reviewer: null, filed: null }, null)).toBe(false);
  expect(isBlinding(null, 'ben')).toBe(false);
});

it('leaves of the log of a blind claim that they were asked, and all of the other claims', () => {
  expect(entry('claim.changed', 'c1')).toBe(false);
  expect(entry('evidence.added', 'c1', 'e1')).toBe(false);
  expect(entry('second-verdict.asked', 'c1', 's1')).toBe(true);
  expect(entry('second-verdict.asked', 'c1', 's0')).toBe(false);
  expect(entry('claim.changed', 'c2')).toBe(true);
  expect(entry('revision.added', null)).toBe(true);
});

it('shows nobody who is at the blind claim', () => {
  expect(isShownPresent({ claimId: 'c1' }, blindness)).toBe(false);
  expect(isShownPresent({ claimId: 'c2' }, blindness)).toBe(true);
  expect(isShownPresent({ claimId: 'c1' }, sighted)).toBe(true);
});

it('leaves out of the log what sums up the verdicts of the article of a blind claim', () => {
  expect(entry('conclusion.changed', null)).toBe(false);
  expect(entry('edition.schedule-failed', null)).toBe(false);
  expect(entry('edition.published', null)).toBe(true);
  const elsewhere = { type: 'conclusion.changed', articleId: 'a2', claimId: null, subject: null } as const;
  expect(isReadable(elsewhere, blindness)).toBe(true);
});

it('refuses whatever concerns a blind claim with the same words', () => {
  expect(seesAllOf(blindness, ['c2', 'c1'])).toEqual(blindRefusal());
  expect(seesAllOf(blindness, ['c2'])).toMatchObject({ ok: true });
});
