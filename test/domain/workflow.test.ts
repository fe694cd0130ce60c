import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allows, type ClaimEvent, claimEvents, type Standing, stateOf, transitions } from '@/domain/workflow';
import { trials } from '../trials';

/** What each event does to a claim's rows; an edit may lead to any of three digests. */
function happen(standing: Standing, event: ClaimEvent, digest: string): Standing {
  switch (event) {
    case 'edit':
      return digest === standing.approvedDigest
        ? { ...standing, digest, submitted: false, latest: 'approve' }
        : { ...standing, digest };
    case 'submit':
      return { ...standing, submitted: true };
    case 'take back':
      return { ...standing, submitted: false };
    case 'approve':
      return { ...standing, submitted: false, latest: 'approve', approvedDigest: standing.digest };
    case 'return':
      return { ...standing, submitted: false, latest: 'return' };
    case 'drop':
      return { ...standing, dropped: true };
    case 'restore':
      return { ...standing, dropped: false };
  }
}

const fresh: Standing = { dropped: false, submitted: false, latest: null, approvedDigest: null, digest: 'a' };
const steps = fc.array(fc.tuple(fc.constantFrom(...claimEvents), fc.constantFrom('a', 'b', 'c')), {
  minLength: 30,
  maxLength: 60,
});

describe('the life of a claim', () => {
  it('never leaves the transition table, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(steps, (happenings) => {
        let standing = fresh;
        for (const [event, digest] of happenings) {
          const from = stateOf(standing);
          const to = transitions[from][event];
          expect(allows(from, event).ok).toBe(to !== undefined);
          if (!to) continue;
          standing = happen(standing, event, digest);
          expect(to).toContain(stateOf(standing));
        }
      }),
      { numRuns: trials(1000) },
    );
  });

  it('reaches every transition that the table names', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(steps, (happenings) => {
        let standing = fresh;
        for (const [wish, digest] of happenings) {
          const from = stateOf(standing);
          const open = claimEvents.filter((event) => allows(from, event).ok);
          const event = open[claimEvents.indexOf(wish) % open.length] ?? 'edit';
          standing = happen(standing, event, digest);
          seen.add(`${from} ${event} ${stateOf(standing)}`);
        }
      }),
      { numRuns: 1000 },
    );
    const named = Object.entries(transitions).flatMap(([from, events]) =>
      Object.entries(events).flatMap(([event, targets]) => targets.map((to) => `${from} ${event} ${to}`)),
    );
    expect([...seen].sort()).toEqual(named.sort());
  });

  it('lets a digest that matches the latest approval win over all but dropped', () => {
    const approved = { ...fresh, approvedDigest: 'a' };
    expect(stateOf({ ...approved, latest: 'return', submitted: true })).toBe('approved');
    expect(stateOf({ ...approved, dropped: true })).toBe('dropped');
  });

  it('says in words why something cannot happen', () => {
    const refused = allows('approved', 'submit');
    expect(refused.ok === false && refused.refusal.problems[0]?.message).toBe('This claim is already approved.');
  });
});
