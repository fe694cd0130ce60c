import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listActivity } from '@/db/activity';
import { database } from '@/db/client';
import { editComment, withdrawComment } from '@/db/discussion/edit';
import { addComment, openThread } from '@/db/discussion/open';
import { listComments, listThreads, readThread } from '@/db/discussion/read';
import { reply } from '@/db/discussion/reply';
import { reopenThread, resolveThread } from '@/db/discussion/resolve';
import { editPerson } from '@/db/people/people';
import { addRevision } from '@/db/revisions/add';
import { commentVersions } from '@/db/schema';
import { verifyActivity } from '@/db/verify';
import type { Article } from '@/domain/article';
import { etagOf } from '@/domain/canonical';
import type { Comment, Thread } from '@/domain/discussion';
import { mentionOf } from '@/domain/mention';
import type { Actor } from '@/domain/permission';
import { article, claim, prove, revised, sampleText, selection } from '../checking';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
let editor: TestPerson;
let ferry: Article & { text: string };

beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
  editor = await newPerson('editor');
  ferry = await article(reviewer.actor);
});
afterAll(() => desk.close());

const annotate = (by: TestPerson) => may('annotate', by.actor);
const onClaim = async (body = 'Who counted them?'): Promise<Comment> => {
  const { id } = await claim(reviewer.actor, ferry, '41,200 passengers');
  return value(await addComment(annotate(reviewer), id, { body }));
};
const thread = async (id: string): Promise<Thread> => value(await readThread(may('read', reviewer.actor), id));
const answer = async (to: { threadId: string }, body: string, by = editor): Promise<Comment> =>
  value(await reply(annotate(by), to.threadId, body));

describe('a thread', () => {
  it('is on a claim, on a piece of its evidence or on words of the article', async () => {
    const proven = await prove(reviewer.actor, await claim(reviewer.actor, ferry, 'in 1974'));
    const evidenceId = proven.evidence[0]!.id;
    value(await addComment(annotate(editor), proven.id, { body: 'On the claim.' }));
    value(await addComment(annotate(editor), proven.id, { body: 'On the evidence.', evidenceId }));
    const anchor = selection(ferry.text, 'each winter');
    value(await openThread(annotate(editor), ferry.id, { body: 'On words.', anchor, revision: 1 }));
    const all = value(await listThreads(may('read', reviewer.actor), ferry.id));
    expect(all.slice(-3).map(({ claimId, evidenceId, quote }) => [claimId, evidenceId, quote])).toEqual([
      [proven.id, null, null],
      [proven.id, evidenceId, null],
      [null, null, 'each winter'],
    ]);
    const said = value(await listComments(may('read', reviewer.actor), proven.id, { limit: 10 }));
    expect(said.map(({ body }) => body)).toEqual(['On the claim.', 'On the evidence.']);
  });

  it('is on nothing that is not there: other words, or evidence of another claim', async () => {
    const proven = await prove(reviewer.actor, await claim(reviewer.actor, ferry, 'in 1974'));
    const other = await claim(reviewer.actor, ferry, 'each winter');
    const evidenceId = proven.evidence[0]!.id;
    expect(rules(await addComment(annotate(editor), other.id, { body: 'Hm.', evidenceId }))).toEqual([
      'not-its-evidence',
    ]);
    const anchor = { ...selection(ferry.text, 'each winter'), exact: 'every winter' };
    expect(rules(await openThread(annotate(editor), ferry.id, { body: 'Hm.', anchor }))).toEqual(['quote-mismatch']);
  });

  it('is resolved as it was read, and an answer opens it again', async () => {
    const first = await onClaim();
    const read = await thread(first.threadId);
    await answer(first, 'The port did.');
    const late = await resolveThread(annotate(reviewer), read.id, [etagOf(read)]);
    expect(late).toMatchObject({ ok: false, refusal: { kind: 'stale', current: { id: read.id } } });
    const now = await thread(read.id);
    const resolved = value(await resolveThread(annotate(reviewer), read.id, [etagOf(now)]));
    expect(resolved.resolved).toMatchObject({ by: reviewer.id });
    await answer(first, 'But how?');
    expect((await thread(read.id)).resolved).toBeNull();
    expect(rules(await reopenThread(annotate(editor), read.id, [etagOf(await thread(read.id))]))).toEqual([
      'already-open',
    ]);
  });
});

describe('a comment', () => {
  it('keeps each of its versions to be read', async () => {
    const said = await onClaim('Who countd them?');
    const edited = value(await editComment(annotate(reviewer), said.id, [etagOf(said)], 'Who counted them?'));
    expect(edited).toMatchObject({ body: 'Who counted them?', earlier: [{ body: 'Who countd them?' }] });
    expect(edited.editedAt).not.toBeNull();
    expect(value(await editComment(annotate(reviewer), said.id, [etagOf(edited)], edited.body))).toEqual(edited);
  });

  it('is changed and withdrawn by whoever wrote it and nobody else, an administrator neither', async () => {
    const said = await onClaim();
    const admin = await newPerson('admin');
    for (const by of [editor, admin]) {
      expect(rules(await editComment(annotate(by), said.id, [etagOf(said)], 'Mine.'))).toEqual(['not-yours']);
      expect(rules(await withdrawComment(annotate(by), said.id, [etagOf(said)]))).toEqual(['not-yours']);
    }
  });

  it('leaves its place when it is withdrawn and none of its words, in no version and not in the log', async () => {
    const said = await onClaim('The zephyr did it.');
    const edited = value(await editComment(annotate(reviewer), said.id, [etagOf(said)], 'The zephyrs did it.'));
    await answer(said, 'Please keep to the matter.');
    const gone = value(await withdrawComment(annotate(reviewer), said.id, [etagOf(edited)]));
    expect(gone).toMatchObject({ body: '', earlier: [], createdBy: reviewer.id });
    expect((await thread(said.threadId)).comments.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([
      true,
      false,
    ]);
    const log = value(await listActivity(may('read', editor.actor), ferry.id, { limit: 200 }));
    expect(JSON.stringify(log)).not.toContain('zephyr');
    expect(JSON.stringify(await database().read.select().from(commentVersions))).not.toContain('zephyr');
    expect(await verifyActivity(may('administer', (await newPerson('admin')).actor))).toMatchObject({ broken: null });
    expect(rules(await editComment(annotate(reviewer), said.id, [etagOf(gone)], 'Again.'))).toEqual([
      'comment-withdrawn',
    ]);
  });

  it('mentions people of the desk by id, through their renaming, and nobody else', async () => {
    const said = await onClaim(`Ask ${mentionOf(editor.id)}.`);
    expect(said.mentions).toEqual([editor.id]);
    const row = value(await editPerson(may('read', editor.actor), editor.id, 'any', { name: 'Somebody New' }));
    expect(row.name).toBe('Somebody New');
    expect((await thread(said.threadId)).comments[0]!.mentions).toEqual([editor.id]);
    const { id } = await claim(reviewer.actor, ferry, '41,200 passengers');
    expect(rules(await addComment(annotate(reviewer), id, { body: 'Ask @{nobody}.' }))).toEqual(['unknown-person']);
  });
});

describe('a thread on words of the article', () => {
  const follow = async (text: string) => {
    const on = await article(reviewer.actor);
    const anchor = selection(sampleText, 'opened in 1974');
    const made = value(await openThread(annotate(editor), on.id, { body: 'Sure?', anchor }));
    const to = async (next: string) => {
      value(await addRevision(may('annotate', reviewer.actor), on.id, revised(next)));
      return (await thread(made.id)).anchor!;
    };
    return { first: await to(text), to };
  };

  it('follows them into a new revision', async () => {
    const { first } = await follow(`A new first line.\n${sampleText}`);
    expect(first).toMatchObject({
      ...{ revision: 2, state: 'exact', exact: 'opened in 1974' },
      start: sampleText.indexOf('opened in 1974') + 'A new first line.\n'.length,
    });
  });

  it('is shown as changed where the words differ, and as lost, never dropped, where they are gone', async () => {
    const { first, to } = await follow(sampleText.replace('1974', '1975'));
    expect(first).toMatchObject({ state: 'changed', exact: 'opened in 1975' });
    expect(await to('HARBOUR CITY — Something else altogether.')).toMatchObject({ state: 'lost' });
    expect(await to(sampleText)).toMatchObject({ revision: 4, exact: 'opened in 1974' });
  });

  it('is refused on a revision that is not the newest', async () => {
    const anchor = selection(ferry.text, 'each winter');
    const late = await openThread(may('annotate', editor.actor as Actor), ferry.id, {
      body: 'Hm.',
      anchor,
      revision: 9,
    });
    expect(rules(late)).toEqual(['stale-revision']);
  });
});
