import type { z } from 'zod';
import { type Following, follow } from '@/db/events/follow';
import type { Route } from '@/domain/contract/route';
import { HEARTBEAT, type Message } from '@/domain/event';
import { ok, type Result, refuse } from '@/domain/result';
import { callerOf } from './caller';
import { type Context, callOf, failure, type Handler } from './handle';
import { takePlace } from './places';
import { problemResponse } from './problem';

/** Bytes that may wait for a slow listener before it is let go; it comes back and catches up. */
const MOST_WAITING = 1_000_000;

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // nothing on the way may keep, compress or gather what is meant for now
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

type EventRoute<Q extends z.ZodObject, A extends z.ZodType> = Route<z.ZodNever, Q, A, 'read'>;

/** A route handler of Next that answers with the events of an article or, where its address names none, of the desk. */
export function handleEvents<Q extends z.ZodObject, A extends z.ZodType>(route: EventRoute<Q, A>): Handler {
  return async (request, context) => {
    try {
      const opened = await open(route, request, context);
      if (!opened.ok) return problemResponse(opened.refusal);
      if (request.method !== 'HEAD') return new Response(opened.value.body, { headers });
      opened.value.end();
      return new Response(null, { headers });
    } catch (thrown) {
      return failure(thrown);
    }
  };
}

/** The number of the last line of the log that the client knows; null where it names none. */
function lastKnown({ headers }: Request): Result<number | null> {
  const given = headers.get('last-event-id')?.trim();
  if (!given) return ok(null);
  if (/^\d{1,15}$/.test(given)) return ok(Number(given));
  return refuse('malformed', 'last-event-id', 'Last-Event-ID is the id of an event of this stream, a whole number.');
}

async function open<Q extends z.ZodObject, A extends z.ZodType>(
  route: EventRoute<Q, A>,
  request: Request,
  context: Context,
): Promise<Result<EventStream>> {
  const given = await context.params;
  const call = await callOf(route, request, new URL(request.url), given);
  if (!call.ok) return call;
  const after = lastKnown(request);
  if (!after.ok) return after;
  const { permit } = call.value;
  const place = takePlace(permit.actor.id ?? '');
  if (!place.ok) return place;
  const stream = new EventStream(route, request, place.value);
  try {
    const from = { after: after.value, articleId: given?.id ?? null };
    const following = await follow(permit, from, stream.give, stream.check);
    if (following.ok) stream.begin(following.value);
    else stream.end();
    return following.ok ? ok(stream) : following;
  } catch (thrown) {
    stream.end();
    throw thrown;
  }
}

const utf8 = new TextEncoder();

/** One listener: what is sent to it, and the end of it, however that comes. */
class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #following: Following | null = null;
  #beat: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(
    private readonly route: EventRoute<z.ZodObject, z.ZodType>,
    private readonly request: Request,
    private readonly giveBack: () => void,
  ) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => this.end(),
      },
      { highWaterMark: MOST_WAITING, size: ({ byteLength }) => byteLength },
    );
    request.signal.addEventListener('abort', this.end);
  }

  begin(following: Following): void {
    this.#following = following;
    if (this.#ended || this.request.signal.aborted) this.end();
    else this.#beat = setInterval(() => void this.#heartbeat(), HEARTBEAT * 1000).unref();
  }

  give = ({ event, data }: Message): void => {
    const id = event === 'activity' ? data.id : 'head' in data ? data.head : null;
    this.#send(`event: ${event}\n${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
  };

  /** Whether the caller may listen still; ends the stream when not, or when nobody can tell. */
  check = async (): Promise<void> => {
    try {
      const caller = await callerOf(this.request, new URL(this.request.url), this.route.access);
      if (caller.ok) return this.#following?.renew(caller.value);
      this.give({ event: 'end', data: { reason: caller.refusal.problems[0]?.rule ?? 'signed-out' } });
    } catch {
      // the database cannot be asked: whoever may listen comes back and is answered by what is wrong
    }
    this.end();
  };

  end = (): void => {
    clearInterval(this.#beat);
    this.#following?.stop();
    this.giveBack();
    this.request.signal.removeEventListener('abort', this.end);
    if (this.#ended) return;
    this.#ended = true;
    try {
      this.#controller.close();
    } catch {
      // whoever listened has closed it already
    }
  };

  async #heartbeat(): Promise<void> {
    await this.check();
    if (this.#following) this.#send(`: here\nid: ${this.#following.head()}\n\n`);
  }

  #send(text: string): void {
    if (this.#ended) return;
    if ((this.#controller.desiredSize ?? 0) > 0) this.#controller.enqueue(utf8.encode(text));
    else this.end();
  }
}
