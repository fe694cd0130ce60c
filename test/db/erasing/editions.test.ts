import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { nextEdition } from '@/db/editions/next';
import { editionHeads, listEveryEdition, listPublished, listWithdrawals, remainsOf } from '@/db/editions/public';
import { listEditions, listPublishedClaims, readEdition } from '@/db/editions/read';
import { verifyEditions } from '@/db/editions/verify';
import { withdraw } from '@/db/editions/withdraw';
import { eraseClaim } from '@/db/erasing/claim';
import { editionErasing, eraseEdition } from '@/db/erasing/edition';
import { sweepErased } from '@/db/erasing/sweep';
import { editions } from '@/db/schema';
import { verifyActivity } from '@/db/verify';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';
import { bytesWith, tablesWith } from './remains';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin');
});
afterAll(() => desk.close());

const erase = ({ article }: Checking, number: number, reason = 'A court ordered it.') =>
  eraseEdition(may('administer', admin.actor), article.id, number, { reason });
const withdrawn = async ({ editor, article }: Checking, edition: number) =>
  value(await withdraw(may('publish', editor.actor), article.id, { edition, reason: 'It named a minor.' }));
const verified = async () => {
  const log = await verifyActivity(may('administer', admin.actor));
  return [log.broken, (await verifyEditions()).broken];
};

/** An article of which two editions are out, the second with a note that must go. */
async function twoEditions() {
  const at = await checking({ title: 'Harbour names a culpritword' });
  const first = await at.approved('41,200 containers');
  value(await at.publish());
  await at.approved('300 people');
  value(await at.publish({ note: 'A noteword.', tier: 'update' }));
  return { at, first };
}

describe('erasing an edition', () => {
  it('is for one that was withdrawn, once', async () => {
    const { at } = await twoEditions();
    expect(rules(await erase(at, 2))).toEqual(['not-withdrawn']);
    expect(rules(await erase(at, 9))).toEqual(['no-such-edition']);
    await withdrawn(at, 2);
    expect(rules(await erase(at, 2, 'The noteword. “A noteword.”'))).toEqual(['reason-repeats']);
    value(await erase(at, 2));
    expect(rules(await erase(at, 2))).toEqual(['erased-before']);
  });

  it('leaves what readers are told of a withdrawn one, and its digest in the chain', async () => {
    const { at } = await twoEditions();
    const { slug, id } = at.article;
    await withdrawn(at, 2);
    const ahead = value(await editionErasing(may('administer', admin.actor), id, 2));
    expect(ahead.stays.flatMap(({ links }) => links)).toEqual([{ label: 'Edition 1', href: `/a/${slug}/1` }]);
    const [, before] = await editionHeads(slug);
    value(await erase(at, 2));
    const [, after] = await editionHeads(slug);
    expect(remainsOf(after!)).toEqual(remainsOf(before!));
    expect(value(await readEdition(id, 2)).record).toEqual(remainsOf(before!));
    const [stored] = await database().read.select().from(editions).where(eq(editions.id, before!.id));
    expect(JSON.parse(stored!.payload)).toEqual(remainsOf(before!));
    expect(await tablesWith(['noteword'])).not.toContain('editions: noteword');
    const listed = value(await listEditions(may('read', at.editor.actor), id, { limit: 5 }));
    expect(listed[0]).toMatchObject({ number: 2, note: null, erased: { reason: 'A court ordered it.', by: admin.id } });
    expect(await verified()).toEqual([null, null]);
    const lists = await Promise.all(
      [listPublished, listEveryEdition, listWithdrawals].map((list) => list({ limit: 9 })),
    );
    expect(lists.flat().every(({ desk: name }) => name === 'The desk')).toBe(true);
  });

  it('goes with claims that are erased by themselves, in whichever order, and further editions follow', async () => {
    for (const order of ['claim first', 'edition first']) {
      const { at, first } = await twoEditions();
      const { id } = at.article;
      await withdrawn(at, 2);
      value(await withdraw(may('publish', at.editor.actor), id, { claim: first, reason: 'It was wrong.' }));
      const acts = [() => eraseClaim(may('administer', admin.actor), first, { reason: 'So.' }), () => erase(at, 2)];
      for (const act of order === 'claim first' ? acts : acts.reverse()) value(await act());
      expect(await verified()).toEqual([null, null]);
      const { next } = value(await nextEdition(may('read', at.editor.actor), id, []));
      expect(next).toMatchObject({ number: 3, differences: [] });
      expect(value(await at.publish({ note: 'Without it.', tier: 'correction' })).number).toBe(3);
      const published = await listPublishedClaims(may('read', at.editor.actor), id);
      expect(published.map(({ k, statement, erased }) => [k, statement === '', erased !== null])).toEqual([
        [1, true, true],
        [2, false, false],
      ]);
      expect(await verified()).toEqual([null, null]);
    }
  });

  it('is missed when it was done by hand, or undone', async () => {
    const { at } = await twoEditions();
    await withdrawn(at, 2);
    const [, head] = await editionHeads(at.article.slug);
    const [row] = await database().read.select().from(editions).where(eq(editions.id, head!.id));
    const put = (set: Partial<typeof row>) =>
      database().write((tx) => tx.update(editions).set(set!).where(eq(editions.id, row!.id)));
    await put({ payload: JSON.stringify(remainsOf(head!)), erasure: 1 });
    expect((await verified())[1]).not.toBeNull();
    await put(row!);
    value(await erase(at, 2));
    const [left] = await database().read.select().from(editions).where(eq(editions.id, head!.id));
    await put({ payload: row!.payload });
    expect((await verified())[1]).not.toBeNull();
    await put({ ...left!, digest: 'f'.repeat(64) });
    expect((await verified())[1]).not.toBeNull();
    await put({ payload: left!.payload.replace('It named a minor.', 'It was fine.') });
    expect((await verified())[1]).not.toBeNull();
    await put(left!);
    expect(await verified()).toEqual([null, null]);
  });
});

describe('the file itself', () => {
  it('is rid of what was erased later, where another process held it meanwhile', async () => {
    const { at } = await twoEditions();
    await withdrawn(at, 2);
    const { default: Database } = await import('libsql');
    const rival = new Database(`${desk.folder}/stet.db`);
    rival.exec('BEGIN');
    rival.prepare('select count(*) from editions').get([]);
    try {
      const erasing = erase(at, 2);
      expect(bytesWith(desk.folder, ['noteword'])).not.toEqual([]);
      value(await erasing);
      expect(await tablesWith(['A noteword'])).toEqual([]);
    } finally {
      rival.exec('COMMIT');
      rival.close();
    }
    expect(await sweepErased()).toBe(true);
    expect(bytesWith(desk.folder, ['A noteword'])).toEqual([]);
  }, 30_000);
});
