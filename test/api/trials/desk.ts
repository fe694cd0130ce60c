import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { closeDatabase } from '@/db/client';
import { type article, article as importArticle } from '@/test/checking';
import { newPerson, openDesk, type TestPerson } from '@/test/desk';
import { type RunningServer, startServer } from '@/test/server';

/** A desk on disk with an article and some people, whose database this process has let go of. */
export type TrialDesk = {
  people: TestPerson[];
  article: Awaited<ReturnType<typeof article>>;
  /** the database file */
  file: string;
  /** a server of the built pages over it, building them first if they are stale */
  start: () => Promise<RunningServer>;
  /** what `npm run admin -- verify` says of the whole log and every edition */
  verify: () => Promise<{ holds: boolean }>;
  remove: () => void;
};

const CLIENTS = 8;

export async function trialDesk(many = CLIENTS): Promise<TrialDesk> {
  const { folder } = await openDesk();
  const people: TestPerson[] = [];
  for (let n = 0; n < many; n += 1) people.push(await newPerson('reviewer'));
  const article = await importArticle(people[0]!.actor);
  await closeDatabase();
  const DATABASE_URL = `file:${folder}/stet.db`;
  return {
    people,
    article,
    file: `${folder}/stet.db`,
    start: () => startServer({ DATABASE_URL }),
    verify: () => verify(DATABASE_URL),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

async function verify(DATABASE_URL: string) {
  const { PATH, HOME } = process.env;
  const env: NodeJS.ProcessEnv = { PATH, HOME, NODE_ENV: 'production', DATABASE_URL };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'bin/admin.ts', 'verify'], {
    env,
  });
  return JSON.parse(stdout) as { holds: boolean };
}
