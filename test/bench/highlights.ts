import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '@/bin/setup/browser.mjs';
import type { HighlightRange } from '@/components/article/article-editor';
import { serveArticle } from '../browser/article/serve';

const CHARACTERS = 100_000;
const PARAGRAPH = 500;
const ROUNDS = 5;
const ADDITIONS = 30;

/** What a frame and a task may take, in ms. */
const FRAME = 16;
const TASK = 50;

const tones = ['none', 'false', 'mostly-false', 'mixed', 'mostly-true', 'true', 'misleading'];
const states = ['draft', 'submitted', 'approved', 'returned', 'lapsed'] as const;

/** The same numbers at every run. */
function* numbers(): Generator<number> {
  for (let seed = 7; ; ) {
    seed = (seed * 48_271) % 2_147_483_647;
    yield seed;
  }
}

const sentence = 'The council of the town met on Monday and counted every tree that had been felled since the storm. ';
const paragraph = sentence.repeat(PARAGRAPH / sentence.length + 1).slice(0, PARAGRAPH - 1);
export const article = Array.from({ length: CHARACTERS / PARAGRAPH }, () => paragraph).join('\n');

export function claims(many: number): HighlightRange[] {
  const random = numbers();
  const next = (below: number) => random.next().value % below;
  return Array.from({ length: many }, (_, i) => {
    const start = next(article.length - 200);
    return {
      id: `c${i}`,
      start,
      end: start + 10 + next(90),
      tone: tones[i % tones.length]!,
      state: states[i % states.length]!,
      label: `Claim ${i}`,
    };
  });
}

/** One opening of the article, in ms: until what is in view and until everything is drawn, and the main thread's tasks. */
type Opening = { seen: number; all: number; longest: number; longestWork: number; work: number };

type TraceEvent = {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
};

/** What one task of the main thread took, in ms: by the clock, and of the processor, which other work cannot stretch. */
type Task = { clock: number; processor: number };

/** The tasks of the page's main thread, which is the one with the most work. */
function tasksOf(trace: Buffer): Task[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const threads = new Map<string, Task[]>(mains.map(({ pid, tid }) => [`${pid} ${tid}`, []]));
  for (const { name, dur = 0, tdur = 0, pid, tid } of traceEvents) {
    if (name !== 'ThreadControllerImpl::RunTask') continue;
    threads.get(`${pid} ${tid}`)?.push({ clock: dur / 1000, processor: tdur / 1000 });
  }
  return [...threads.values()].sort((a, b) => work(b) - work(a))[0] ?? [];
}

const work = (tasks: Task[]): number => tasks.reduce((sum, { processor }) => sum + processor, 0);

async function give(page: Page, origin: string, given: HighlightRange[]): Promise<void> {
  await page.goto(origin);
  await page.evaluate((all) => Object.assign(window.harness.given, all), { text: article, claims: given });
  await page.evaluate(() => document.fonts.ready);
}

async function open(browser: Browser, origin: string, many: number): Promise<Opening> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await give(page, origin, claims(many));
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] });
  const times = await page.evaluate(() => window.harness.timeOpening());
  const tasks = tasksOf(await browser.stopTracing());
  await page.close();
  return {
    ...times,
    longest: Math.max(...tasks.map(({ clock }) => clock)),
    longestWork: Math.max(...tasks.map(({ processor }) => processor)),
    work: work(tasks),
  };
}

async function add(browser: Browser, origin: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await give(page, origin, claims(5000 + ADDITIONS));
  await page.evaluate(() =>
    window.harness.mount(window.harness.given.text, window.harness.given.claims.slice(0, 5000)),
  );
  await page.waitForFunction(() => window.harness.waiting() === 0);
  const took = await page.evaluate(() => window.harness.timeAdding(5000));
  await page.close();
  return took.sort((a, b) => a - b);
}

const middle = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const ms = (value: number): string => value.toFixed(1).padStart(8);

/** The rounds' medians. */
async function opening(browser: Browser, origin: string, many: number): Promise<Opening> {
  const rounds: Opening[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await open(browser, origin, many));
  const of = (part: keyof Opening) => middle(rounds.map((each) => each[part]));
  return {
    seen: of('seen'),
    all: of('all'),
    longest: of('longest'),
    longestWork: of('longestWork'),
    work: of('work'),
  };
}

/**
 * Opens an article of 100,000 characters with 0 to 5,000 claims in Chromium, adds one at 5,000, and prints what each
 * takes beside the same article without any.
 */
export async function benchHighlights(): Promise<void> {
  const { origin, close } = await serveArticle();
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await open(browser, origin, 0); // warms the browser up
    const none = await opening(browser, origin, 0);
    console.log(
      `Highlights on 100,000 characters, in ms (medians of ${ROUNDS}); the aim for the longest task is ${TASK}`,
    );
    console.log('claims  in view     all  longest task  of it processor  main thread  against none');
    for (const many of [0, 100, 1000, 5000]) {
      const row = many === 0 ? none : await opening(browser, origin, many);
      const times = [row.seen, row.all, row.longest, row.longestWork, row.work].map(ms).join('     ');
      console.log(`${String(many).padStart(6)} ${times}       ${(row.work / none.work).toFixed(2)}`);
    }
    const added = await add(browser, origin);
    console.log(`Adding one at 5,000: median ${ms(middle(added))}, slowest ${ms(added.at(-1)!)} (aim: ${FRAME})`);
  } finally {
    await browser.close();
    close();
  }
}
