import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type ForeignBytes, importBytes } from '@/formats/import';
import { sampleDocx, utf8 } from '@/test/builders/foreign';
import { idleThread } from './imports/idle-thread';
import { printTable } from './table';

const AIM = 200;
const paragraph = '<p>The tram was late <b>again</b> on Tuesday, and nobody at the depot would say why it was.</p>';
const files: [string, ForeignBytes][] = [
  ['a news page', { bytes: readFileSync('test/fixtures/pages/news.html'), name: 'news.html' }],
  ['a Word document', { bytes: sampleDocx(), name: 'story.docx' }],
  ['a page of 1 MB', { bytes: utf8(`<title>T</title><article>${paragraph.repeat(11_000)}`), name: 'long.html' }],
  ['3 MB of brackets', { bytes: utf8('<'.repeat(3_000_000)), name: 'hostile.html' }],
  ['Markdown that is all emphasis', { bytes: utf8('*a_ '.repeat(15_000)), name: 'hostile.md' }],
];

/** How long a file is read, what comes of it, and how late the thread that answers requests ran meanwhile, in ms. */
async function row([name, file]: [string, ForeignBytes]): Promise<string[]> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const idle = idleThread();
  delay.enable();
  const began = performance.now();
  const read = await importBytes(file);
  const taken = performance.now() - began;
  delay.disable();
  const latest = [delay.max / 1e6, await idle()].map((ms) => ms.toFixed(0));
  return [name, read.ok ? 'read' : (read.refusal.problems[0]?.rule ?? 'refused'), taken.toFixed(0), ...latest];
}

/** Reads files, sound and hostile, beside a thread that does nothing: what the machine itself keeps anybody waiting. */
export async function benchImports(): Promise<void> {
  await importBytes({ bytes: utf8('<p>Warm'), type: 'text/html' });
  const rows: string[][] = [];
  for (const file of files) rows.push(await row(file));
  printTable(
    `Reading a file, in ms, and how late the thread that answers requests runs meanwhile (to stay under ${AIM} ms more than an idle one)`,
    ['', 'outcome', 'ms', 'latest', 'idle thread'],
    rows,
  );
}
