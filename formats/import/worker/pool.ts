import { availableParallelism } from 'node:os';
import { ok, type Result } from '@/domain/result';
import type { Given, Import } from '../article';
import type { Foreign, ForeignBytes } from '../foreign';
import { importText } from '../text';
import { Reader } from './reader';

/** Two at least, so that one hostile file keeps nobody waiting; where there are more, a processor is left to others. */
const MOST_READERS = Math.max(2, Math.min(4, availableParallelism() - 1));
/** How many imports may wait for a reader; the next is asked to come again. */
const MOST_WAITING = 24;
/** How long a reader waits for work before it gives its memory back, in ms. */
const IDLE = 60_000;
/** Text of this length, in UTF-16 units, is read in milliseconds: sooner than a worker is asked. */
const SHORT = 50_000;

type Pool = { idle: Reader[]; busy: number; waiting: ((reader: Reader) => void)[] };

/** One for the process: Next may load this module once for each route. */
const home = globalThis as { stetImportReaders?: Pool };
const pool = (): Pool => {
  home.stetImportReaders ??= { idle: [], busy: 0, waiting: [] };
  return home.stetImportReaders;
};

const busy = () =>
  ({
    ok: false,
    refusal: {
      kind: 'too-many',
      retryAfter: 5,
      problems: [{ rule: 'import-busy', message: 'Many articles are being read just now. Try again in some seconds.' }],
    },
  }) satisfies Result<never>;

async function taken(): Promise<Result<Reader>> {
  const { idle, waiting } = pool();
  if (pool().busy >= MOST_READERS) {
    if (waiting.length >= MOST_WAITING) return busy();
    return ok(await new Promise<Reader>((resolve) => waiting.push(resolve)));
  }
  pool().busy += 1;
  return ok(idle.pop() ?? new Reader());
}

/** Hands a reader to whoever waits, or lets it rest; one that has ended is replaced. */
function release(reader: Reader): void {
  const next = pool().waiting.shift();
  if (next) {
    next(reader.ended ? new Reader() : reader);
    return;
  }
  pool().busy -= 1;
  if (!reader.ended) rest(reader);
}

function rest(reader: Reader): void {
  const { idle } = pool();
  idle.push(reader);
  setTimeout(() => {
    const at = idle.indexOf(reader);
    if (at < 0) return;
    idle.splice(at, 1);
    reader.end();
  }, IDLE).unref();
}

/**
 * Reads an article from foreign content, stored nowhere yet: what a preview shows and an import stores are one call.
 * All but short text is read in a worker, so that no content, however hostile, keeps the server from answering others;
 * what takes over 20 seconds or over 768 MB is refused, as is what cannot be read.
 */
export async function importForeign(foreign: Foreign, given: Given = {}): Promise<Import> {
  if ('format' in foreign && foreign.format === 'text' && foreign.content.length <= SHORT) {
    return importText(foreign.content, given);
  }
  const reader = await taken();
  if (!reader.ok) return reader;
  try {
    return await reader.value.read({ foreign, given });
  } finally {
    release(reader.value);
  }
}

/** Reads an article from bytes: an uploaded file or a fetched page, by its declared type, charset, name and address. */
export const importBytes = (foreign: ForeignBytes, given: Given = {}): Promise<Import> => importForeign(foreign, given);
