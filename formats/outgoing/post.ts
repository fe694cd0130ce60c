import { ok, type Result, refuse } from '@/domain/result';
import { withinTime } from './deadline';
import { agentOf, type Outgoing } from './follow';
import { answerOf, systemResolve } from './hop';
import { waitAsked } from './page';
import { targetOf } from './target';

/** Milliseconds in which a receiver has to answer. */
const PATIENCE = 10_000;

/** What a receiver made of it. */
export type Receipt = { status: number; accepted: boolean /** seconds it asks to wait */; retryAfter?: number };

/**
 * Sends a message to a receiver, through the same judged and pinned addresses as every request to the world. What it
 * answers counts by its status alone: 2xx is accepted; a redirect is not followed and is a failure like any other. Refuses
 * as {@link askAt} does where no answer came.
 */
export async function postTo(
  address: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  outgoing: Outgoing,
): Promise<Result<Receipt>> {
  const { allow, origin, resolve = systemResolve } = outgoing;
  const target = targetOf(address, new Set(allow));
  if (!target.ok) return target;
  const message = { ...headers, 'User-Agent': agentOf(origin), 'Content-Length': String(Buffer.byteLength(body)) };
  return withinTime({ patience: PATIENCE, ...outgoing }, async (signal) => {
    const answer = await answerOf({ target: target.value, headers: message, body, resolve, signal });
    if (!answer.ok) return answer;
    const { statusCode: status = 0, headers: told } = answer.value;
    answer.value.destroy();
    return ok({ status, accepted: status >= 200 && status < 300, retryAfter: waitAsked(told['retry-after']) });
  });
}

/** Whether messages could ever be sent to an address, or why not; what its name stands for is judged at each sending. */
export const mayReceive = (address: string, allow: readonly string[]): Result<true> => {
  const target = targetOf(address, new Set(allow));
  return target.ok
    ? ok(true)
    : refuse('rule', 'webhook-address', target.refusal.problems[0]!.message, { pointer: '/url' });
};
