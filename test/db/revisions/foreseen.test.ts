import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeOf, type Write } from '@/client/outbox/change';
import { applied } from '@/client/workspace/apply';
import { inverseOf } from '@/client/workspace/undo';
import { createClaim } from '@/db/claims/create';
import { settleClaim, unsettleClaim } from '@/db/claims/settle';
import { addRevision } from '@/db/revisions/add';
import { countsByRevision } from '@/db/revisions/counts';
import { readRevision } from '@/db/revisions/read';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { SettlingWay } from '@/domain/settling';
import { article, claim, current, revised, sampleText } from '@/test/checking';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
});
afterAll(() => desk.close());

const figure = '41,200 passengers in June';
const changed = sampleText.replace('41,200', '41,900');

/** A new article with a claim, and what the browser knows of it once a second revision says this. */
async function turned(make: (on: { id: string }) => Promise<Claim>, text: string, title: string | null = null) {
  const on = await article(reviewer.actor);
  const made = await make(on);
  value(await addRevision(may('annotate', reviewer.actor), on.id, revised(text, { title })));
  const revision = value(await readRevision(may('read', reviewer.actor), on.id, 2));
  const bench = {
    article: { ...on, title: revision.title },
    revision,
    me: { id: reviewer.id, role: 'reviewer' as const },
  };
  return { bench, claim: await current(reviewer.actor, made) };
}

/** Times are the server's to give. */
const timeless = ({ updatedAt, settlement, kept, ...rest }: Claim) => ({
  ...rest,
  settlement: settlement && { ...settlement, at: '' },
  kept: kept && { ...kept, since: '' },
});

const onFigure = (on: { id: string }) => claim(reviewer.actor, on as never, figure);
const onHeadline = async (on: { id: string }) =>
  value(
    await createClaim(may('annotate', reviewer.actor), on.id, {
      anchor: null,
      about: 'headline',
      statement: 'So it says.',
    }),
  );

test.each<[string, (on: { id: string }) => Promise<Claim>, string, string | null, SettlingWay]>([
  ['a changed claim is given its new words', onFigure, changed, null, 'new-words'],
  ['a changed claim is kept as it stood', onFigure, changed, null, 'keep'],
  ['a lost claim is kept as it stood', onFigure, 'Nothing of it is left.', null, 'keep'],
  ['a claim about a headline is given the new one', onHeadline, sampleText, 'Nobody counts', 'new-words'],
  ['a claim about a headline is kept as it stood', onHeadline, sampleText, 'Nobody counts', 'keep'],
])('the browser foresees what the desk does when %s, and when that is undone', async (_, make, text, title, way) => {
  const { bench, claim: before } = await turned(make, text, title);
  const change = (write: Write) =>
    changeOf({ tab: 't', articleId: before.articleId, claimId: before.id, write, base: {}, now: 0 });
  const write: Write = { do: 'settle', way, revision: 2 };
  const by = may('annotate', reviewer.actor);

  const after = value(await settleClaim(by, before.id, [etagOf(before)], { way, revision: 2 }));
  expect(timeless(applied(before, [change(write)], bench)!)).toEqual(timeless(after));

  const undone = value(await unsettleClaim(by, before.id, [etagOf(after)]));
  expect(timeless(applied(after, [change(inverseOf(write, before)!)], bench)!)).toEqual(timeless(undone));
  expect(timeless(undone)).toEqual(timeless(before));
});

test('how claims were found in each revision is told from the log, by the number of the revision', async () => {
  const { bench } = await turned(onFigure, changed);
  value(await addRevision(may('annotate', reviewer.actor), bench.article.id, revised('Nothing of it is left.')));
  const counts = await countsByRevision(may('read', reviewer.actor), bench.article.id);
  expect([...counts]).toEqual([
    [2, { exact: 0, moved: 0, changed: 1, lost: 0 }],
    [3, { exact: 0, moved: 0, changed: 0, lost: 1 }],
  ]);
});
