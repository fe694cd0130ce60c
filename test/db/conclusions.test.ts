import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { editConclusion } from '@/db/conclusions/change';
import { nextEdition } from '@/db/editions/next';
import { editDesk, readDesk } from '@/db/people/desk';
import { activity } from '@/db/schema';
import { etagOf } from '@/domain/canonical';
import { conclusionKey } from '@/domain/conclusion';
import { type Checking, checking } from '@/test/builders/checked';
import { concluding } from '@/test/builders/concluded';
import { may, newPerson, openDesk, rules, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
let on: ReturnType<typeof concluding>;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  at = await checking();
  on = concluding(at.article.id, at);
});
afterAll(() => desk.close());

const words = 'Most of what the article says about the harbour **holds**.';
const next = async (asLastApproved: string[] = []) =>
  value(await nextEdition(may('read', at.editor.actor), at.article.id, asLastApproved)).next;

describe('a conclusion', () => {
  test('that nobody wrote is an empty draft, which can be written against', async () => {
    expect(await on.now()).toMatchObject({
      state: 'draft',
      text: '',
      contributors: [],
      updatedAt: null,
      approved: null,
    });
    expect(await on.write(words)).toMatchObject({ state: 'draft', text: words, contributors: [at.reviewer.id] });
  });

  test('is submitted, approved by somebody else, and goes out', async () => {
    await at.approved('41,200 containers');
    await on.approved(words);
    expect(await on.now()).toMatchObject({ state: 'approved', approved: { text: words } });
    const { conclusion, payload } = await next();
    expect(conclusion).toEqual({ state: 'approved', fate: 'goes-out', text: words });
    expect(payload.frame.conclusion).toMatchObject({ text: words, approvedAt: expect.any(String) });
    expect(value(await at.publish()).number).toBe(1);
  });

  test('has to say something before it is submitted', async () => {
    expect(rules(await on.submit())).toEqual(['needs-conclusion']);
    await on.write('  \n');
    expect(rules(await on.submit())).toEqual(['needs-conclusion']);
  });

  test('lapses by an edit, and comes back when that is undone', async () => {
    await on.approved(words);
    expect((await on.write('None of it holds.')).state).toBe('lapsed');
    value(await on.submit());
    expect((await on.now()).state).toBe('submitted');
    expect(await on.write(words)).toMatchObject({ state: 'approved', submitted: null });
    expect((await on.write('None of it holds, again.')).state).toBe('lapsed');
  });

  test('taken back is what it was before', async () => {
    await on.write(words);
    value(await on.submit());
    expect(value(await on.takeBack()).state).toBe('draft');
    expect(rules(await on.takeBack())).toEqual(['no-take-back-when-draft']);
  });

  test('is returned with a note, and waits no more', async () => {
    await on.write(words);
    value(await on.submit());
    expect(rules(await on.decide({ outcome: 'return' }))).toEqual(['needs-note']);
    const returned = value(await on.decide({ outcome: 'return', note: 'Say which part does not.' }));
    expect(returned).toMatchObject({ state: 'returned', decision: { note: 'Say which part does not.' } });
  });

  test('is decided on in one exact state', async () => {
    await on.write(words);
    const { digest } = value(await on.submit());
    await on.write(`${words} Not all.`);
    expect(rules(await on.decide({ digest }))).toEqual(['stale']);
    expect((await on.now()).state).toBe('submitted');
  });

  test('is written against the version that stands', async () => {
    const seen = [etagOf(await on.now())];
    await on.write(words);
    const late = await editConclusion(may('annotate', at.editor.actor), at.article.id, seen, 'Mine.');
    expect(late).toMatchObject({ refusal: { kind: 'stale', current: { text: words } } });
    expect(rules(await editConclusion(may('annotate', at.editor.actor), at.article.id, null, 'Mine.'))).toEqual([
      'needs-if-match',
    ]);
  });

  test('is not approved by who wrote a part of it, unless that was undone', async () => {
    await on.write(words);
    const admin = await newPerson('admin');
    await on.write(`${words} Says the editor.`, at.editor);
    value(await on.submit());
    expect(rules(await on.decide({}))).toEqual(['two-people']);
    expect(rules(await on.decide({ override: { reason: 'Deadline.' } }))).toEqual(['may-not-override']);
    await on.write(words, at.editor);
    expect(value(await on.decide({})).state).toBe('approved');
    await on.write(`${words} Says the administrator.`, admin);
    value(await on.submit());
    const overridden = value(await on.decide({ override: { reason: 'Nobody else is here.' } }, admin));
    expect(overridden).toMatchObject({ state: 'approved', decision: { override: { reason: 'Nobody else is here.' } } });
  });

  test('is decided on by one person at a desk of one', async () => {
    const admin = await newPerson('admin');
    const size = async (to: 'one' | 'several') => {
      const before = await readDesk(may('read', admin.actor));
      value(await editDesk(may('administer', admin.actor), [etagOf(before)], { size: to }));
    };
    await size('one');
    await on.write(words, at.editor);
    value(await on.submit());
    const { state, decision } = value(await on.decide({}));
    await size('several');
    expect([state, decision?.override]).toEqual(['approved', null]);
  });

  test('goes out as last approved where the editor says so', async () => {
    await at.approved('41,200 containers');
    await on.approved(words);
    await on.write('None of it holds.');
    expect((await next()).conclusion).toEqual({ state: 'lapsed', fate: 'stays-out', text: 'None of it holds.' });
    expect((await next([conclusionKey])).payload.frame.conclusion?.text).toBe(words);
    value(await at.publish({ asLastApproved: [conclusionKey] }));
    await on.write('');
    expect((await next()).payload.frame.conclusion).toBeUndefined();
    expect((await next()).differences).toMatchObject([{ kind: 'conclusion' }]);
  });

  test('leaves a line in the log for each thing that is done', async () => {
    await on.approved(words);
    await on.write(words);
    const logged = await database().read.select().from(activity).where(eq(activity.articleId, at.article.id));
    expect(logged.map(({ type }) => type).filter((type) => type.startsWith('conclusion'))).toEqual([
      'conclusion.changed',
      'conclusion.submitted',
      'conclusion.approved',
    ]);
  });
});
