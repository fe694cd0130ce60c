import { afterAll, beforeAll, expect, it } from 'vitest';
import { settleClaim } from '@/db/claims/settle';
import { articlesInProgress } from '@/db/desk/overview';
import { waitingFor } from '@/db/desk/waiting';
import { searchDesk } from '@/db/search/find';
import { etagOf } from '@/domain/canonical';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const waits = async ({ actor }: TestPerson, { article }: Checking) =>
  (await waitingFor(may('read', actor))).items.flatMap(({ articleId, claimId, reasons: [first] }) =>
    articleId === article.id ? [[first.kind, claimId, 'revision' in first ? first.revision : undefined]] : [],
  );

it('has claims whose words changed wait for who worked on them and for editors, until they are settled', async () => {
  const at = await checking();
  const [changed, gone, stands] = [
    await at.draft('41,200 containers'),
    await at.approved('It will employ 300 people.'),
    await at.draft('a record'),
  ];
  const stranger = await newPerson('reviewer');
  await at.revise(at.text.replace('41,200', '41,900').replace('It will employ 300 people. ', ''));
  const both = [
    ['lost', gone, 2],
    ['changed', changed, 2],
  ];
  expect(await waits(at.reviewer, at)).toEqual(both);
  expect(await waits(at.editor, at)).toEqual(both);
  expect(await waits(stranger, at)).toEqual([]);
  const [listed] = await articlesInProgress(may('read', stranger.actor), { q: at.article.title, limit: 1 });
  expect(listed).toMatchObject({ unsettled: 2, states: { draft: 2, approved: 1 } });

  const keep = { way: 'keep', revision: 2 } as const;
  value(await settleClaim(may('annotate', at.reviewer.actor), gone, [etagOf(await at.now(gone))], keep));
  await at.drop(changed);
  expect(await waits(at.editor, at)).toEqual([]);
  expect(await at.now(stands)).toMatchObject({ unsettled: null });
});

it('names a claim that was submitted and then changed once, and first by what changed', async () => {
  const at = await checking();
  const id = await at.draft('41,200 containers');
  await at.submit(id);
  expect(await waits(at.editor, at)).toEqual([['submitted', id, undefined]]);
  await at.revise(at.text.replace('41,200', '41,900'));
  expect(await waits(at.editor, at)).toEqual([['changed', id, 2]]);
});

it('finds a claim under the headline that its article has now', async () => {
  const at = await checking();
  await at.draft('41,200 containers', { statement: 'Walruses were counted.' });
  await at.revise(at.text, 'Harbour doubts a record');
  const hits = await searchDesk(may('read', at.reviewer.actor), 'walruses', { limit: 5, skip: 0 });
  expect(hits.items).toMatchObject([{ type: 'claim', detail: 'Harbour doubts a record' }]);
});
