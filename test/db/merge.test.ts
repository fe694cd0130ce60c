import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellingOf } from '@/components/claims/history-words';
import { listActivity } from '@/db/activity';
import { addApproach, editApproach } from '@/db/approaches/approach';
import { decideClaim } from '@/db/claims/decide';
import { restoreClaim } from '@/db/claims/drop';
import { mergeClaim } from '@/db/claims/merge';
import { splitClaim } from '@/db/claims/split';
import { addComment } from '@/db/discussion/open';
import { readThread } from '@/db/discussion/read';
import { nextEdition } from '@/db/editions/next';
import { publishEdition } from '@/db/editions/publish';
import { editEvidence, removeEvidence } from '@/db/evidence/evidence';
import type { Article } from '@/domain/article';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import { digestOfClaim } from '@/domain/content';
import { statesOf, tellsOfClaim } from '@/domain/history';
import type { Actor } from '@/domain/permission';
import { article, claim, current, edit, prove, submit, submitted } from '../checking';
import { may, newPerson, openDesk, rules, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: Actor;
let second: Actor;
let editor: Actor;
let ferry: Article & { text: string };

beforeAll(async () => {
  desk = await openDesk();
  reviewer = (await newPerson('reviewer')).actor;
  second = (await newPerson('editor')).actor;
  editor = (await newPerson('editor')).actor;
  ferry = await article(reviewer);
});
afterAll(() => desk.close());

const split = (by: Actor, from: Claim) => splitClaim(may('annotate', by), from.id, [etagOf(from)]);
const merge = (by: Actor, one: Claim, into: Claim) => mergeClaim(may('drop', by), one.id, [etagOf(one)], into.id);
const restore = async (by: Actor, one: Claim) => restoreClaim(may('drop', by), one.id, [etagOf(one)]);
const decide = (by: Actor, { id, digest }: Claim) => decideClaim(may('decide', by), id, { outcome: 'approve', digest });
const now = (one: Claim) => current(reviewer, one);
const titles = ({ evidence }: Claim) => evidence.map(({ number, source }) => [number, source.title]);

describe('splitting a claim', () => {
  it('makes a draft copy with its span, rationale and evidence, under the same numbers and without the verdict', async () => {
    const from = await submitted(reviewer, ferry, 'carried 41,200 passengers in June');
    const copy = value(await split(second, from));
    expect(copy).toMatchObject({
      ...{ state: 'draft', statement: from.statement, rationale: from.rationale, quotes: from.quotes },
      ...{ anchor: from.anchor, verdict: null, k: null, nextEvidence: from.nextEvidence },
    });
    expect(titles(copy)).toEqual(titles(from));
    expect(copy.evidence[0]!.id).not.toBe(from.evidence[0]!.id);
    expect(await now(from)).toEqual(from);
  });

  it('washes nobody out: who worked on the claim may not approve the copy', async () => {
    const made = await claim(reviewer, ferry, 'The line opened in 1974');
    const edited = value(await edit(editor, made, { rationale: 'By the port’s records.' }));
    const copy = value(await split(second, await prove(reviewer, edited)));
    expect(new Set(copy.contributors)).toEqual(new Set([second.id, reviewer.id, editor.id]));
    const ready = await submit(second, value(await edit(second, copy, { verdict: 'true' })));
    expect(rules(await decide(editor, ready))).toEqual(['two-people']);
  });

  it('copies a place that a person still has to settle as it is', async () => {
    const dropped = value(
      await merge(reviewer, await claim(reviewer, ferry, 'in June'), await claim(reviewer, ferry, 'June')),
    );
    expect(rules(await split(second, dropped))).toEqual(['no-edit-when-dropped']);
  });
});

describe('merging a claim into another', () => {
  it('moves its evidence under new numbers and drops it with a pointer', async () => {
    const into = await prove(reviewer, await claim(reviewer, ferry, 'The ferry'), 'One');
    const emptied = value(await removeEvidence(may('annotate', reviewer), into.evidence[0]!.id, [etagOf(into)]));
    const one = await prove(reviewer, await prove(reviewer, await claim(reviewer, ferry, 'ferry'), 'Two'), 'Three');
    const merged = value(await merge(editor, one, emptied));
    expect(merged).toMatchObject({ state: 'dropped', dropped: { mergedInto: into.id }, evidence: [] });
    expect(titles(await now(into))).toEqual([
      [2, 'Two'],
      [3, 'Three'],
    ]);
  });

  it('takes the threads on its evidence along', async () => {
    const one = await prove(reviewer, await claim(reviewer, ferry, 'ferry'));
    const into = await claim(reviewer, ferry, 'The ferry');
    const evidenceId = one.evidence[0]!.id;
    const { threadId } = value(await addComment(may('annotate', editor), one.id, { body: 'Is it right?', evidenceId }));
    value(await merge(reviewer, one, into));
    expect(value(await readThread(may('read', editor), threadId)).claimId).toBe(into.id);
  });

  it('washes nobody out: who worked on the duplicate may not approve the claim that took it in', async () => {
    const one = await prove(editor, await claim(editor, ferry, 'in June'));
    const into = await claim(reviewer, ferry, '41,200', { verdict: 'true', rationale: 'See [1].' });
    value(await merge(second, one, into));
    const taken = await now(into);
    expect(taken.contributors).toEqual(expect.arrayContaining([editor.id, second.id, reviewer.id]));
    expect(rules(await decide(editor, await submit(reviewer, taken)))).toEqual(['two-people']);
  });

  it('lapses the approval of a claim that gets evidence, and restoring the duplicate brings both back', async () => {
    const into = await submitted(reviewer, ferry, '41,200');
    const approved = value(await decide(editor, into));
    const one = await prove(reviewer, await claim(reviewer, ferry, 'in June'), 'Other returns');
    const merged = value(await merge(reviewer, one, approved));
    expect((await now(into)).state).toBe('lapsed');
    const back = value(await restore(reviewer, merged));
    expect(titles(back)).toEqual(titles(one));
    expect(back).toMatchObject({ state: 'draft', digest: one.digest, dropped: null });
    const after = await now(into);
    expect(after).toMatchObject({ state: 'approved', contributors: approved.contributors, nextEvidence: 3 });
  });

  it('washes nobody out who changed the evidence while it was with the other claim', async () => {
    const one = await prove(reviewer, await claim(reviewer, ferry, 'June', { verdict: 'true', rationale: 'See [1].' }));
    const into = await claim(reviewer, ferry, 'in June');
    const merged = value(await merge(reviewer, one, into));
    const taken = await now(into);
    const patch = { stance: 'refutes' as const };
    value(await editEvidence(may('annotate', editor), taken.evidence[0]!.id, [etagOf(taken)], patch));
    const back = value(await restore(reviewer, merged));
    expect(back.contributors).toContain(editor.id);
    expect(rules(await decide(editor, await submit(reviewer, back)))).toEqual(['two-people']);
  });

  it('leaves evidence that went elsewhere where it is, and says what has to be undone first', async () => {
    const [one, two, three] = [
      await prove(reviewer, await claim(reviewer, ferry, 'June')),
      await claim(reviewer, ferry, 'in June'),
      await claim(reviewer, ferry, 'passengers in June'),
    ];
    const merged = value(await merge(reviewer, one, two));
    const onward = value(await merge(reviewer, await now(two), three));
    expect(rules(await restore(reviewer, merged))).toEqual(['merged-onward']);
    value(await restore(reviewer, onward));
    expect(titles(value(await restore(reviewer, merged)))).toHaveLength(1);
    expect([await now(two), await now(three)].map(({ evidence }) => evidence.length)).toEqual([0, 0]);
  });

  it('takes along who was asked for a reply, and restoring the duplicate brings that back as it is by then', async () => {
    const asked = {
      party: 'Ines Varga',
      channel: 'email',
      contact: 'iv@port.example',
      askedAt: '2026-11-20T08:00:00Z',
    } as const;
    const one = await claim(reviewer, ferry, 'June');
    const into = value(await decide(editor, await submitted(reviewer, ferry, '41,200')));
    const made = value(await addApproach(may('annotate', reviewer), one.id, asked));
    value(await addApproach(may('annotate', reviewer), into.id, { ...asked, party: 'The union' }));
    const parties = async (of: Claim) => (await now(of)).approaches.map(({ party, contact }) => [party, contact]);
    const merged = value(await merge(reviewer, await now(one), into));
    expect(merged.approaches).toEqual([]);
    expect(await parties(into)).toEqual([
      ['Ines Varga', 'iv@port.example'],
      ['The union', 'iv@port.example'],
    ]);
    expect((await now(into)).state).toBe('approved');
    const answered = { outcome: 'declined' as const, tells: 'outcome' as const };
    value(await editApproach(may('annotate', reviewer), made.approach.id, [etagOf(await now(into))], answered));
    expect((await now(into)).state).toBe('lapsed');
    const back = value(await restore(reviewer, merged));
    expect(back.approaches).toMatchObject([{ id: made.approach.id, outcome: 'declined', contact: 'iv@port.example' }]);
    expect(await parties(into)).toEqual([['The union', 'iv@port.example']]);
    expect((await now(into)).state).toBe('approved');
    const log = value(await listActivity(may('read', editor), ferry.id, { claim: into.id, limit: 50 }));
    expect(log.map(tellingOf)).toContain('merged another claim into it, with the reply asked of Ines Varga');
    expect(JSON.stringify(log)).not.toContain('iv@port.example');
  });

  it('is told in the log of both claims so that every state they were in can be told from it', async () => {
    const one = await prove(reviewer, await prove(reviewer, await claim(reviewer, ferry, 'June'), 'One'), 'Two');
    const into = await prove(reviewer, await claim(reviewer, ferry, 'in June'), 'Three');
    value(await addComment(may('annotate', editor), into.id, { body: 'The same as the other?' }));
    const asked = { party: 'Ines Varga', channel: 'email', askedAt: '2026-11-20T08:00:00Z' } as const;
    const told = { ...asked, outcome: 'declined', tells: 'outcome' } as const;
    value(await addApproach(may('annotate', reviewer), one.id, told));
    const merged = value(await merge(reviewer, await now(one), into));
    const taken = await now(into);
    value(
      await editEvidence(may('annotate', editor), taken.evidence[1]!.id, [etagOf(taken)], { quote: 'June: 41,200' }),
    );
    value(await restore(reviewer, merged));
    for (const { id } of [one, into]) {
      const log = value(await listActivity(may('read', editor), ferry.id, { claim: id, limit: 50 }));
      const states = statesOf(await now({ id } as Claim), log);
      expect(states.size).toBe(log.length);
      for (const entry of log.filter(tellsOfClaim))
        expect([entry.type, digestOfClaim(states.get(entry.id)!, ferry.scale)]).toEqual([
          entry.type,
          entry.content?.digest,
        ]);
    }
  });

  it('is refused into itself, into a claim of another article and into a dropped one', async () => {
    const [one, two] = [await claim(reviewer, ferry, 'June'), await claim(reviewer, ferry, 'in June')];
    expect(rules(await merge(reviewer, one, one))).toEqual(['same-claim']);
    const elsewhere = await claim(reviewer, await article(reviewer), 'June');
    expect(rules(await merge(reviewer, one, elsewhere))).toEqual(['other-article']);
    const merged = value(await merge(reviewer, two, one));
    expect(rules(await merge(reviewer, await now(one), merged))).toEqual(['into-dropped']);
  });

  it('is open to reviewers for their own claims only', async () => {
    const other = (await newPerson('reviewer')).actor;
    const [one, two] = [await claim(reviewer, ferry, 'June'), await claim(other, ferry, 'in June')];
    expect(rules(await merge(other, one, two))).toEqual(['may-not-drop']);
  });

  it('of a published claim is told in the checklist of the next edition', async () => {
    const on = await article(reviewer);
    const one = value(await decide(editor, await submitted(reviewer, on, 'The line opened in 1974')));
    const into = value(await decide(editor, await submitted(reviewer, on, '41,200 passengers')));
    value(await publishEdition(may('publish', editor), on.id, {}, null));
    value(await merge(reviewer, await now(one), into));
    const { next } = value(await nextEdition(may('read', editor), on.id, [into.id]));
    expect(next.goesOut.map(({ claimId }) => claimId)).toEqual([into.id]);
    expect(next.checklist.filter(({ rule }) => rule === 'gone')).toEqual([
      expect.objectContaining({
        claimId: one.id,
        message: 'Claim 2 was merged into claim 1: readers of the last edition do not find it in this one.',
      }),
    ]);
  });
});
