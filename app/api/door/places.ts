import { ok, type Result } from '@/domain/result';

/** Event streams that one person may have open in this process: one for each browser, and some for programs. */
export const MOST_STREAMS = 20;
/** Seconds after which one that was closed has surely given its place back. */
const SOON = 5;

const PROCESS_WIDE: unique symbol = Symbol.for('stet.streams');
const holder = globalThis as typeof globalThis & { [PROCESS_WIDE]?: Map<string, number> };

/** Takes one of a person's places for event streams, to be given back once; refused when all are taken. */
export function takePlace(personId: string): Result<() => void> {
  holder[PROCESS_WIDE] ??= new Map();
  const taken = holder[PROCESS_WIDE];
  const before = taken.get(personId) ?? 0;
  if (before >= MOST_STREAMS) return tooMany();
  taken.set(personId, before + 1);
  let given = false;
  const giveBack = () => {
    if (given) return;
    given = true;
    const left = (taken.get(personId) ?? 1) - 1;
    if (left > 0) taken.set(personId, left);
    else taken.delete(personId);
  };
  return ok(giveBack);
}

const message = `You follow the desk in ${MOST_STREAMS} places already, which is as many as there may be. Close some of them.`;
const tooMany = (): Result<never> => ({
  ok: false,
  refusal: { kind: 'too-many', retryAfter: SOON, problems: [{ rule: 'too-many-streams', message }] },
});
