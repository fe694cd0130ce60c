import { readFileSync, rmSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '@/bin/setup/browser.mjs';
import { openSession } from '@/db/auth';
import { createClaim } from '@/db/claims/create';
import { closeDatabase } from '@/db/client';
import { article } from '../checking';
import { may, newPerson, openDesk, value } from '../desk';
import { type RunningServer, startServer } from '../server';
import { article as longText } from './highlights';
import { median, printTable } from './table';

const CLAIMS = 300;
const CHARACTERS = 30_000;
const ROUNDS = 5;
const AIM_JAVASCRIPT = 350;

/** A desk with one article without claims and one with many, and a session of its reviewer. */
async function prepare() {
  const { folder } = await openDesk();
  const { actor, id } = await newPerson('reviewer');
  const text = longText.slice(0, CHARACTERS);
  const bare = await article(actor, { text });
  const full = await article(actor, { text });
  for (let n = 0; n < CLAIMS; n += 1) {
    const start = n * (CHARACTERS / CLAIMS);
    const end = start + 30 + (n % 7) * 10;
    const exact = text.slice(start, end);
    value(await createClaim(may('annotate', actor), full.id, { anchor: { start, end, exact }, verdict: 'true' }));
  }
  const [session = ''] = await openSession(id, new Headers());
  await closeDatabase();
  return { folder, bare: bare.id, full: full.id, session: session.split(';', 1)[0]!.replace(/^[^=]+=/, '') };
}

/**
 * One opening of a workspace: times since the address was asked for in ms, sizes in bytes as they travel. `first`: the scripts
 * that the page names; `script`: these and what the browser fetches by itself once it is idle.
 */
type Opening = { painted: number; interactive: number; longest: number; first: number; script: number; heap: number };

const sizeOf = (files: readonly { size: number }[]): number => files.reduce((sum, { size }) => sum + size, 0);

async function open(browser: Browser, { origin }: RunningServer, session: string, path: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: 'stet-session-0', value: session, url: origin }]);
  const page = await context.newPage();
  await page.addInitScript({ path: 'test/bench/watch.js' });
  const scripts: Promise<{ address: string; size: number }>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    const address = new URL(request.url()).pathname;
    scripts.push(request.sizes().then(({ responseBodySize: size }) => ({ address, size })));
  });
  const html = await (await page.goto(`${origin}${path}`))!.text();
  await page.waitForFunction(() => window.seen.interactive > 0);
  await page.waitForTimeout(1000); // the event stream stays open, so the network is never idle
  const told = await page.evaluate(() => ({
    ...window.seen,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
  const heap = await heapOf(page);
  const all = await Promise.all(scripts);
  const first = sizeOf(all.filter(({ address }) => html.includes(`<script src="${address}"`)));
  await context.close();
  return { ...told, first, script: sizeOf(all), heap };
}

declare global {
  interface Window {
    seen: { interactive: number; longest: number };
  }
}

/** What the page's objects take, after everything that is not needed any more was thrown away. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** The server's memory in MB; NaN where the system does not tell. */
function memoryOf({ pid }: RunningServer): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

async function row(browser: Browser, server: RunningServer, session: string, name: string, path: string) {
  const rounds: Opening[] = [];
  await open(browser, server, session, path); // the first one warms the server up
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await open(browser, server, session, path));
  const of = (part: keyof Opening) => median(rounds.map((each) => each[part]));
  return [
    name,
    of('painted').toFixed(0),
    of('interactive').toFixed(0),
    of('longest').toFixed(0),
    (of('first') / 1000).toFixed(0),
    (of('script') / 1000).toFixed(0),
    (of('heap') / 1_000_000).toFixed(1),
    memoryOf(server).toFixed(0),
  ];
}

/** Opens the workspace in Chromium with and without claims: until it can be used, how much script, how much memory. */
export async function benchWorkspace(): Promise<void> {
  const { folder, bare, full, session } = await prepare();
  const STET_SECRET = process.env.STET_SECRET!;
  const server = await startServer({ DATABASE_URL: `file:${folder}/stet.db`, STET_SECRET });
  const args = ['--no-sandbox', '--disable-gpu'];
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args });
  try {
    const none = await row(browser, server, session, 'no claims', `/articles/${bare}`);
    const many = await row(browser, server, session, `${CLAIMS} claims`, `/articles/${full}`);
    printTable(
      `The workspace of an article of 30,000 characters (medians of ${ROUNDS} openings with an empty cache; JavaScript is to stay under ${AIM_JAVASCRIPT} kB compressed)`,
      [
        '',
        'painted ms',
        'interactive ms',
        'longest task ms',
        'script kB at once',
        'with what follows',
        'page heap MB',
        'server MB',
      ],
      [none, many],
    );
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
