import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { claims, revisions, sources } from '@/db/schema';
import { earlierChecks } from '@/db/search/earlier';
import { searchDesk } from '@/db/search/find';
import { rebuildSearch } from '@/db/search/rebuild';
import { holdsWords } from '@/db/words';
import { may } from '../desk';
import { type LargeDesk, largeDesk } from './large-desk';
import { chance, nameAt, sentencesOf, tongues, wordAt } from './large-desk/words';
import { median, printTable } from './table';

const EACH = 40;
/** The yardstick takes seconds for what the index answers in milliseconds, so it is asked less often. */
const EACH_BY_LIKE = 6;
const AIM = 100;

const random = chance(11);
const [latin, accented, , han] = tongues as [Tongue, Tongue, Tongue, Tongue];
type Tongue = (typeof tongues)[number];
const among = (from: number, to: number): number => from + Math.floor(random() * (to - from));
const word = (from: number, to: number, tongue = latin): string => wordAt(tongue, among(from, to));
const { sentence } = sentencesOf(latin, random);

/** What people type, by kind: each makes another query every time. */
const kinds: Record<string, () => string> = {
  'a common word': () => `${word(0, 20)} `,
  'a rare word': () => `${word(5_000, 19_000)} `,
  'two words': () => `${word(0, 200)} ${word(20, 2_000)} `,
  'a phrase': () => `"${word(0, 20)} ${word(0, 20)}"`,
  'the beginning of a word': () => word(20, 400).slice(0, among(2, 4)),
  'words and a beginning': () => `${word(0, 100)} ${word(20, 400).slice(0, 3)}`,
  'filters alone': () => `verdict:false is:approved kind:number`,
  'filters and a word': () => `verdict:misleading after:2026-03 ${word(0, 100)} `,
  'a claimant and days': () => `claimant:"${nameAt(among(0, 50))}" before:2026-06-01`,
  'a word without another': () => `${word(0, 50)} -${word(0, 50)}`,
  'accents left out': () => `${word(20, 500, accented).normalize('NFD').replace(/\p{M}/gu, '')} `,
  'Han characters': () => word(100, 3_000, han),
};

/** In ms by the clock, and by the processor, which does not run while other work has the machine. */
type Times = { p50: number; p95: number; most: number; processor: number };

async function timed(many: number, ask: () => Promise<unknown>): Promise<Times> {
  const taken: number[] = [];
  const used = process.cpuUsage();
  for (let n = 0; n < many; n += 1) {
    const began = performance.now();
    await ask();
    taken.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(used);
  const sorted = [...taken].sort((a, b) => a - b);
  return {
    p50: median(taken),
    p95: sorted[Math.floor(many * 0.95)]!,
    most: sorted.at(-1)!,
    processor: (user + system) / 1000 / many,
  };
}

/** How many things there are by LIKE, as a search without an index has to look for them: every word in one of the columns. */
async function byLike(q: string): Promise<void> {
  const { read } = database();
  const words = q.replaceAll(/["-]|\w+:\S+/g, ' ');
  await read.$count(revisions, holdsWords([revisions.title, revisions.body], words));
  await read.$count(claims, holdsWords([claims.statement, claims.quotes, claims.rationale], words));
  await read.$count(sources, holdsWords([sources.title, sources.publisher, sources.url], words));
}

/** What the database takes, in MB. */
async function megabytes(): Promise<number> {
  const [size] = await database().read.all<{ bytes: number }>(
    sql`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`,
  );
  return (size?.bytes ?? 0) / 1e6;
}

async function tableOf(desk: LargeDesk): Promise<string[][]> {
  const permit = may('read', desk.people[0]!.actor);
  const row = (name: string, ours: Times, like: Times | null) => [
    name,
    ours.p50.toFixed(1),
    ours.p95.toFixed(1),
    ours.most.toFixed(1),
    ours.processor.toFixed(1),
    like ? like.processor.toFixed(0) : '',
    like ? (like.processor / ours.processor).toFixed(0) : '',
  ];
  const rows: string[][] = [];
  for (const [name, query] of Object.entries(kinds)) {
    const ours = await timed(EACH, () => searchDesk(permit, query(), { limit: 20, skip: 0 }));
    const like = /filter|claimant/.test(name) ? null : await timed(EACH_BY_LIKE, () => byLike(query()));
    rows.push(row(name, ours, like));
  }
  const earlier = await timed(EACH, () => earlierChecks(permit, { statement: sentence(12), claim: null }));
  return [...rows, row('checks before of a statement', earlier, null)];
}

/** The search on a made-up desk of 10,000 articles and 100,000 claims, beside the LIKE that it took the place of. */
export async function benchSearch(): Promise<void> {
  const desk = await largeDesk();
  try {
    const without = await megabytes();
    const began = performance.now();
    const documents = await rebuildSearch(database());
    const building = (performance.now() - began) / 1000;
    const whole = await megabytes();
    printTable(
      `Search on ${desk.articleIds.length.toLocaleString('en-GB')} articles and ${desk.claimIds.length.toLocaleString('en-GB')} claims, ms until the hits are there (${EACH} queries each; the aim is ${AIM} for 95 of 100)`,
      ['', 'p50', 'p95', 'most', 'processor, each', 'by LIKE', 'times as much'],
      await tableOf(desk),
    );
    printTable(
      'What the index takes',
      ['', 'MB', 'of the rest'],
      [
        ['the database without it', without.toFixed(0), '1'],
        ['the index', (whole - without).toFixed(0), ((whole - without) / without).toFixed(2)],
        [`building it anew, ${documents.toLocaleString('en-GB')} things, s`, building.toFixed(0), ''],
      ],
    );
  } finally {
    await desk.close();
  }
}
