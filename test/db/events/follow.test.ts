import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { follow } from '@/db/events/follow';
import type { Message } from '@/domain/event';
import { type Checking, checking } from '@/test/builders/checked';
import { may, openDesk, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
beforeAll(async () => {
  desk = await openDesk();
  at = await checking();
});
afterAll(() => desk.close());

const begin = async (told: Message[]) => {
  const give = (message: Message) => void told.push(message);
  return value(await follow(may('read', at.reviewer.actor), { after: null, articleId: null }, give, () => {}));
};

test('whoever begins to follow just as the last one leaves, as on a reload, hears of what comes', async () => {
  const first = await begin([]);
  const told: Message[] = [];
  const beginning = begin(told);
  first.stop();
  const second = await beginning;
  const id = await at.draft('41,200 containers');
  await vi.waitFor(() =>
    expect(told.filter(({ event }) => event === 'activity')).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ type: 'claim.created', claimId: id }) }),
    ),
  );
  second.stop();
});
