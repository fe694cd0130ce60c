import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listActivity } from '@/db/activity';
import { addApproach, editApproach, removeApproach } from '@/db/approaches/approach';
import { editEvidence, removeEvidence } from '@/db/evidence/evidence';
import { editSource } from '@/db/evidence/sources';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import { digestOfClaim } from '@/domain/content';
import type { ClaimPatch } from '@/domain/contract/claims';
import { restoringPatch, statesOf } from '@/domain/history';
import { article, claim, current, edit, prove } from '@/test/checking';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { trials } from '@/test/trials';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
let paper: Awaited<ReturnType<typeof article>>;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
  paper = await article(reviewer.actor);
});
afterAll(() => desk.close());

const word = fc.constantFrom('one', 'two', 'three');
const patch = fc.record<ClaimPatch>(
  {
    statement: word,
    rationale: word,
    verdict: fc.constantFrom('true', 'false', null),
    kind: fc.constantFrom('number', 'event'),
    saidOn: fc.constantFrom('2026-01-01', null),
    claimant: fc.constantFrom(null, { name: 'Ines Varga', type: 'person' as const, role: null, sameAs: null }),
  },
  { requiredKeys: [] },
);
const others = ['add', 'alter', 'remove', 'restore', 'rename', 'ask', 'tell', 'unask'] as const;
type Act = { do: 'edit'; patch: ClaimPatch } | { do: (typeof others)[number]; title: string };
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), patch }),
  fc.record({ do: fc.constantFrom(...others), title: word }),
);

const silent = { askedAt: '2026-01-01T09:00:00Z', deadline: '2026-01-02T09:00:00Z' };

async function perform(it: Claim, given: Act, removed: string[]): Promise<void> {
  const by = may('annotate', reviewer.actor);
  if (given.do === 'edit') return void value(await edit(reviewer.actor, it, given.patch));
  if (given.do === 'add') return void (await prove(reviewer.actor, it, given.title));
  const [item] = it.evidence;
  const [asked] = it.approaches;
  const tag = [etagOf(it)];
  if (given.do === 'ask') {
    value(await addApproach(by, it.id, { party: given.title, channel: 'email', contact: 'a@b.example', ...silent }));
  } else if (asked && given.do === 'tell') {
    value(await editApproach(by, asked.id, tag, { party: given.title, tells: 'outcome' }));
  } else if (asked && given.do === 'unask') {
    value(await removeApproach(by, asked.id, tag));
  } else if (given.do === 'restore' && removed[0]) {
    value(await editEvidence(by, removed.shift()!, tag, { removed: false }));
  } else if (item && given.do === 'remove') {
    value(await removeEvidence(by, item.id, tag));
    removed.push(item.id);
  } else if (item && given.do === 'alter') {
    value(await editEvidence(by, item.id, tag, { quote: given.title }));
  } else if (item && given.do === 'rename') {
    value(await editSource(by, item.source.id, [etagOf(item.source)], { title: given.title, lapses: [] }));
  }
}

test('whatever is done to a claim, its log tells every state it was in, to the digest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const { id } = await claim(reviewer.actor, paper, '41,200 passengers in June');
      const removed: string[] = [];
      for (const each of acts) await perform(await current(reviewer.actor, { id }), each, removed);
      const now = await current(reviewer.actor, { id });
      const log = value(await listActivity(may('read', reviewer.actor), paper.id, { claim: id, limit: 100 }));
      const states = statesOf(now, log);
      for (const entry of log) {
        const state = states.get(entry.id)!;
        expect(digestOfClaim(state, paper.scale)).toBe(entry.content?.digest ?? digestOfClaim(state, paper.scale));
      }
      expect(states.size).toBe(log.length);
      expect(log.filter(({ content }) => content?.digest).length).toBeGreaterThanOrEqual(log.length - 1);
    }),
    { numRuns: trials(100) },
  );
});

test('an earlier state is brought back by an edit of what differs, and nothing else', async () => {
  const made = await claim(reviewer.actor, paper, 'Ines Varga', { statement: 'One.', verdict: 'true' });
  await edit(reviewer.actor, made, { statement: 'Two.', verdict: 'false', rationale: 'Why.' });
  const now = await current(reviewer.actor, made);
  const log = value(await listActivity(may('read', reviewer.actor), paper.id, { claim: made.id, limit: 10 }));
  const first = statesOf(now, log).get(log.at(-1)!.id)!;
  expect(restoringPatch(now, first)).toEqual({ statement: 'One.', verdict: 'true', rationale: '' });
  value(await edit(reviewer.actor, now, restoringPatch(now, first) as ClaimPatch));
  expect((await current(reviewer.actor, made)).digest).toBe(made.digest);
});

test('what was before an erased entry is not known, and is not made up', () => {
  const now = { ...({} as Claim), statement: 'Two.', evidence: [] } as unknown as Claim;
  const log = [
    { id: '3', type: 'claim.submitted' as const, content: {} },
    { id: '2', type: 'claim.changed' as const, content: null },
    { id: '1', type: 'claim.created' as const, content: {} },
  ];
  expect([...statesOf(now, log).keys()]).toEqual(['3', '2']);
});
