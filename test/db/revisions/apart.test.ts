import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArticle } from '@/db/articles/read';
import { addRevision } from '@/db/revisions/add';
import { Follower, LIMITS } from '@/db/revisions/apart/follower';
import { followed, type Job } from '@/db/revisions/apart/job';
import { describeSpan } from '@/domain/anchor';
import type { Worded } from '@/domain/revision';
import { article, claim, current, revised, sampleText } from '@/test/checking';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
});
afterAll(() => desk.close());

/** An article of so many paragraphs that its claims are looked for apart. */
const longText = (paragraphs: number): string =>
  Array.from({ length: paragraphs }, (_, n) => `Ferry ${n} carried ${n * 37 + 11} passengers that day.`).join('\n');

const paragraphs = 4_000;
const text = longText(paragraphs);
const changed = text.replace('Ferry 50 carried 1861', 'Ferry 50 carried 1862').replaceAll('that day', 'on that day');

const worded = (from: string, start: number, length: number): Worded => ({
  place: { ...describeSpan(from, { start, end: start + length }), state: 'exact', footing: null, kept: false },
  words: from.slice(start, start + length),
});
const job = (before: string, now: string, places: number): Job => ({
  places: Array.from({ length: places }, (_, n) => worded(before, n * Math.floor(before.length / places), 30)),
  before: { number: 1, text: before },
  now: { number: 2, text: now },
  texts: new Map([[1, before]]),
  language: 'en',
});

/** Few different words in any order: the dearest there is to compare. */
function hostile(words: number, seed: number): string {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  return Array.from({ length: words }, () => 'abcdefgh'[next() % 8]).join(' ');
}

describe('a worker that follows claims', () => {
  test('finds what would be found in our own thread', async () => {
    const follower = new Follower();
    const asked = job(text, changed, 20);
    expect(value(await follower.follow(asked))).toEqual(followed(asked));
    expect(follower.ended).toBe(false);
    follower.end();
  });

  test('gives up what takes too long, with a sentence that says what to do, and ends', async () => {
    const follower = new Follower({ ...LIMITS, time: 30 });
    const refused = await follower.follow(job(hostile(500_000, 3), hostile(500_000, 5), 1_000));
    expect(rules(refused)).toEqual(['following-too-slow']);
    expect(refused).toMatchObject({
      refusal: {
        problems: [{ message: expect.stringMatching(/longer than the 0\.03 seconds .* Add the text in parts/) }],
      },
    });
    expect(follower.ended).toBe(true);
  });

  test('gives up what takes too much memory, and the process lives on', async () => {
    const follower = new Follower({ time: 60_000, memory: 48 });
    const words = Array.from({ length: 300_000 }, (_, n) => `w${n}`);
    const refused = await follower.follow(job(words.join(' '), words.reverse().join(' '), 10));
    expect(rules(refused)).toEqual(['following-too-complex']);
    expect(follower.ended).toBe(true);
  });

  test('finds each place whatever other places are looked for along with it', () => {
    const all = job(text, changed, 12);
    const alone = all.places.flatMap((place) => followed({ ...all, places: [place] }));
    expect(followed(all)).toEqual(alone);
  });
});

test('while a large text is gone through others are answered, and a claim that is made meanwhile is followed too', async () => {
  const on = await article(reviewer.actor, { text });
  const first = await claim(reviewer.actor, on, 'Ferry 50 carried 1861 passengers');
  for (let n = 100; n < 120; n += 1) await claim(reviewer.actor, on, `Ferry ${n} carried`);
  const answered: string[] = [];
  const adding = addRevision(may('annotate', reviewer.actor), on.id, revised(changed)).then((added) => {
    answered.push('the revision');
    return value(added);
  });
  const meanwhile = await claim(reviewer.actor, on, 'Ferry 70 carried');
  answered.push('a claim');
  value(await readArticle(may('read', reviewer.actor), on.id));
  answered.push('a reader');
  const report = await adding;
  expect(answered).toEqual(['a claim', 'a reader', 'the revision']);
  expect(report.counts).toMatchObject({ changed: 1, lost: 0 });
  expect(report.claims).toHaveLength(22);
  expect((await current(reviewer.actor, first)).anchor).toMatchObject({ revision: 2, state: 'changed' });
  expect((await current(reviewer.actor, meanwhile)).anchor).toMatchObject({ revision: 2, exact: 'Ferry 70 carried' });
});

test('of two texts made against one revision the first is added and the other is stale', async () => {
  const on = await article(reviewer.actor, { text });
  await claim(reviewer.actor, on, 'Ferry 50 carried 1861 passengers');
  const add = (next: string) => addRevision(may('annotate', reviewer.actor), on.id, revised(next, { base: 1 }));
  const both = await Promise.all([add(changed), add(`${changed}\nAnd one more.`)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.flatMap((added) => (added.ok ? [] : rules(added)))).toEqual(['stale']);
});

test('texts that are added at once to whatever is the newest are added one after the other', async () => {
  const on = await article(reviewer.actor);
  const made = await claim(reviewer.actor, on, '41,200 passengers in June');
  const texts = [sampleText.replace('41,200', '41,900'), `${sampleText}\nIt was a warm June.`];
  const added = await Promise.all(
    texts.map((next) => addRevision(may('annotate', reviewer.actor), on.id, revised(next))),
  );
  expect(added.map((each) => value(each).revision.number).sort()).toEqual([2, 3]);
  expect((await current(reviewer.actor, made)).anchor?.revision).toBe(3);
});
