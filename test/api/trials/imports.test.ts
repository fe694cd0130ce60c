import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article } from '@/domain/article';
import type { ProblemDocument } from '@/domain/contract/route';
import { sampleDocx } from '@/test/builders/foreign';
import type { RunningServer } from '@/test/server';
import { read } from './client';
import { type TrialDesk, trialDesk } from './desk';

let desk: TrialDesk;
let server: RunningServer;
beforeAll(async () => {
  desk = await trialDesk();
  server = await desk.start();
}, 240_000);
afterAll(async () => {
  await server.stop();
  desk.remove();
});

const hostile: [name: string, content: string][] = [
  ['dashes.md', '- '.repeat(150_000)],
  ['brackets.html', '<'.repeat(3_000_000)],
  ['deep.html', '<div>'.repeat(1_000_000)],
  ['long.html', `<title>T</title><article>${'<p>The tram was <b>late</b> again.</p>'.repeat(20_000)}</article>`],
];

async function upload(
  name: string,
  content: string | Uint8Array,
): Promise<{ status: number; body: Article & ProblemDocument }> {
  const form = new FormData();
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  const headers = { Authorization: `Bearer ${desk.people[0]!.token}` };
  const response = await fetch(`${server.origin}/api/v1/articles`, { method: 'POST', headers, body: form });
  return { status: response.status, body: (await response.json()) as Article & ProblemDocument };
}

test('the built server answers others while it reads hostile files, and refuses each with a sentence', async () => {
  let reading = true;
  let answered = 0;
  const others = (async () => {
    while (reading) {
      await read(server.origin, desk.people[1]!.token, `/api/v1/articles/${desk.article.id}`);
      answered += 1;
    }
  })();
  const outcomes = await Promise.all(hostile.map(([name, content]) => upload(name, content)));
  const meanwhile = answered;
  reading = false;
  await others;
  for (const { status, body } of outcomes) {
    expect(status).toBeLessThan(500);
    if (status !== 201) expect(body.problems?.[0]?.message).toMatch(/\.$/);
  }
  // one that waits for the files gets no answer before they are read; these came by the hundred
  expect(meanwhile).toBeGreaterThan(100);
  expect((await upload('mill.docx', sampleDocx())).body.title).toBe('Mill reopens after nine years');
  expect(server.printed()).not.toMatch(/\bat .+:\d+:\d+/);
}, 240_000);
