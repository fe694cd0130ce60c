import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listArticles } from '@/db/articles/read';
import { editArticle } from '@/db/articles/write';
import { actOnClaims } from '@/db/claims/acts';
import { createClaim } from '@/db/claims/create';
import { decideClaim } from '@/db/claims/decide';
import { dropClaim, restoreClaim } from '@/db/claims/drop';
import { stateOfRows } from '@/db/claims/present';
import { claimRows } from '@/db/claims/rows';
import { settleClaim } from '@/db/claims/settle';
import { database } from '@/db/client';
import { boardOf, listBriefs } from '@/db/desk/briefs';
import { waitingFor } from '@/db/desk/waiting';
import { remindOfDue } from '@/db/notifications/due';
import { countUnread, listNotifications, markAllRead, markRead, setSettings } from '@/db/notifications/read';
import { etagOf } from '@/domain/canonical';
import type { ClaimFilter } from '@/domain/claim-filter';
import type { Act } from '@/domain/contract/board';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const told = async ({ actor }: TestPerson) =>
  (await listNotifications(may('read', actor), { limit: 50 })).map(({ kind, claimId, number }) => [
    kind,
    claimId,
    number,
  ]);
const article = async (at: Checking, patch: Parameters<typeof editArticle>[3]) => {
  const before = value(await editArticle(may('annotate', at.editor.actor), at.article.id, [etagOf(at.article)], patch));
  at.article = before;
  return before;
};
const picked = async (at: Checking, filter: ClaimFilter, sort?: 'due' | 'oldest' | 'newest' | 'article') => {
  const asked = { ...filter, article: at.article.id };
  return value(await listBriefs(may('read', at.editor.actor), asked, { sort, limit: 50 })).items.map(({ id }) => id);
};
const acted = async ({ actor }: TestPerson, act: Act, ids: string[]) =>
  value(await actOnClaims(may('annotate', actor), { act, claims: ids.map((id) => ({ id })) }));
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('a claim that is assigned with a due time', () => {
  it('keeps its digest and its approval, and tells whom it is assigned to, but nobody of their own deed', async () => {
    const at = await checking();
    const id = await at.approved('41,200 containers');
    const second = await newPerson('reviewer');
    const before = await at.now(id);
    const after = await at.edit(id, { assignee: second.id, dueAt: '2026-12-01T18:30:00+00:00'.replace('+00:00', 'Z') });
    expect(after).toMatchObject({ state: 'approved', digest: before.digest, dueAt: '2026-12-01T18:30:00.000Z' });
    expect(after.contributors).toEqual(before.contributors);
    expect(await told(second)).toEqual([['assigned', id, null]]);
    expect((await told(at.reviewer)).map(([kind]) => kind)).toEqual(['approved']);
  });

  it('waits for that person with who assigned it, what is overdue before all else', async () => {
    const at = await checking();
    const [early, late, returned] = [
      await at.draft('41,200 containers'),
      await at.draft('a record'),
      await at.draft('It will employ 300 people.', { assignee: at.reviewer.id }),
    ];
    const { digest } = await at.submit(returned);
    value(await decideClaim(may('decide', at.editor.actor), returned, { outcome: 'return', digest, note: 'Which?' }));
    await at.edit(early, { assignee: at.reviewer.id });
    await at.edit(late, { assignee: at.reviewer.id, dueAt: inHours(-1) });
    const { items } = await waitingFor(may('read', at.reviewer.actor));
    expect(items.map(({ claimId, reasons }) => [claimId, reasons.map(({ kind }) => kind)])).toEqual([
      [late, ['assigned']],
      [returned, ['returned']],
      [early, ['assigned']],
    ]);
    expect(items[1]?.reasons[0]).toMatchObject({ by: at.editor.id, note: 'Which?' });
    expect(items[0]?.reasons[0]).toMatchObject({ by: at.reviewer.id });
  });
});

describe('an article', () => {
  it('is seen through by several people, who are told, and waits for each until it is published', async () => {
    const at = await checking();
    const second = await newPerson('reviewer');
    const dueAt = '2026-12-02T09:00:00.000Z';
    const { assignees } = await article(at, { assignees: [second.id, at.editor.id, second.id], dueAt });
    expect(assignees).toEqual([second.id, at.editor.id]);
    expect(await told(second)).toEqual([['assigned', null, null]]);
    const found = await listArticles(may('read', at.reviewer.actor), { assignee: second.id, limit: 5 });
    expect(found.map(({ id }) => id)).toEqual([at.article.id]);
    await remindOfDue(Date.parse(dueAt) - 60_000);
    expect((await told(second))[0]).toEqual(['due-soon', null, null]);
    const { items } = await waitingFor(may('read', second.actor));
    expect(items).toMatchObject([{ claimId: null, articleId: at.article.id, dueAt, reasons: [{ by: at.editor.id }] }]);

    await at.approved('41,200 containers');
    value(await at.publish());
    expect((await waitingFor(may('read', second.actor))).items).toEqual([]);
    expect((await told(second))[0]).toEqual(['published', null, 1]);
    expect((await told(at.editor)).filter(([kind]) => kind === 'published')).toEqual([]);
  });

  it('is assigned to nobody who is not of the desk', async () => {
    const at = await checking();
    const asked = { assignees: ['somebody-else'] };
    const answer = await editArticle(may('annotate', at.editor.actor), at.article.id, [etagOf(at.article)], asked);
    expect(rules(answer)).toEqual(['unknown-assignee']);
  });
});

describe('people are told', () => {
  it('of claims that were returned or whose words changed, unless they do not want to be', async () => {
    const at = await checking();
    const id = await at.draft('41,200 containers');
    const { digest } = await at.submit(id);
    value(await decideClaim(may('decide', at.editor.actor), id, { outcome: 'return', digest, note: 'Count again.' }));
    const second = await newPerson('reviewer');
    await at.edit(id, { assignee: second.id });
    value(await setSettings(may('read', second.actor), { muted: ['assigned'] }));
    await at.revise(at.text.replace('41,200', '41,900'));
    expect(await told(at.reviewer)).toEqual([['returned', id, null]]); // the revision was their own
    expect((await told(second))[0]).toEqual(['changed', id, 2]);
    await at.edit(id, { assignee: null });
    await at.edit(id, { assignee: second.id });
    expect(await told(second)).toHaveLength(2);
  });

  it('once when something of theirs is due within the hour, and once when its time has passed', async () => {
    const at = await checking();
    const id = await at.draft('41,200 containers');
    await at.edit(id, { assignee: at.reviewer.id, dueAt: inHours(0.5) });
    await remindOfDue();
    await remindOfDue();
    expect(await told(at.reviewer)).toEqual([['due-soon', id, null]]);
    await remindOfDue(Date.now() + 3_600_000);
    expect((await told(at.reviewer))[0]).toEqual(['overdue', id, null]);
    value(await setSettings(may('read', at.reviewer.actor), { muted: ['due-soon'] }));
    await at.edit(id, { dueAt: inHours(0.6) });
    expect(await remindOfDue()).toBe(0);
  });

  it('and mark what they read, one or all up to what they saw', async () => {
    const at = await checking();
    const ids = [await at.draft('41,200 containers'), await at.draft('a record'), await at.draft('300 people')];
    const second = await newPerson('reviewer');
    for (const id of ids) await at.edit(id, { assignee: second.id });
    const read = may('read', second.actor);
    const [newest, middle, first] = await listNotifications(read, { limit: 50 });
    expect(value(await markRead(read, middle!.id))).toBe(2);
    expect(rules(await markRead(may('read', at.editor.actor), middle!.id))).toEqual(['no-such-notification']);
    expect(value(await markAllRead(read, middle!.id))).toBe(1);
    expect((await listNotifications(read, { unreadOnly: true, limit: 50 })).map(({ id }) => id)).toEqual([newest!.id]);
    expect(value(await markAllRead(read))).toBe(0);
    expect(await countUnread(read)).toBe(0);
    expect(first?.statement).toBe('41,200 containers');
  });
});

describe('the board', () => {
  it('shows the claims of each state by due time, and picks them by whatever one asks for', async () => {
    const at = await checking();
    const [plain, due, sent] = [
      await at.draft('41,200 containers', { claimant: { name: 'Ada Lund', type: 'person' } }),
      await at.draft('a record', { kind: 'opinion', verdict: 'false' }),
      await at.draft('300 people'),
    ];
    await at.edit(due, { dueAt: inHours(2), assignee: at.editor.id });
    await at.submit(sent);
    const columns = await boardOf(may('read', at.editor.actor), { article: at.article.id }, 20);
    expect(columns.map(({ state, count, items }) => [state, count, items.map(({ id }) => id)])).toEqual([
      ['draft', 2, [due, plain]],
      ['submitted', 1, [sent]],
      ['returned', 0, []],
      ['lapsed', 0, []],
      ['approved', 0, []],
    ]);
    const found = async (filter: ClaimFilter) => picked(at, filter);
    expect(await found({ claimant: 'lund' })).toEqual([plain]);
    expect(await found({ kind: 'opinion' })).toEqual([due]);
    expect(await found({ verdict: 'false' })).toEqual([due]);
    expect(await found({ assignee: 'nobody' })).toEqual([plain, sent]);
    expect(await found({ assignee: at.editor.id })).toEqual([due]);
    expect(await found({ due: 'day' })).toEqual([due]);
    expect(await found({ due: 'overdue' })).toEqual([]);
    expect(await found({ due: 'none', state: 'submitted,returned' })).toEqual([sent]);
    expect(await found({ q: 'containers 41,200' })).toEqual([plain]);
    expect(await found({ creator: at.editor.id })).toEqual([]);
    await at.revise(at.text.replace('41,200', '41,900'));
    expect(await found({ unsettled: 'changed' })).toEqual([plain]);
    expect(await found({ unsettled: 'lost' })).toEqual([]);
  });

  it('goes through a list page by page in every order, without losing or repeating one', async () => {
    const at = await checking();
    const more = await checking({}, at);
    const ids = [];
    for (const [n, on] of [at, more, at, more, at].entries()) {
      const id = await on.draft(null, { about: 'article', statement: `Number ${n}.` });
      if (n % 2 === 0) await on.edit(id, { dueAt: inHours(9 - n) });
      ids.push(id);
    }
    for (const sort of ['due', 'oldest', 'newest', 'article'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page: { items: { id: string }[]; next?: string } = value(
          await listBriefs(may('read', at.editor.actor), { creator: at.reviewer.id }, { sort, cursor, limit: 2 }),
        );
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor);
      expect([...seen].sort()).toEqual([...ids].sort());
      if (sort === 'due') expect(seen).toEqual([ids[4], ids[2], ids[0], ids[1], ids[3]]);
      if (sort === 'newest') expect(seen).toEqual([...ids].reverse());
    }
    const foreign = { cursor: `${'1'.repeat(20)}_${'z'.repeat(20)}`, limit: 2 };
    expect(rules(await listBriefs(may('read', at.editor.actor), {}, foreign))).toEqual(['cursor']);
  });
});

describe('acting on several claims at once', () => {
  it('does what can be done, tells of each other why not, and says what it takes to undo', async () => {
    const at = await checking();
    const [ready, bare, gone] = [
      await at.draft('41,200 containers'),
      await at.draft('a record', { rationale: '' }),
      await at.draft('300 people'),
    ];
    await at.drop(gone);
    const outcomes = await acted(at.reviewer, { do: 'submit' }, [ready, bare, gone, 'none']);
    expect(outcomes.map(({ done, problems }) => [done, problems.map(({ rule }) => rule)])).toEqual([
      [true, []],
      [false, ['needs-rationale']],
      [false, ['no-submit-when-dropped']],
      [false, ['no-such-claim']],
    ]);
    expect(outcomes[0]?.claim).toMatchObject({ state: 'submitted' });
    expect(await at.now(bare)).toMatchObject({ state: 'draft' });

    const second = await newPerson('reviewer');
    await acted(at.editor, { do: 'assign', assignee: second.id }, [ready, bare]);
    const [, , third] = await acted(at.editor, { do: 'drop', reason: 'Twice.' }, [ready, bare, gone]);
    expect(third?.problems.map(({ rule }) => rule)).toEqual(['no-drop-when-dropped']);
    const [restored] = await acted(at.editor, { do: 'restore' }, [gone]);
    expect(restored).toMatchObject({ was: { dropReason: 'A duplicate.' }, claim: { state: 'draft' } });
    expect((await acted(second, { do: 'restore' }, [bare]))[0]?.problems.map(({ rule }) => rule)).toEqual([
      'may-not-drop',
    ]);
  });

  it('leaves alone a claim that changed since it was seen', async () => {
    const at = await checking();
    const id = await at.draft('41,200 containers');
    const { updatedAt } = await at.now(id);
    await at.edit(id, { rationale: 'Counted again.' });
    const asked = { act: { do: 'submit' }, claims: [{ id, updatedAt }] } as const;
    const [outcome] = value(
      await actOnClaims(may('annotate', at.editor.actor), { ...asked, claims: [...asked.claims] }),
    );
    expect(outcome).toMatchObject({ done: false, problems: [{ rule: 'stale' }], claim: { state: 'draft' } });
  });
});

it('keeps with each claim the state that its rows say, whatever was done to it', async () => {
  const at = await checking();
  const [first, second, third] = [
    await at.approved('41,200 containers'),
    await at.approved('a record'),
    await at.draft('300 people'),
  ];
  const was = await at.now(second);
  await at.edit(second, { statement: 'Something else.' });
  const { digest } = await at.submit(second);
  value(await decideClaim(may('decide', at.editor.actor), second, { outcome: 'return', digest, note: 'No.' }));
  await at.edit(second, { statement: was.statement });
  const version = async (id: string) => [etagOf(await at.now(id))];
  value(await dropClaim(may('drop', at.editor.actor), third, await version(third), 'No claim.'));
  value(await restoreClaim(may('drop', at.editor.actor), third, await version(third)));
  await at.revise(at.text.replace('41,200', '41,900'));
  value(
    await settleClaim(may('annotate', at.reviewer.actor), first, await version(first), {
      way: 'new-words',
      revision: 2,
    }),
  );
  value(await createClaim(may('annotate', at.reviewer.actor), at.article.id, { anchor: null, about: 'article' }));
  const all = await claimRows(database().read, undefined);
  expect(all.map(({ claim }) => claim.state)).toEqual(all.map(stateOfRows));
  expect(new Set(all.map(({ claim }) => claim.state)).size).toBeGreaterThanOrEqual(5);
});
