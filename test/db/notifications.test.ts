import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticle } from '@/db/articles/read';
import { editArticle } from '@/db/articles/write';
import { listClaims } from '@/db/claims/read';
import { addComment } from '@/db/discussion/open';
import { countUnread, listNotifications } from '@/db/notifications/read';
import { publishDue } from '@/db/schedules/due';
import { scheduleEdition } from '@/db/schedules/schedule';
import { askSecondVerdict, takeSecondVerdict } from '@/db/second-verdicts/ask';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { readPolicy, setPolicy } from '@/db/second-verdicts/policy';
import { etagOf } from '@/domain/canonical';
import { mentionOf } from '@/domain/mention';
import { type Checking, checking } from '@/test/builders/checked';
import { current, edit } from '@/test/checking';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let chief: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  chief = await newPerson('editor', 'Chief');
});
afterAll(() => desk.close());

const told = ({ actor }: TestPerson) => listNotifications(may('read', actor), { limit: 50 });
const kinds = async (who: TestPerson) => (await told(who)).map(({ kind }) => kind);
const assign = async ({ article: { id }, editor }: Checking, assignees: TestPerson[]) => {
  const { actor } = editor;
  const now = value(await readArticle(may('read', actor), id));
  value(await editArticle(may('annotate', actor), id, [etagOf(now)], { assignees: assignees.map((one) => one.id) }));
};
const file = async (who: TestPerson, at: Checking, id: string, verdict: string) => {
  const seen = await current(who.actor, await at.now(id));
  const given = { verdict, rationale: 'I counted again [1].', evidence: [1] };
  return value(await fileSecondVerdict(may('annotate', who.actor), id, [etagOf(seen)], given));
};

/** A submitted claim whose second verdict the chief asked of somebody. */
async function asked() {
  const at = await checking();
  const id = await at.draft('41,200 containers');
  await at.submit(id);
  const second = await newPerson('reviewer');
  value(await askSecondVerdict(may('decide', chief.actor), id, second.id));
  return { at, id, second };
}

describe('the bell of who is asked for a second verdict', () => {
  it('says who asks and on which claim, and is silent on all else of it until they have filed', async () => {
    const { at, id, second } = await asked();
    value(await addComment(may('annotate', at.reviewer.actor), id, { body: `Look. ${mentionOf(second.id)}` }));
    expect(await told(second)).toMatchObject([
      { kind: 'second-verdict', by: chief.id, claimId: id, number: null, readAt: null },
    ]);
    expect(await countUnread(may('read', second.actor))).toBe(1);
    await file(second, at, id, 'true');
    expect(await kinds(second)).toEqual(['mentioned', 'second-verdict']);
  });

  it('is silent on an edition of the article that failed, which may be for the first verdict', async () => {
    const { at, id, second } = await asked();
    const editor = await newPerson('editor');
    await assign(at, [second, editor]);
    await at.approved('300 people');
    const hour = new Date(Date.now() + 3_600_000);
    const permit = may('publish', at.editor.actor);
    value(await scheduleEdition(permit, at.article.id, { at: hour.toISOString() }, null));
    value(await askSecondVerdict(may('decide', chief.actor), await at.approved('a record'), editor.id));
    await at.drop(id);
    await failing(at, hour);
    expect(await kinds(editor)).toEqual(['second-verdict', 'assigned']);
    expect(await kinds(at.editor)).toContain('not-published');
  });

  it('does not tell who took it themselves', async () => {
    const at = await checking();
    const permit = may('decide', chief.actor);
    const before = value(await readPolicy(permit, at.article.id));
    value(await setPolicy(permit, at.article.id, [etagOf(before)], { ...before, share: 100 }));
    const id = await at.draft('41,200 containers');
    await at.submit(id);
    const taker = await newPerson('reviewer');
    await assign(at, [chief, taker]);
    value(await takeSecondVerdict(may('annotate', taker.actor), id));
    expect(await kinds(taker)).toEqual(['assigned']);
    await file(taker, at, id, 'false');
    expect((await told(chief))[0]).toMatchObject({ kind: 'adjudicate', by: taker.id, claimId: id });
    expect(await kinds(taker)).toEqual(['assigned']);
  });
});

/** Has the scheduled edition of an article fail at its hour, since nothing that its scheduler saw is approved any more. */
async function failing(at: Checking, hour: Date) {
  const claims = value(await listClaims(may('read', at.editor.actor), at.article.id));
  for (const { id, state } of claims) if (state === 'approved') await at.drop(id);
  while (await publishDue(hour));
}

describe('the editor who asked for a second verdict', () => {
  it('is told that it is the same, or that two differ for them to adjudicate', async () => {
    const same = await asked();
    await file(same.second, same.at, same.id, 'true');
    const differing = await asked();
    await file(differing.second, differing.at, differing.id, 'false');
    expect((await told(chief)).slice(0, 2)).toMatchObject([
      { kind: 'adjudicate', by: differing.second.id, claimId: differing.id },
      { kind: 'agreed', by: same.second.id, claimId: same.id },
    ]);
    expect(await kinds(differing.at.reviewer)).toEqual([]);
  });

  it('is not sent to adjudicate their own: the article’s other editors are', async () => {
    const { at, id, second } = await asked();
    const [other, reviewer] = [await newPerson('editor'), await newPerson('reviewer')];
    await assign(at, [chief, other, reviewer]);
    const before = (await kinds(chief)).length;
    value(await edit(chief.actor, await at.now(id), { rationale: 'The table says so, on page 2 [1].' }));
    await file(second, at, id, 'mixed');
    expect((await kinds(chief)).length).toBe(before);
    expect(await kinds(other)).toEqual(['adjudicate', 'assigned']);
    expect(await kinds(reviewer)).toEqual(['assigned']);
  });
});

describe('a scheduled edition that failed', () => {
  it('is told of to its scheduler and to the editors of its article, and to nobody else', async () => {
    const at = await checking();
    await at.approved('41,200 containers');
    const [editor, reviewer, elsewhere] = [
      await newPerson('editor'),
      await newPerson('reviewer'),
      await newPerson('editor'),
    ];
    await assign(at, [editor, reviewer]);
    const hour = new Date(Date.now() + 3_600_000);
    value(await scheduleEdition(may('publish', at.editor.actor), at.article.id, { at: hour.toISOString() }, null));
    await failing(at, hour);
    expect(await told(at.editor)).toMatchObject([
      { kind: 'not-published', by: null, articleId: at.article.id, claimId: null, number: 1 },
    ]);
    expect(await kinds(editor)).toEqual(['not-published', 'assigned']);
    expect(await kinds(reviewer)).toEqual(['assigned']);
    expect(await kinds(elsewhere)).toEqual([]);
  });
});
