import { and, eq, lt } from 'drizzle-orm';
import type { Actor, Permit, RequestKey } from '@/domain/permission';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { database, type Tx } from './client';
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

/** A refusal must roll the transaction back, which only a throw does. */
function accepted<T>(result: Result<T>): { ok: true; value: T } {
  if (!result.ok) throw new Refused(result.refusal);
  return result;
}

/** How long an answer is kept under its key. */
const KEPT_DAYS = 30;
const oldestKept = (): string => new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString();

async function answerKept<T>(tx: Tx, actor: Actor, request: RequestKey): Promise<Result<T> | null> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, oldestKept()));
  const [kept] = await tx
    .select({ requestDigest: idempotencyKeys.requestDigest, answer: idempotencyKeys.answer })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.personId, actor.id ?? ''),
        eq(idempotencyKeys.route, request.route),
        eq(idempotencyKeys.key, request.key),
      ),
    );
  if (!kept) return null;
  if (kept.requestDigest === request.digest) return ok(JSON.parse(kept.answer) as T);
  return refuse('rule', 'key-reused', 'This Idempotency-Key was used for a different request. Send a new key.');
}

async function keepAnswer(tx: Tx, actor: Actor, request: RequestKey, value: unknown): Promise<void> {
  await tx.insert(idempotencyKeys).values({
    personId: actor.id ?? '',
    route: request.route,
    key: request.key,
    requestDigest: request.digest,
    answer: JSON.stringify(value ?? null),
    createdAt: new Date().toISOString(),
  });
}
