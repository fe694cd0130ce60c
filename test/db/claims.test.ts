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
import {
  article,
  claim,
  closeDesk,
  current,
  edit,
  must,
  openDesk,
  permitFor,
  person,
  prove,
  rulesOf,
  selection,
  submit,
  submitted,
} from '../desk';

let reviewer: Actor;
let second: Actor;
let editor: Actor;
let admin: Actor;
let ferry: Article & { text: string };
const figure = 'carried 41,200 passengers in June';

beforeAll(async () => {
  await openDesk();
  [reviewer, second, editor, admin] = [
    await person('reviewer'),
    await person('reviewer'),
    await person('editor'),
    await person('admin'),
  ];
  ferry = await article(reviewer);
});
afterAll(closeDesk);

const approve = (by: Actor, { id, digest }: Claim, override?: { reason: string }) =>
  decideClaim(permitFor(by, 'decide'), id, { outcome: 'approve', digest, override });
const giveBack = (by: Actor, { id, digest }: Claim, note: string) =>
  decideClaim(permitFor(by, 'decide'), id, { outcome: 'return', digest, note });

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
    const result = await createClaim(permitFor(reviewer, 'annotate'), ferry.id, { anchor: wrong });
    expect(rulesOf(result)).toEqual(['quote-mismatch']);
  });

  it('refuses offsets that were read from another revision', async () => {
    const anchor = selection(ferry.text, figure);
    const result = await createClaim(permitFor(reviewer, 'annotate'), ferry.id, { anchor, revision: 7 });
    expect(result.ok === false && result.refusal.kind).toBe('stale');
  });

  it('stands in the text or is about something, never both and never neither', async () => {
    const make = (given: Parameters<typeof createClaim>[2]) =>
      createClaim(permitFor(reviewer, 'annotate'), ferry.id, given);
    expect(rulesOf(await make({ anchor: null }))).toEqual(['anchor-or-about']);
    expect(rulesOf(await make({ anchor: selection(ferry.text, figure), about: 'headline' }))).toEqual([
      'anchor-or-about',
    ]);
    expect(must(await make({ anchor: null, about: { image: 'A ferry at dusk' } })).kind).toBe('media');
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
    must(await edit(second, made, { statement: 'The ferry carried 41,200 people.' }));
    const late = await edit(reviewer, made, { statement: 'Another wording.' });
    expect(late).toMatchObject({
      ok: false,
      refusal: { kind: 'stale', current: { statement: 'The ferry carried 41,200 people.' } },
    });
  });

  it('leaves no trace when nothing changes', async () => {
    const made = await claim(reviewer, ferry, figure);
    expect(must(await edit(second, made, { statement: made.statement }))).toEqual(made);
  });

  it('refuses a verdict that the scale does not have', async () => {
    const made = await claim(reviewer, ferry, figure);
    expect(rulesOf(await edit(reviewer, made, { verdict: 'pants-on-fire' }))).toEqual(['unknown-verdict']);
  });

  it('moves to a new span, whose words become the quote', async () => {
    const made = await claim(reviewer, ferry, figure);
    const moved = must(await edit(reviewer, made, { anchor: selection(ferry.text, '41,200 passengers') }));
    expect(moved.quotes).toEqual(['41,200 passengers']);
    expect(moved.digest).not.toBe(made.digest);
  });
});

describe('submission', () => {
  it('names everything that is missing', async () => {
    const made = await claim(reviewer, ferry, figure, { statement: '', verdict: 'true' });
    const result = await submitClaim(permitFor(reviewer, 'annotate'), made.id, [etagOf(made)]);
    expect(rulesOf(result)).toEqual(['needs-statement', 'needs-rationale', 'needs-evidence']);
  });

  it('needs no evidence for a verdict that calls for none', async () => {
    const made = await claim(reviewer, ferry, figure, { verdict: 'not-checkable', rationale: 'A matter of taste.' });
    expect((await submit(reviewer, made)).state).toBe('submitted');
  });

  it('taken back restores the state before', async () => {
    const takeBack = (it: Claim) => takeBackClaim(permitFor(reviewer, 'annotate'), it.id, [etagOf(it)]);
    const first = await submitted(reviewer, ferry, figure);
    expect(must(await takeBack(first)).state).toBe('draft');
    const returned = must(
      await giveBack(editor, await submit(reviewer, await current(reviewer, first)), 'Which June?'),
    );
    const again = await submit(reviewer, returned);
    expect(must(await takeBack(again)).state).toBe('returned');
  });
});

describe('a decision', () => {
  it('belongs to one digest: a stale one is refused', async () => {
    const seen = await submitted(reviewer, ferry, figure);
    must(await edit(reviewer, seen, { rationale: 'The returns for June say so [1].' }));
    const result = await approve(editor, seen);
    expect(result.ok === false && result.refusal.kind).toBe('stale');
  });

  it('lapses by an edit and comes back when the edit is undone', async () => {
    const approved = must(await approve(editor, await submitted(reviewer, ferry, figure)));
    expect(approved.state).toBe('approved');
    const lapsed = must(await edit(reviewer, approved, { statement: 'Something else.' }));
    expect(lapsed.state).toBe('lapsed');
    expect(lapsed.approved?.content.statement).toBe(approved.statement);
    expect(must(await edit(reviewer, lapsed, { statement: approved.statement })).state).toBe('approved');
  });

  it('is not needed for a submission whose edit was undone, nor for the next edit after that', async () => {
    const approved = must(await approve(editor, await submitted(reviewer, ferry, figure)));
    const lapsed = must(await edit(reviewer, approved, { statement: 'Something else.' }));
    const again = await submit(reviewer, lapsed);
    const undone = must(await edit(reviewer, again, { statement: approved.statement }));
    expect(undone.state).toBe('approved');
    expect(must(await edit(reviewer, undone, { statement: 'Third wording.' })).state).toBe('lapsed');
  });

  it('needs a note when it returns a claim', async () => {
    expect(rulesOf(await giveBack(editor, await submitted(reviewer, ferry, figure), ' '))).toEqual(['needs-note']);
  });

  it('is refused on a claim that nobody submitted', async () => {
    expect(rulesOf(await approve(editor, await claim(reviewer, ferry, figure)))).toEqual(['no-approve-when-draft']);
  });

  it('is refused to everybody who contributed, and later edits by others wash nobody out', async () => {
    const own = await submitted(editor, ferry, figure);
    expect(rulesOf(await approve(editor, own))).toEqual(['two-people']);
    const helped = must(await edit(admin, await submitted(reviewer, ferry, figure), { statement: 'Reworded.' }));
    const later = must(await edit(reviewer, helped, { statement: 'Reworded again.' }));
    expect(rulesOf(await approve(admin, later))).toEqual(['two-people']);
    expect(must(await approve(editor, later)).state).toBe('approved');
  });

  it('is open to an editor who undid their own edit', async () => {
    const seen = await submitted(reviewer, ferry, figure);
    const touched = must(await edit(editor, seen, { statement: 'A slip of the hand.' }));
    const undone = must(await edit(editor, touched, { statement: seen.statement }));
    expect(undone.contributors).toEqual([reviewer.id]);
    expect(must(await approve(editor, undone)).state).toBe('approved');
  });

  it('is overridden by an administrator alone, with a reason that stays on record', async () => {
    const own = await submitted(editor, ferry, figure);
    const reason = { reason: 'Deadline; second pair of eyes tomorrow.' };
    expect(rulesOf(await approve(editor, own, reason))).toEqual(['may-not-override']);
    const mine = await submitted(admin, ferry, figure);
    expect(must(await approve(admin, mine, reason)).decision?.override).toEqual(reason);
  });
});

describe('dropping', () => {
  it('is for one’s own claims, or an editor’s to do, and restores the state before', async () => {
    const seen = await submitted(reviewer, ferry, figure);
    const drop = (by: Actor, it: Claim) => dropClaim(permitFor(by, 'drop'), it.id, [etagOf(it)], 'Says nothing new.');
    expect(rulesOf(await drop(second, seen))).toEqual(['may-not-drop']);
    const dropped = must(await drop(editor, seen));
    expect(dropped).toMatchObject({ state: 'dropped', dropped: { reason: 'Says nothing new.', by: editor.id } });
    expect(rulesOf(await edit(reviewer, dropped, { statement: 'x' }))).toEqual(['no-edit-when-dropped']);
    const restored = await restoreClaim(permitFor(reviewer, 'drop'), dropped.id, [etagOf(dropped)]);
    expect(must(restored).state).toBe('submitted');
  });
});

describe('evidence', () => {
  const remove = (it: Claim, id = it.evidence[0]?.id ?? '') =>
    removeEvidence(permitFor(reviewer, 'annotate'), id, [etagOf(it)]);

  it('keeps its number for ever, also when deleted and restored', async () => {
    const proven = await prove(reviewer, await claim(reviewer, ferry, figure));
    const emptied = must(await remove(proven));
    const again = await prove(reviewer, emptied, 'A second source');
    expect(again.evidence.map(({ number }) => number)).toEqual([2]);
    const first = proven.evidence[0]?.id ?? '';
    const restored = must(
      await editEvidence(permitFor(reviewer, 'annotate'), first, [etagOf(again)], { removed: false }),
    );
    expect(restored.claim.evidence.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('restored as it was restores the approval', async () => {
    const approved = must(await approve(editor, await submitted(reviewer, ferry, figure)));
    const lapsed = must(await remove(approved));
    expect(lapsed.state).toBe('lapsed');
    const id = approved.evidence[0]?.id ?? '';
    const back = await editEvidence(permitFor(reviewer, 'annotate'), id, [etagOf(lapsed)], { removed: false });
    expect(must(back).claim.state).toBe('approved');
  });

  it('of a shared source cannot be changed without naming the approvals that lapse', async () => {
    const approved = must(await approve(editor, await submitted(reviewer, ferry, figure)));
    const id = approved.evidence[0]?.source.id ?? '';
    const source = must(await readSource(permitFor(second, 'read'), id));
    const change = (lapses: string[]) =>
      editSource(permitFor(second, 'annotate'), id, [etagOf(source)], { title: 'Yearly returns', lapses });
    expect(await change([])).toMatchObject({
      ok: false,
      refusal: { problems: [{ rule: 'lapses-approval', claimId: approved.id }] },
    });
    must(await change([approved.id]));
    const now = await current(reviewer, approved);
    expect(now.state).toBe('lapsed');
    expect(now.contributors).toContain(second.id);
  });
});
