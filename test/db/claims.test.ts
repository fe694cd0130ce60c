import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClaim } from '@/db/claims/create';
import { decideClaim } from '@/db/claims/decide';
import { dropClaim, restoreClaim } from '@/db/claims/drop';
import { submitClaim, takeBackClaim } from '@/db/claims/submission';
import { editEvidence, removeEvidence } from '@/db/evidence/evidence';
import { editSource, readSource } from '@/db/evidence/sources';
import type { Article } from '@/domain/article';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { Actor } from '@/domain/permission';
import { article, claim, current, edit, prove, selection, submit, submitted } from '../checking';
import { may, newPerson, openDesk, rules, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: Actor;
let second: Actor;
let editor: Actor;
let admin: Actor;
let ferry: Article & { text: string };
const figure = 'carried 41,200 passengers in June';

beforeAll(async () => {
  desk = await openDesk();
  reviewer = (await newPerson('reviewer')).actor;
  second = (await newPerson('reviewer')).actor;
  editor = (await newPerson('editor')).actor;
  admin = (await newPerson('admin')).actor;
  ferry = await article(reviewer);
});
afterAll(() => desk.close());

const approve = (by: Actor, { id, digest }: Claim, override?: { reason: string }) =>
  decideClaim(may('decide', by), id, { outcome: 'approve', digest, override });
const giveBack = (by: Actor, { id, digest }: Claim, note: string) =>
  decideClaim(may('decide', by), id, { outcome: 'return', digest, note });

describe('making a claim', () => {
  it('prefills the statement with the quote, the claimant with the publication and the kind from the words', async () => {
    const made = await claim(reviewer, ferry, figure);
    expect(made).toMatchObject({
      state: 'draft',
      statement: figure,
      kind: 'number',
      claimant: { name: 'The Harbour Ledger', type: 'publication' },
      quotes: [figure],
      anchor: { revision: 1, exact: figure, state: 'exact' },
    });
  });

  it('refuses a quote that the text does not say at those offsets', async () => {
    const wrong = { ...selection(ferry.text, figure), exact: 'carried 41,300 passengers in June' };
    const result = await createClaim(may('annotate', reviewer), ferry.id, { anchor: wrong });
    expect(rules(result)).toEqual(['quote-mismatch']);
  });

  it('refuses offsets that were read from another revision', async () => {
    const anchor = selection(ferry.text, figure);
    const result = await createClaim(may('annotate', reviewer), ferry.id, { anchor, revision: 7 });
    expect(result.ok === false && result.refusal.kind).toBe('stale');
  });

  it('stands in the text or is about something, never both and never neither', async () => {
    const make = (given: Parameters<typeof createClaim>[2]) => createClaim(may('annotate', reviewer), ferry.id, given);
    expect(rules(await make({ anchor: null }))).toEqual(['anchor-or-about']);
    expect(rules(await make({ anchor: selection(ferry.text, figure), about: 'headline' }))).toEqual([
      'anchor-or-about',
    ]);
    expect(value(await make({ anchor: null, about: { image: 'A ferry at dusk' } })).kind).toBe('media');
  });

  it('may stand again elsewhere in the article', async () => {
    const made = await claim(reviewer, ferry, 'The ferry', { alsoAt: [selection(ferry.text, 'The line')] });
    expect(made.alsoAt.map(({ exact }) => exact)).toEqual(['The line']);
    expect(made.quotes).toEqual(['The ferry', 'The line']);
  });
});

describe('editing a claim', () => {
  it('refuses a stale version and shows what stands', async () => {
    const made = await claim(reviewer, ferry, figure);
    value(await edit(second, made, { statement: 'The ferry carried 41,200 people.' }));
    const late = await edit(reviewer, made, { statement: 'Another wording.' });
    expect(late).toMatchObject({
      ok: false,
      refusal: { kind: 'stale', current: { statement: 'The ferry carried 41,200 people.' } },
    });
  });

  it('leaves no trace when nothing changes', async () => {
    const made = await claim(reviewer, ferry, figure);
    expect(value(await edit(second, made, { statement: made.statement }))).toEqual(made);
  });

  it('refuses a verdict that the scale does not have', async () => {
    const made = await claim(reviewer, ferry, figure);
    expect(rules(await edit(reviewer, made, { verdict: 'pants-on-fire' }))).toEqual(['unknown-verdict']);
  });

  it('moves to a new span, whose words become the quote', async () => {
    const made = await claim(reviewer, ferry, figure);
    const moved = value(await edit(reviewer, made, { anchor: selection(ferry.text, '41,200 passengers') }));
    expect(moved.quotes).toEqual(['41,200 passengers']);
    expect(moved.digest).not.toBe(made.digest);
  });
});

describe('submission', () => {
  it('names everything that is missing', async () => {
    const made = await claim(reviewer, ferry, figure, { statement: '', verdict: 'true' });
    const result = await submitClaim(may('annotate', reviewer), made.id, [etagOf(made)]);
    expect(rules(result)).toEqual(['needs-statement', 'needs-rationale', 'needs-evidence']);
  });

  it('needs no evidence for a verdict that calls for none', async () => {
    const made = await claim(reviewer, ferry, figure, { verdict: 'not-checkable', rationale: 'A matter of taste.' });
    expect((await submit(reviewer, made)).state).toBe('submitted');
  });

  it('taken back restores the state before', async () => {
    const takeBack = (it: Claim) => takeBackClaim(may('annotate', reviewer), it.id, [etagOf(it)]);
    const first = await submitted(reviewer, ferry, figure);
    expect(value(await takeBack(first)).state).toBe('draft');
    const returned = value(
      await giveBack(editor, await submit(reviewer, await current(reviewer, first)), 'Which June?'),
    );
    const again = await submit(reviewer, returned);
    expect(value(await takeBack(again)).state).toBe('returned');
  });
});

describe('a decision', () => {
  it('belongs to one digest: a stale one is refused', async () => {
    const seen = await submitted(reviewer, ferry, figure);
    value(await edit(reviewer, seen, { rationale: 'The returns for June say so [1].' }));
    const result = await approve(editor, seen);
    expect(result.ok === false && result.refusal.kind).toBe('stale');
  });

  it('lapses by an edit and comes back when the edit is undone', async () => {
    const approved = value(await approve(editor, await submitted(reviewer, ferry, figure)));
    expect(approved.state).toBe('approved');
    const lapsed = value(await edit(reviewer, approved, { statement: 'Something else.' }));
    expect(lapsed.state).toBe('lapsed');
    expect(lapsed.approved?.content.statement).toBe(approved.statement);
    expect(value(await edit(reviewer, lapsed, { statement: approved.statement })).state).toBe('approved');
  });

  it('is not needed for a submission whose edit was undone, nor for the next edit after that', async () => {
    const approved = value(await approve(editor, await submitted(reviewer, ferry, figure)));
    const lapsed = value(await edit(reviewer, approved, { statement: 'Something else.' }));
    const again = await submit(reviewer, lapsed);
    const undone = value(await edit(reviewer, again, { statement: approved.statement }));
    expect(undone.state).toBe('approved');
    expect(value(await edit(reviewer, undone, { statement: 'Third wording.' })).state).toBe('lapsed');
  });

  it('that returned a claim is behind it once the claim is again what was approved', async () => {
    const approved = value(await approve(editor, await submitted(reviewer, ferry, figure)));
    const lapsed = value(await edit(reviewer, approved, { statement: 'Something else.' }));
    const returned = value(await giveBack(editor, await submit(reviewer, lapsed), 'No, as it was.'));
    const restored = value(await edit(reviewer, returned, { statement: approved.statement }));
    expect(restored.state).toBe('approved');
    expect(value(await edit(reviewer, restored, { statement: 'Once more.' })).state).toBe('lapsed');
  });

  it('needs a note when it returns a claim', async () => {
    expect(rules(await giveBack(editor, await submitted(reviewer, ferry, figure), ' '))).toEqual(['needs-note']);
  });

  it('is refused on a claim that nobody submitted', async () => {
    expect(rules(await approve(editor, await claim(reviewer, ferry, figure)))).toEqual(['no-approve-when-draft']);
  });

  it('is refused to everybody who contributed, and later edits by others wash nobody out', async () => {
    const own = await submitted(editor, ferry, figure);
    expect(rules(await approve(editor, own))).toEqual(['two-people']);
    const helped = value(await edit(admin, await submitted(reviewer, ferry, figure), { statement: 'Reworded.' }));
    const later = value(await edit(reviewer, helped, { statement: 'Reworded again.' }));
    expect(rules(await approve(admin, later))).toEqual(['two-people']);
    expect(value(await approve(editor, later)).state).toBe('approved');
  });

  it('is open to an editor who undid their own edit', async () => {
    const seen = await submitted(reviewer, ferry, figure);
    const touched = value(await edit(editor, seen, { statement: 'A slip of the hand.' }));
    const undone = value(await edit(editor, touched, { statement: seen.statement }));
    expect(undone.contributors).toEqual([reviewer.id]);
    expect(value(await approve(editor, undone)).state).toBe('approved');
  });

  it('is overridden by an administrator alone, with a reason that stays on record', async () => {
    const own = await submitted(editor, ferry, figure);
    const reason = { reason: 'Deadline; second pair of eyes tomorrow.' };
    expect(rules(await approve(editor, own, reason))).toEqual(['may-not-override']);
    const mine = await submitted(admin, ferry, figure);
    expect(value(await approve(admin, mine, reason)).decision?.override).toEqual(reason);
  });
});

describe('dropping', () => {
  it('is for one’s own claims, or an editor’s to do, and restores the state before', async () => {
    const seen = await submitted(reviewer, ferry, figure);
    const drop = (by: Actor, it: Claim) => dropClaim(may('drop', by), it.id, [etagOf(it)], 'Says nothing new.');
    expect(rules(await drop(second, seen))).toEqual(['may-not-drop']);
    const dropped = value(await drop(editor, seen));
    expect(dropped).toMatchObject({ state: 'dropped', dropped: { reason: 'Says nothing new.', by: editor.id } });
    expect(rules(await edit(reviewer, dropped, { statement: 'x' }))).toEqual(['no-edit-when-dropped']);
    const restored = await restoreClaim(may('drop', reviewer), dropped.id, [etagOf(dropped)]);
    expect(value(restored).state).toBe('submitted');
  });
});

describe('evidence', () => {
  const remove = (it: Claim, id = it.evidence[0]?.id ?? '') =>
    removeEvidence(may('annotate', reviewer), id, [etagOf(it)]);

  it('keeps its number for ever, also when deleted and restored', async () => {
    const proven = await prove(reviewer, await claim(reviewer, ferry, figure));
    const emptied = value(await remove(proven));
    const again = await prove(reviewer, emptied, 'A second source');
    expect(again.evidence.map(({ number }) => number)).toEqual([2]);
    const first = proven.evidence[0]?.id ?? '';
    const restored = value(await editEvidence(may('annotate', reviewer), first, [etagOf(again)], { removed: false }));
    expect(restored.claim.evidence.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('restored as it was restores the approval', async () => {
    const approved = value(await approve(editor, await submitted(reviewer, ferry, figure)));
    const lapsed = value(await remove(approved));
    expect(lapsed.state).toBe('lapsed');
    const id = approved.evidence[0]?.id ?? '';
    const back = await editEvidence(may('annotate', reviewer), id, [etagOf(lapsed)], { removed: false });
    expect(value(back).claim.state).toBe('approved');
  });

  it('of a shared source cannot be changed without naming the approvals that lapse', async () => {
    const approved = value(await approve(editor, await submitted(reviewer, ferry, figure)));
    const id = approved.evidence[0]?.source.id ?? '';
    const source = value(await readSource(may('read', second), id));
    const change = (lapses: string[]) =>
      editSource(may('annotate', second), id, [etagOf(source)], { title: 'Yearly returns', lapses });
    expect(await change([])).toMatchObject({
      ok: false,
      refusal: { problems: [{ rule: 'lapses-approval', claimId: approved.id }] },
    });
    value(await change([approved.id]));
    const now = await current(reviewer, approved);
    expect(now.state).toBe('lapsed');
    expect(now.contributors).toContain(second.id);
  });
});
