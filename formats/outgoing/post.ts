import { ok, type Result, refuse } from '@/domain/result';
import type { Attempt } from '@/domain/webhook';
import { withinTime } from './deadline';
import { agentOf, type Outgoing } from './follow';
import { answerOf, systemResolve } from './hop';
import { waitAsked } from './page';
import { targetOf } from './target';

/** Milliseconds in which a receiver has to answer. */
const PATIENCE = 10_000;

/** What a receiver made of it. */
type Receipt = { status: number; accepted: boolean /** seconds it asks to wait */; retryAfter?: number };

/**
 * Sends a message to a receiver, through the same judged and pinned addresses as every request to the world. What it
 * answers counts by its status alone: 2xx is accepted; a redirect is not followed and is a failure like any other. Refuses
 * as {@link askAt} does where no answer came.
 */
async function postTo(
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

/** Why no answer came, for whoever looks after the receiver. */
const sentences: Record<string, string> = {
  'fetch-private':
    'The address leads into a private network or to this server itself, which STET_FETCH_ALLOW does not list.',
  'fetch-name': 'No receiver of this name was found.',
  'fetch-certificate': 'The receiver’s certificate is not valid.',
  'fetch-slow': 'No answer came within ten seconds.',
  'fetch-broken': 'The receiver broke off before it answered.',
  'fetch-cancelled': 'This server was stopped before an answer came.',
};
const sentenceFor = (rule = ''): string => sentences[rule] ?? 'The receiver could not be reached.';

/** One attempt to deliver a message: whatever goes wrong outside is what came of it. */
export async function attemptAt(
  address: string,
  message: { headers: Record<string, string>; body: string },
  outgoing: Outgoing,
): Promise<Attempt> {
  const begun = performance.now();
  const answer = await postTo(address, message, outgoing);
  const took = Math.round(performance.now() - begun);
  if (!answer.ok) return { status: null, problem: sentenceFor(answer.refusal.problems[0]?.rule), took };
  const { status, accepted, retryAfter } = answer.value;
  return { status, problem: accepted ? null : `The receiver answered with status ${status}.`, took, retryAfter };
}

/** Whether messages could ever be sent to an address, or why not; what its name stands for is judged at each sending. */
export const mayReceive = (address: string, allow: readonly string[]): Result<true> => {
  const target = targetOf(address, new Set(allow));
  return target.ok
    ? ok(true)
    : refuse('rule', 'webhook-address', target.refusal.problems[0]!.message, { pointer: '/url' });
};
