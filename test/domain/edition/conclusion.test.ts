import { describe, expect, it } from 'vitest';
import { canonical } from '@/domain/canonical';
import { conclusionKey, digestOfConclusion } from '@/domain/conclusion';
import {
  type ConclusionCandidate,
  differences,
  digestOfEdition,
  flawOf,
  type Payload,
  planEdition,
} from '@/domain/edition';
import { afterwards, candidate, choices, concluded, material, published } from '@/test/builders/edition';

const words = 'Most of what the article says about the harbour **holds**.';
const approved = (given: Parameters<typeof concluded>[1] = {}) => concluded(words, given);
const approval = concluded(words).approval;
const lines = (...args: Parameters<typeof planEdition>) =>
  planEdition(...args)
    .checklist.filter(({ rule }) => /conclusion|approved-before/.test(rule))
    .map(({ rule, holds, blocking }) => [rule, holds, blocking]);

const stored = (payload: Payload) => ({
  slug: payload.frame.article.slug,
  ...payload.frame.edition,
  payload: canonical(payload),
  digest: digestOfEdition(payload),
});

describe('a conclusion', () => {
  it('goes out in the words that were approved, on whose word', () => {
    const { conclusion, ...frame } = published(material({ conclusion: approved() })).frame;
    expect(conclusion).toEqual({
      text: words,
      digest: digestOfConclusion(words),
      checkedBy: ['Ada Reyes'],
      approvedBy: 'Eve Okoro',
      approvedAt: '2026-04-03T11:00:00.000Z',
      override: null,
    });
    expect(frame.checkedBy).toEqual(['Ada Reyes']);
  });

  it('is absent from an edition without one, so that its digest is what it would have been before there were any', () => {
    const without = published(material());
    expect('conclusion' in without.frame).toBe(false);
    expect(published(material({ conclusion: { state: 'draft', text: words, approval: null } }))).toEqual(without);
  });

  it('stays out while it is not approved, and holds nothing up', () => {
    for (const state of ['draft', 'submitted'] as const) {
      const made = material({ conclusion: { state, text: words, approval: null } });
      expect(lines(made, choices())).toEqual([['conclusion', true, false]]);
      expect(planEdition(made, choices()).conclusion).toBeNull();
    }
  });

  it('that changed since its approval goes out as last approved or stays out, as the editor says', () => {
    for (const state of ['lapsed', 'submitted', 'returned'] as const) {
      const made = material({ conclusion: { state, text: 'Nothing holds.', approval } });
      expect(published(made).frame.conclusion).toBeUndefined();
      const asLast = choices({ asLastApproved: [conclusionKey] });
      expect(published(made, asLast).frame.conclusion?.text).toBe(words);
      expect(lines(made, asLast)).toEqual([['conclusion', true, false]]);
    }
  });

  it('that was never approved cannot go out as last approved', () => {
    const asLast = choices({ asLastApproved: [conclusionKey] });
    expect(lines(material(), asLast)).toEqual([['approved-before', false, true]]);
    const draft = material({ conclusion: { state: 'draft', text: words, approval: null } });
    expect(lines(draft, asLast)).toContainEqual(['approved-before', false, true]);
  });

  it('alone makes no edition: at least one claim goes out', () => {
    const { checklist } = planEdition(material({ claims: [], conclusion: approved() }), choices());
    expect(checklist.find(({ rule }) => rule === 'needs-claim')?.holds).toBe(false);
  });

  it('older than a claim that goes out is to be read once more', () => {
    const made = material({ conclusion: approved({ approvedAt: '2026-04-03T09:00:00.000Z' }) });
    const [, older] = planEdition(made, choices()).checklist.filter(({ rule }) => rule.startsWith('conclusion'));
    expect(older).toMatchObject({ rule: 'conclusion-older', blocking: false });
    expect(older?.message).toContain('Claim 1 was approved after the conclusion.');
  });

  it('approved without a second person says why in the checklist and in the edition', () => {
    const made = material({ conclusion: approved({ overrideReason: 'Nobody else was there.' }) });
    expect(published(made).frame.conclusion?.override).toEqual({ reason: 'Nobody else was there.' });
    const told = planEdition(made, choices()).checklist.filter(({ rule }) => rule === 'two-people');
    expect(told.map(({ message }) => message)).toEqual([
      'The conclusion was approved without a second person. The edition says why: Nobody else was there.',
    ]);
  });

  it('is part of what an editor has seen: another one is another version', () => {
    const version = (conclusion: ConclusionCandidate | null) =>
      planEdition(material({ conclusion }), choices()).version;
    expect(version(approved())).not.toBe(version(null));
    expect(version({ state: 'draft', text: words, approval: null })).toBe(version(null));
  });

  it('differs between editions in words and in its text', () => {
    const first = material({ conclusion: approved() });
    const before = published(first);
    const next = 'None of it holds.';
    const second = afterwards({ ...first, conclusion: concluded(next) }, before);
    const chosen = choices({ note: 'We had it wrong.', tier: 'correction' });
    const after = published(second, chosen);
    const text = { what: 'text', before: words, after: next };
    expect(differences(before, after)).toEqual([{ kind: 'conclusion', k: null, statement: null, changes: [text] }]);
    expect(planEdition(second, choices()).checklist.some(({ rule }) => rule === 'nothing-new')).toBe(false);
    const [gone] = differences(before, published({ ...second, conclusion: null }, chosen));
    expect(gone?.changes[0]).toEqual({ what: 'text', before: words, after: '' });
  });

  it('is covered by the digest of the edition, and by that of its approval', () => {
    const payload = published(material({ conclusion: approved(), claims: [candidate('a')] }));
    expect(flawOf(stored(payload), null, null)).toBeNull();
    const forged = structuredClone(payload);
    forged.frame.conclusion!.text = 'None of it holds.';
    expect(flawOf({ ...stored(forged), digest: digestOfEdition(payload) }, null, null)).toMatch(/conclusion/);
    const unapproved = structuredClone(forged);
    expect(flawOf(stored(unapproved), null, null)).toBe('its conclusion is not what was approved');
    const moved = structuredClone(payload);
    moved.frame.conclusion!.approvedBy = 'Somebody else';
    expect(flawOf({ ...stored(moved), digest: digestOfEdition(payload) }, null, null)).toMatch(/digest/);
  });
});
