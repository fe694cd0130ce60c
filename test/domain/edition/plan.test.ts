import { describe, expect, it } from 'vitest';
import { isBroken, planEdition } from '@/domain/edition';
import { afterwards, anchorAt, candidate, choices, contentWith, material, published } from '@/test/builders/edition';

const broken = (...args: Parameters<typeof planEdition>) =>
  planEdition(...args)
    .checklist.filter(isBroken)
    .map(({ rule, claimId }) => [rule, claimId]);

const taken = (...args: Parameters<typeof planEdition>) => planEdition(...args).goesOut.map(({ claimId }) => claimId);

describe('what goes out', () => {
  const claims = [
    candidate('approved'),
    candidate('draft', { approved: false }),
    candidate('first-submission', { approved: false, state: 'submitted' }),
    candidate('returned-once', { approved: false, state: 'returned' }),
    candidate('lapsed', { state: 'lapsed' }),
    candidate('resubmitted', { state: 'submitted' }),
    candidate('returned-after-approval', { state: 'returned' }),
    candidate('dropped', { state: 'dropped' }),
    candidate('dropped-draft', { state: 'dropped', approved: false }),
  ];

  it('takes the approved, names the never approved, asks for the approved before, and says nothing of the dropped', () => {
    const plan = planEdition(material({ claims }), choices());
    expect(plan.goesOut.map(({ claimId }) => claimId)).toEqual(['approved']);
    expect(plan.leftOut.map(({ claimId }) => claimId)).toEqual(['draft', 'first-submission', 'returned-once']);
    expect(plan.approvedBefore.map(({ claimId, chosen }) => [claimId, chosen])).toEqual([
      ['lapsed', false],
      ['resubmitted', false],
      ['returned-after-approval', false],
    ]);
    expect(plan.checklist.some(isBroken)).toBe(false);
  });

  it('sends a claim that the editor chose out as it was last approved', () => {
    const changed = candidate('lapsed', { state: 'lapsed', quote: '300 people' });
    changed.statement = 'Half typed';
    changed.anchors = [];
    const made = material({ claims: [changed] });
    const plan = planEdition(made, choices({ asLastApproved: ['lapsed'] }));
    expect(plan.goesOut).toMatchObject([{ claimId: 'lapsed', asLastApproved: true, trouble: null }]);
    expect(plan.claims[0]?.content.statement).toBe(contentWith().statement);
    expect(plan.claims[0]?.place?.exact).toBe('300 people');
  });

  it.each(['draft', 'first-submission', 'dropped', 'nobody’s'])('refuses to send %s out as last approved', (id) => {
    expect(broken(material({ claims }), choices({ asLastApproved: [id] }))).toEqual([
      ['approved-before', id === 'nobody’s' ? null : id],
    ]);
  });

  it('does not mind a claim on the list whose edit was undone meanwhile', () => {
    const chosen = choices({ asLastApproved: ['approved'] });
    expect(broken(material({ claims }), chosen)).toEqual([]);
    expect(taken(material({ claims }), chosen)).toEqual(['approved']);
  });
});

describe('rules that stop an edition', () => {
  it('wants at least one claim', () => {
    expect(broken(material({ claims: [] }), choices())).toEqual([['needs-claim', null]]);
  });

  it.each(['changed', 'lost'] as const)('stops at a claim whose words are %s', (state) => {
    const claim = candidate('a');
    claim.anchors = claim.anchors.map((anchor) => ({ ...anchor, state }));
    expect(broken(material({ claims: [claim] }), choices())).toEqual([['settled', 'a']]);
  });

  it('lets a claim whose words are gone go out once a person keeps it as it stood, and says since when', () => {
    const claim = { ...candidate('a'), keptSince: '2026-11-25T09:30:00.000Z' };
    claim.anchors = claim.anchors.map((anchor) => ({ ...anchor, state: 'changed' as const, kept: true }));
    const plan = planEdition(material({ claims: [claim, candidate('b', { quote: '300 people' })] }), choices());
    expect(plan.checklist.filter(isBroken)).toEqual([]);
    expect(plan.checklist.find(({ rule }) => rule === 'kept')).toMatchObject({ blocking: false, claimId: 'a' });
    expect(plan.claims.map(({ k, place, gone }) => [k, place?.exact, gone])).toEqual([
      [1, '300 people', undefined],
      [2, undefined, { since: '2026-11-25T09:30:00.000Z', quotes: ['41,200 containers'] }],
    ]);
  });

  it('prints a claim where it still stands when only a repeat of it is gone', () => {
    const claim = { ...candidate('a', { content: { quotes: ['41,200 containers', 'a record'] } }) };
    claim.keptSince = '2026-11-25T09:30:00.000Z';
    claim.anchors = [...claim.anchors, { ...anchorAt('a record'), state: 'lost', kept: true }];
    const [printed] = planEdition(material({ claims: [claim] }), choices()).claims;
    expect(printed).toMatchObject({
      place: { exact: '41,200 containers' },
      alsoAt: [],
      gone: { quotes: ['a record'] },
    });
  });

  it.each(['changed', 'kept'] as const)('minds a headline that is %s as it minds words in the text', (how) => {
    const claim = candidate('a', { quote: null, content: { about: 'headline' } });
    const headline = { state: 'changed' as const, was: 'Harbour claims a record', kept: how === 'kept' };
    const made = material({ claims: [{ ...claim, headline, keptSince: '2026-11-25T09:30:00.000Z' }] });
    expect(broken(made, choices())).toEqual(how === 'kept' ? [] : [['settled', 'a']]);
    expect(planEdition(made, choices()).claims[0]?.gone?.quotes).toEqual(
      how === 'kept' ? ['Harbour claims a record'] : undefined,
    );
  });

  it('refuses to send out as last approved what was approved in words that the article does not say any more', () => {
    const claim = candidate('a', { state: 'lapsed' });
    claim.quotes = ['41,900 containers'];
    claim.approval!.stands = claim.approval!.anchors.map((anchor) => ({ ...anchor, state: 'changed' as const }));
    expect(broken(material({ claims: [claim] }), choices({ asLastApproved: ['a'] }))).toEqual([['settled', 'a']]);
    const about = candidate('b', { state: 'lapsed', quote: null, content: { about: 'headline' } });
    about.approval!.title = 'Harbour doubts a record';
    expect(broken(material({ claims: [about] }), choices({ asLastApproved: ['b'] }))).toEqual([['settled', 'b']]);
  });

  it('stops at a claim whose offsets the text does not bear out', () => {
    const claim = candidate('a');
    claim.anchors = claim.anchors.map((anchor) => ({ ...anchor, start: anchor.start + 1 }));
    expect(broken(material({ claims: [claim] }), choices())).toEqual([['settled', 'a']]);
  });

  it('lets a draft whose words are lost wait', () => {
    const draft = candidate('draft', { approved: false });
    draft.anchors = draft.anchors.map((anchor) => ({ ...anchor, state: 'lost' as const }));
    expect(broken(material({ claims: [candidate('a'), draft] }), choices())).toEqual([]);
  });

  it('stops at a last approval under another scale', () => {
    const content = { verdict: { key: 'refuted', scale: 'evidence', version: 1 } };
    const made = material({ claims: [candidate('a'), candidate('b', { content, state: 'lapsed' })] });
    expect(broken(made, choices())).toEqual([]);
    expect(broken(made, choices({ asLastApproved: ['b'] }))).toEqual([['same-scale', 'b']]);
  });

  it('stops at a closed article', () => {
    expect(broken(material({ article: { state: 'closed' } }), choices())).toEqual([['article-closed', null]]);
  });

  it('names every unmet rule at once', () => {
    const first = material();
    const again = { ...afterwards(first, published(first)), claims: [] };
    expect(broken(again, choices({ asLastApproved: ['x'] })).map(([rule]) => rule)).toEqual([
      'needs-claim',
      'approved-before',
      'needs-note',
      'needs-tier',
    ]);
  });
});

describe('from the second edition on', () => {
  const first = material({ claims: [candidate('a'), candidate('b', { quote: '300 people' })] });
  const second = afterwards(first, published(first));
  const added = { ...second, claims: [...second.claims, candidate('c', { quote: 'a record' })] };
  const corrected = {
    ...second,
    claims: [
      { ...candidate('a', { content: { verdict: { key: 'false', scale: 'plain', version: 1 } } }), k: 1 },
      ...second.claims.slice(1),
    ],
  };
  const told = choices({ note: 'A claim was added.', tier: 'update' });

  it('wants a note and a tier', () => {
    expect(broken(added, choices())).toEqual([
      ['needs-note', null],
      ['needs-tier', null],
    ]);
    expect(broken(added, choices({ note: '  ', tier: 'update' }))).toEqual([['needs-note', null]]);
    expect(broken(added, told)).toEqual([]);
  });

  it('tells, without refusing, that an edition would say what the last one says', () => {
    expect(broken(second, told)).toEqual([]);
    expect(planEdition(second, told).checklist.map(({ rule }) => rule)).toContain('nothing-new');
    expect(planEdition(added, told).checklist.map(({ rule }) => rule)).not.toContain('nothing-new');
  });

  it('sets the tier by itself when a verdict changed, whatever was chosen', () => {
    const plan = planEdition(corrected, told);
    expect(plan.tier).toBe('verdict-changed');
    expect(plan.checklist.some(isBroken)).toBe(false);
    expect(planEdition(corrected, choices({ note: 'Wrong figure.' })).checklist.some(isBroken)).toBe(false);
  });

  it('refuses the tier of a changed verdict when none changed', () => {
    expect(broken(added, { ...told, tier: 'verdict-changed' })).toEqual([['needs-tier', null]]);
  });

  it('keeps the numbers of claims and gives a new claim the next, in reading order and never one used before', () => {
    expect(planEdition(added, told).goesOut.map(({ claimId, k }) => [claimId, k])).toEqual([
      ['a', 1],
      ['c', 3],
      ['b', 2],
    ]);
    const without = { ...added, claims: added.claims.filter(({ id }) => id !== 'b') };
    expect(planEdition(without, told).goesOut.map(({ k }) => k)).toEqual([1, 3]);
  });
});

describe('the version of a preview', () => {
  const made = material();
  const version = (...args: Parameters<typeof planEdition>) => planEdition(...args).version;

  it('is the same for whatever the edition does not print', () => {
    const draft = candidate('d', { approved: false });
    expect(version({ ...made, claims: [...made.claims, draft] }, choices())).toBe(version(made, choices()));
    expect(version(made, choices({ note: 'Typed so far' }))).toBe(version(made, choices()));
  });

  it('differs when a claim, the frame or the choice does', () => {
    const lapsed = candidate('l', { state: 'lapsed', quote: '300 people' });
    const more = { ...made, claims: [...made.claims, lapsed] };
    const versions = [
      version(made, choices()),
      version({ ...made, claims: [candidate('a', { content: { rationale: 'Otherwise.' } })] }, choices()),
      version(material({ article: { title: 'Another title' } }), choices()),
      version(more, choices({ asLastApproved: ['l'] })),
      version(material({ article: { state: 'closed' } }), choices()),
    ];
    expect(new Set(versions).size).toBe(versions.length);
    expect(version(more, choices())).toBe(versions[0]);
  });
});

describe('two people', () => {
  const lines = (...args: Parameters<typeof planEdition>) =>
    planEdition(...args).checklist.filter(({ rule }) => rule === 'two-people');

  it('says what the edition will say of a desk of one', () => {
    const [line] = lines(material({ desk: { name: 'Solo', size: 'one', contact: null } }), choices());
    expect(line?.message).toContain('one person');
  });

  it('names each override with its reason', () => {
    const claims = [candidate('a'), candidate('b', { overrideReason: 'The only editor is ill.' })];
    expect(lines(material({ claims }), choices())).toMatchObject([{ claimId: 'b', blocking: false }]);
    expect(lines(material({ claims }), choices())[0]?.message).toContain('The only editor is ill.');
  });
});
