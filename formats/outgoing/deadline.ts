import type { Result } from '@/domain/result';
import { forbidden, ruleOf } from './sentences';

/** Milliseconds that a fetch may take in all. */
const PATIENCE = 15_000;

/**
 * Runs work that ends, however slowly a site goes on sending, when its time is up or the caller's signal says so. What
 * fails outside is refused in words; bugs are thrown.
 */
export async function withinTime<T>(
  { signal, patience = PATIENCE }: { signal?: AbortSignal; patience?: number },
  work: (signal: AbortSignal) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (signal?.aborted) return forbidden('cancelled');
  const end = new AbortController();
  const cancel = () => end.abort();
  const timer = setTimeout(cancel, patience);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await work(end.signal);
  } catch (thrown) {
    if (signal?.aborted) return forbidden('cancelled');
    const rule = end.signal.aborted ? 'slow' : ruleOf(thrown);
    if (rule) return forbidden(rule);
    throw thrown;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}
