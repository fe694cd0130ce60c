import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import type { Role } from '@/domain/person';
import { fillSampleDesk, type SampleDesk } from './sample/desk';

const roleWords: Record<Role, string> = { reviewer: 'Reviewer', editor: 'Editor', admin: 'Administrator' };

/** What a visitor needs to look around: one sign-in link for each person, and the published edition. */
function introduce({ guests, article }: SampleDesk, origin: string): void {
  console.log('\n  A throw-away desk with a made-up article. Each link signs one person in, once, within the hour;');
  console.log('  open them in separate browsers or private windows to be several people at once.\n');
  for (const { person, secret } of guests) {
    console.log(`  ${roleWords[person.role].padEnd(14)} ${person.name.padEnd(16)} ${origin}/sign-in/link#${secret}`);
  }
  console.log(`\n  The published edition                ${origin}/a/${article.slug}\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'stet-demo-'));
const host = process.env.HOST ?? '127.0.0.1';
const port = process.env.PORT ?? '3000';
process.env.DATABASE_URL = `file:${join(folder, 'stet.db')}`;
console.log('Setting the desk up…');
await migrate();
const desk = await fillSampleDesk();
await closeDatabase();
const server = spawn(process.execPath, ['bin/start.mjs'], {
  stdio: 'inherit',
  env: { ...process.env, HOST: host, PORT: port },
});
introduce(desk, process.env.STET_ORIGIN ?? `http://${host}:${port}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.once('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
