import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { newFolder } from '@/test/scratch';
import { type RunningServer, startServer } from '../server';

/**
 * Before the browser tests: one server on a free port, over a fresh database in a folder of its own, and its origin
 * in `STET_TEST_ORIGIN` with the setup link, if any, in `STET_TEST_SETUP_LINK`. After them: both gone, and what the
 * server printed in `test-results/server.log`.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = newFolder();
  const server: RunningServer = await startServer({ DATABASE_URL: `file:${folder}/stet.db` });
  process.env.STET_TEST_ORIGIN = server.origin;
  process.env.STET_TEST_DATABASE_URL = `file:${folder}/stet.db`;
  process.env.STET_TEST_SETUP_LINK = server.setupLink ?? '';
  return async () => {
    await server.stop();
    mkdirSync('test-results', { recursive: true });
    writeFileSync('test-results/server.log', server.printed());
    rmSync(folder, { recursive: true });
  };
}
