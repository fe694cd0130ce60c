import { and, eq, gte, lt } from 'drizzle-orm';
import type { Actor, Permit, RequestKey } from '@/domain/permission';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { database, type Reads, type Tx } from './client';
import { idempotencyKeys } from './schema';

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused');
  }
}

/**
 * One write by somebody who may make it, in one transaction: either all of it is stored, with its activity, or, when
 * the work refuses or throws, nothing. Under an Idempotency-Key the answer is stored along with it, and a repetition
 * with the same body gets that answer without writing again. The work may run more than once (see `Database.write`).
 */
export async function write<T>(
  { actor }: Permit,
  work: (tx: Tx, actor: Actor) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await database().write(async (tx) => {
      const request = actor.id === null ? null : actor.request;
      if (!request) return accepted(await work(tx, actor));
      const kept = await answerKept<T>(tx, actor, request);
      if (kept) return accepted(kept);
      const result = accepted(await work(tx, actor));
      await keepAnswer(tx, actor, request, result.value);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, refusal: thrown.refusal };
    throw thrown;
  }
}

/**
 * The answer that a request got before under its Idempotency-Key, for a write that has to go out into the world first:
 * what is answered already need not, and the world may have changed. Null for a request that was not answered before.
 */
export async function answerBefore<T>({ actor }: Permit): Promise<Result<T> | null> {
  const request = actor.id === null ? null : actor.request;
  return request && answerKept<T>(database().read, actor, request);
}

/** A refusal must roll the transaction back, which only a throw does. */
function accepted<T>(result: Result<T>): { ok: true; value: T } {
  if (!result.ok) throw new Refused(result.refusal);
  return result;
}

/** How long an answer is kept under its key, and how often a process looks for those that need not be kept any more. */
const KEPT_DAYS = 30;
const HOUR = 3_600_000;
const oldestKept = (): string => new Date(Date.now() - KEPT_DAYS * 24 * HOUR).toISOString();

async function answerKept<T>(db: Pick<Reads, 'select'>, actor: Actor, request: RequestKey): Promise<Result<T> | null> {
  const [kept] = await db
    .select({ requestDigest: idempotencyKeys.requestDigest, answer: idempotencyKeys.answer })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.personId, actor.id ?? ''),
        eq(idempotencyKeys.route, request.route),
        eq(idempotencyKeys.key, request.key),
        gte(idempotencyKeys.createdAt, oldestKept()),
      ),
    );
  if (!kept) return null;
  if (kept.requestDigest === request.digest) return ok(JSON.parse(kept.answer) as T);
  return refuse('rule', 'key-reused', 'This Idempotency-Key was used for a different request. Send a new key.');
}

async function keepAnswer(tx: Tx, actor: Actor, request: RequestKey, value: unknown): Promise<void> {
  await forgetOldAnswers(tx);
  const { personId, route, key } = idempotencyKeys;
  const kept = {
    requestDigest: request.digest,
    answer: JSON.stringify(value ?? null),
    createdAt: new Date().toISOString(),
  };
  await tx
    .insert(idempotencyKeys)
    .values({ personId: actor.id ?? '', route: request.route, key: request.key, ...kept })
    .onConflictDoUpdate({ target: [personId, route, key], set: kept }); // one that is no longer kept, but still there
}

let lookedAt = 0;
async function forgetOldAnswers(tx: Tx): Promise<void> {
  if (Date.now() - lookedAt < HOUR) return;
  lookedAt = Date.now();
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, oldestKept()));
}
