import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type Change, changeOf, passedTo } from '@/client/outbox/change';
import { indexedStore, memoryStore, type Store } from '@/client/outbox/store';

const change = (tab = 'one'): Change =>
  changeOf({ tab, articleId: 'a', claimId: 'c', write: { do: 'submit' }, base: {}, now: 1_700_000_000_000 });

describe.each([
  ['IndexedDB', indexedStore],
  ['memory', () => memoryStore()],
] as [string, (person: string) => Store][])('a store in %s', (name, open) => {
  test('keeps what it was given until it is removed', async () => {
    const store = open(`${name} keeps`);
    const [a, b] = [change(), change()];
    await store.save([a, b], []);
    await store.save([], [a]);
    expect(await store.all()).toEqual([b]);
  });

  test('hands what a closed tab left to one tab only', async () => {
    const store = open(`${name} hands over`);
    await store.save([change('gone'), change('alive')], []);
    const [first, second] = await Promise.all([store.adopt('gone', 'one'), store.adopt('gone', 'two')]);
    expect([first.length, second.length]).toEqual([1, 0]);
    expect(first[0]).toMatchObject({ tab: 'one', term: 1 });
  });

  test('lets the later holder of a change have the last word', async () => {
    const store = open(`${name} terms`);
    const was = change('one');
    const is = passedTo('two', was);
    await store.save([is], []);
    await store.save([was], []);
    await store.save([], [was]);
    expect(await store.all()).toEqual([is]);
  });
});

test('two people in one browser have stores of their own', async () => {
  await indexedStore('ada').save([change()], []);
  expect(await indexedStore('bob').all()).toEqual([]);
  expect(await indexedStore('ada').all()).toHaveLength(1);
});
