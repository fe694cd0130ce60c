import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@libsql/client';

/**
 * `node holder.mjs URL TURNS`: another process that takes the write lock so many times, and keeps it a little longer
 * each time than the desk's busy timeout. It writes nothing.
 */
const [url, turns] = process.argv.slice(2);
const client = createClient({ url, concurrency: 1, timeout: 100 });

for (let turn = 0; turn < Number(turns); ) {
  const transaction = await client.transaction('deferred');
  const held = await transaction.executeMultiple('COMMIT; BEGIN IMMEDIATE').then(
    () => true,
    () => false,
  );
  if (held) {
    turn += 1;
    await pause(60 + Math.random() * 40);
  }
  transaction.close();
  await pause(5 + Math.random() * 10);
}
