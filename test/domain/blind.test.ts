import { expect, it } from 'vitest';
import {
  type Blindness,
  blindedPresence,
  blindRefusal,
  isBlinding,
  isReadable,
  seesAllOf,
  sighted,
} from '@/domain/blind';

const asked = { id: 's1', askedBy: 'eve', askedAt: '2026-11-25T10:00:00.000Z', reviewer: 'ben' };
const blindness: Blindness = new Map([['c1', asked]]);
const entry = (type: Parameters<typeof isReadable>[0]['type'], claimId: string | null, subject: string | null = null) =>
  isReadable({ type, claimId, subject }, blindness);

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

it('shows that somebody is in the article, and not that they are at the blind claim', () => {
  const at = { name: 'Ada', claimId: 'c1', field: 'verdict' };
  expect(blindedPresence(at, blindness)).toEqual({ name: 'Ada', claimId: null, field: null });
  expect(blindedPresence({ ...at, claimId: 'c2' }, blindness)).toMatchObject({ claimId: 'c2', field: 'verdict' });
  expect(blindedPresence(at, sighted)).toBe(at);
});

it('refuses whatever concerns a blind claim with the same words', () => {
  expect(seesAllOf(blindness, ['c2', 'c1'])).toEqual(blindRefusal());
  expect(seesAllOf(blindness, ['c2'])).toMatchObject({ ok: true });
});
