import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET } from '@/app/a/[slug]/[...rest]/route';
import { checking } from '@/test/builders/checked';
import { openDesk, value } from '@/test/desk';
import { newFolder } from '@/test/scratch';

let desk: Awaited<ReturnType<typeof openDesk>>;
const slugs: string[] = [];
const out = newFolder();
beforeAll(async () => {
  desk = await openDesk();
  for (const title of ['Harbour claims a record', 'Harbour claims another']) {
    const at = await checking({ title });
    await at.approved('41,200 containers');
    value(await at.publish());
    slugs.push(at.article.slug);
  }
});
afterAll(async () => {
  await desk.close();
  rmSync(out, { recursive: true });
});

type Ran = { code: number; stdout: string; stderr: string };
const admin = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const { PATH, HOME, DATABASE_URL } = process.env;
    const env: NodeJS.ProcessEnv = { PATH, HOME, NODE_ENV: 'production', DATABASE_URL, PORT: '4321' };
    execFile(process.execPath, ['--import', 'tsx', 'bin/admin.ts', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

test('an edition is written as the very folder that its zip holds', async () => {
  const [slug] = slugs as [string];
  const { code, stdout, stderr } = await admin('edition', 'export', '--article', slug, '--out', out);
  expect([code, stderr]).toEqual([0, '']);
  const [item] = (JSON.parse(stdout) as { items: { folder: string; number: number }[] }).items;
  expect(item).toMatchObject({ slug, number: 1, folder: join(out, slug) });
  const url = `http://127.0.0.1:4321/a/${slug}/1/edition.zip`;
  const request = new Request(url, { headers: { host: '127.0.0.1:4321' } });
  const response = await GET(request, { params: Promise.resolve({ slug, rest: ['1', 'edition.zip'] }) });
  const zipped = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(filesIn(join(out, slug))).toEqual(
    Object.keys(zipped)
      .map((name) => name.slice(`${slug}-1/`.length))
      .sort(),
  );
  for (const [name, bytes] of Object.entries(zipped)) {
    const written = readFileSync(join(out, slug, name.slice(`${slug}-1/`.length)));
    expect([name, Buffer.compare(written, bytes)]).toEqual([name, 0]);
  }
});

test('all editions are written, each in a folder of its own', async () => {
  const { code, stdout } = await admin('edition', 'export', '--all', '--out', out);
  expect(code).toBe(0);
  const { items } = JSON.parse(stdout) as { items: { slug: string }[] };
  expect(items.map(({ slug }) => slug).sort()).toEqual([...slugs].sort());
  for (const slug of slugs) expect(filesIn(join(out, slug))).toContain('index.html');
});

test('what is missing or not published is told, and nothing is printed', async () => {
  const cases: [string[], RegExp][] = [
    [['edition', 'export', '--article', slugs[0]!], /Say where to/],
    [['edition', 'export', '--out', out], /Say which/],
    [['edition', 'export', '--all', '--article', 'x', '--out', out], /Say which/],
    [['edition', 'export', '--article', 'never-written', '--out', out], /Nothing is published under “never-written”/],
    [['verify', '--article', 'never-written'], /Nothing is published/],
  ];
  for (const [args, words] of cases) {
    const { code, stdout, stderr } = await admin(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(words);
  }
});

test('the editions of one article are verified on their own', async () => {
  const { code, stdout } = await admin('verify', '--article', slugs[1]!);
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { holds: true, editions: { editions: 1 } }]);
});
