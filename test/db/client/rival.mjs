import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@libsql/client';

/**
 * `node rival.mjs URL`: another process with a client of its own, which takes the write lock again and again and keeps
 * it a little longer than the desk's busy timeout. Ends when its input does.
 */
const client = createClient({ url: process.argv[2], concurrency: 1, timeout: 100 });
process.stdin.once('end', () => process.exit()).resume();

let turns = 0;
for (;;) {
  const transaction = await client.transaction('deferred');
  const held = await transaction.executeMultiple('COMMIT; BEGIN IMMEDIATE').then(
    () => true,
    () => false,
  );
  if (held) {
    if (turns === 0) process.stdout.write('locked\n');
    turns += 1;
    await transaction.execute(`INSERT INTO line (words) VALUES ('rival ${turns}')`);
    await pause(60 + Math.random() * 40);
    await transaction.commit();
  }
  transaction.close();
  await pause(5 + Math.random() * 10);
}
