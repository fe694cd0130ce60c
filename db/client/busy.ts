import { channel } from 'node:diagnostics_channel';
import { setTimeout as pause } from 'node:timers/promises';

/** How long, in milliseconds, a statement is tried again while another process holds the database. */
export const PATIENCE = 10_000;

/** Why the database could do nothing. Nothing was changed, and asking again later may succeed. */
export abstract class Unavailable extends Error {
  /** seconds after which another try makes sense, for Retry-After */
  abstract readonly retryAfter: number;
}

/** The database stayed locked for as long as we are prepared to wait. */
export class DatabaseBusy extends Unavailable {
  override readonly name = 'DatabaseBusy';
  readonly retryAfter = 1;

  constructor(cause: unknown) {
    super('The database is held by another process. Nothing was changed; try again in a moment.', { cause });
  }
}

/** The database was closed, as it is when the server ends. */
export class DatabaseClosed extends Unavailable {
  override readonly name = 'DatabaseClosed';
  readonly retryAfter = 5;

  constructor() {
    super('The database is closed, because the server is ending. Nothing was changed; try again when it is back.');
  }
}

/**
 * What goes away by itself, and after which nothing was kept: a lock of any kind (`SQLITE_BUSY_SNAPSHOT` is one), or a
 * remote stream that ran out of time. The last three are a libSQL server's own (libsql-server, `hrana/stmt.rs` and
 * `hrana/http/stream.rs`).
 */
const PASSING = /^(SQLITE_BUSY|SQLITE_LOCKED|TRANSACTION_BUSY$|TRANSACTION_TIMEOUT$|STREAM_EXPIRED$)/;

/** Drizzle and `batch` wrap what libSQL throws, so the whole chain of causes is looked at. */
function* chain(error: unknown): Generator<Error & { code?: unknown }> {
  for (let link = error; link instanceof Error; link = link.cause) yield link;
}

/** Whether an error says that the same statements may succeed a moment later. */
export const isPassing = (error: unknown): boolean =>
  [...chain(error)].some(({ code }) => typeof code === 'string' && PASSING.test(code));

/** The {@link Unavailable} at the bottom of a failure, found by name since bundles may hold its class more than once. */
export const unavailable = (error: unknown): Unavailable | undefined =>
  [...chain(error)].find((link): link is Unavailable => link.name === 'DatabaseBusy' || link.name === 'DatabaseClosed');

/** Hears of every lock that was met, for measuring. */
export const locksMet = channel('stet:database-lock');

/** Full jitter, so that two processes which met once do not go on meeting. */
const pauseAfter = (tries: number): number => Math.random() * Math.min(200, 10 * 2 ** tries);

/**
 * Tries until it works, fails for another reason, or `until` (on the clock of `performance.now()`) has passed;
 * then throws {@link DatabaseBusy}. There is always one try.
 */
export async function persist<T>(attempt: () => Promise<T>, until: number): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error)) throw error;
      locksMet.publish(error);
      if (performance.now() >= until) throw new DatabaseBusy(error);
    }
    await pause(pauseAfter(tries));
  }
}
