import { describe, expect, it } from 'vitest';
import { type Material, planEdition, seenIn, worseThanSeen } from '@/domain/edition';
import { afterwards, candidate, choices, concluded, material, published } from '@/test/builders/edition';

const two = (): Material => material({ claims: [candidate('a'), candidate('b', { quote: '300 people' })] });
const falsely = { verdict: { key: 'false', scale: 'plain', version: 1 } };

/** The rules by which an edition scheduled on the one would not come out of the other. */
function worse(scheduled: Material, atTheHour: Material): string[] {
  const seen = seenIn(planEdition(scheduled, choices()));
  return worseThanSeen(seen, planEdition(atTheHour, choices()), atTheHour).map(
    ({ rule, claimId }) => `${rule} ${claimId}`,
  );
}

describe('an edition at its hour', () => {
  it('goes out as it was seen', () => {
    expect(worse(two(), two())).toEqual([]);
  });

  it('takes along what was approved since', () => {
    expect(worse(material(), two())).toEqual([]);
  });

  it('takes a claim that was reworded and approved anew as it is now', () => {
    const reworded = candidate('b', { quote: '300 people', content: { statement: 'It will employ some 300 people.' } });
    expect(worse(two(), { ...two(), claims: [candidate('a'), reworded] })).toEqual([]);
  });

  it('does not go out without a claim that was to go out', () => {
    for (const state of ['lapsed', 'submitted', 'returned', 'dropped'] as const) {
      const changed = candidate('b', { quote: '300 people', state });
      expect(worse(two(), { ...two(), claims: [candidate('a'), changed] })).toEqual(['scheduled-claim b']);
    }
  });

  it('does not go out without a claim that was withdrawn meanwhile', () => {
    const scheduled = afterwards(two(), published(two()));
    const withdrawal = { reason: 'A court says so.', at: '2026-04-05T00:00:00.000Z' };
    const claims = scheduled.claims.map((claim) => (claim.id === 'b' ? { ...claim, withdrawal } : claim));
    expect(worse(scheduled, { ...scheduled, claims })).toEqual(['scheduled-claim b']);
  });

  it('does not go out with another verdict than the scheduler saw', () => {
    const turned = candidate('b', { quote: '300 people', content: falsely });
    expect(worse(two(), { ...two(), claims: [candidate('a'), turned] })).toEqual(['scheduled-verdict b']);
  });

  it('does not go out with a changed verdict on a claim that was left out when it was scheduled', () => {
    const out = afterwards(two(), published(two()));
    const lapsed = (claim: (typeof out.claims)[number]) =>
      claim.id === 'b' ? { ...claim, state: 'lapsed' as const } : claim;
    const turned = { ...candidate('b', { quote: '300 people', content: falsely }), k: out.claims[1]!.k };
    const scheduled = { ...out, claims: out.claims.map(lapsed) };
    expect(worse(scheduled, { ...out, claims: [out.claims[0]!, turned] })).toEqual(['scheduled-verdict b']);
  });

  it('does not go out without the conclusion that was to go out, and takes one approved since', () => {
    const holds = concluded('It holds.');
    const withOne = material({ conclusion: holds });
    const lapsed = material({ conclusion: { state: 'lapsed', text: 'It does not.', approval: holds.approval } });
    expect(worse(withOne, lapsed)).toEqual(['scheduled-conclusion null']);
    expect(worse(material(), withOne)).toEqual([]);
  });
});
