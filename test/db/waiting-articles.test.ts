import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { articlesInProgress } from '@/db/desk/overview';
import { waitingFor } from '@/db/desk/waiting';
import { publishDue } from '@/db/schedules/due';
import { scheduleEdition, unscheduleEdition } from '@/db/schedules/schedule';
import { type Checking, checking } from '@/test/builders/checked';
import { concluding } from '@/test/builders/concluded';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  at = await checking();
});
afterAll(() => desk.close());

const waits = async (who: TestPerson) =>
  (await waitingFor(may('read', who.actor))).items
    .filter(({ articleId }) => articleId === at.article.id)
    .map(({ reasons: [{ kind }] }) => kind);

describe('what waits', () => {
  test('is a submitted conclusion, for an editor who had no part in it', async () => {
    const on = concluding(at.article.id, at);
    await on.write('Most of it holds.');
    expect([await waits(at.editor), await waits(at.reviewer)]).toEqual([[], []]);
    value(await on.submit());
    expect([await waits(at.editor), await waits(at.reviewer)]).toEqual([['conclusion-submitted'], []]);
    await on.write('Most of it holds, all told.', at.editor);
    expect(await waits(at.editor)).toEqual([]);
    expect(await waits(await newPerson('editor'))).toEqual(['conclusion-submitted']);
  });

  test('is a returned or lapsed conclusion, for who wrote it', async () => {
    const on = concluding(at.article.id, at);
    await on.write('Most of it holds.');
    value(await on.submit());
    value(await on.decide({ outcome: 'return', note: 'Which part?' }));
    expect([await waits(at.editor), await waits(at.reviewer)]).toEqual([[], ['conclusion-returned']]);
    value(await on.submit());
    value(await on.decide({}));
    expect(await waits(at.reviewer)).toEqual([]);
    await on.write('None of it holds.');
    expect(await waits(at.reviewer)).toEqual(['conclusion-lapsed']);
  });

  test('is an edition that failed at its hour, for everybody who may publish, until it is put away', async () => {
    const claim = await at.approved('41,200 containers');
    const hour = new Date(Date.now() + 3_600_000);
    const publish = may('publish', at.editor.actor);
    value(await scheduleEdition(publish, at.article.id, { at: hour.toISOString() }, null));
    const [listed] = await articlesInProgress(may('read', at.reviewer.actor), { limit: 1 });
    expect(listed?.scheduled).toMatchObject({ state: 'waiting', number: 1 });
    await at.drop(claim);
    await publishDue(hour);
    const colleague = await newPerson('editor');
    expect([await waits(at.editor), await waits(colleague), await waits(at.reviewer)]).toEqual([
      ['edition-failed'],
      ['edition-failed'],
      [],
    ]);
    value(await unscheduleEdition(publish, at.article.id));
    expect(await waits(at.editor)).toEqual([]);
  });
});
