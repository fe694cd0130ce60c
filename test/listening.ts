import { createParser } from 'eventsource-parser';
import type { Event, Message } from '@/domain/event';

/** Somebody who listens to an event stream, and all that was said to them. */
export type Listener = {
  messages: Message[];
  /** of the lines of the log, their sequence numbers */
  numbers: () => number[];
  events: () => Event[];
  /** the id that was said last, for Last-Event-ID */
  last: () => string;
  /** resolves once what was said satisfies; rejects when the stream ends before */
  until: (enough: (messages: Message[]) => boolean) => Promise<void>;
  /** resolves when the stream has ended */
  ended: Promise<void>;
  leave: () => Promise<void>;
};

/** Listens to an answer, which must be an event stream. */
export async function listenTo(response: Response): Promise<Listener> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('text/event-stream')) throw new Error(`${response.status} ${type}: ${await response.text()}`);
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  const tellAll = () => {
    for (const each of waiting) each();
  };
  let last = '';
  let over = false;
  const parser = createParser({
    onEvent({ event, data, id }) {
      if (id !== undefined) last = id;
      messages.push({ event, data: JSON.parse(data) } as Message);
      tellAll();
    },
  });
  const reader = response.body!.getReader();
  const utf8 = new TextDecoder();
  const ended = (async () => {
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        parser.feed(utf8.decode(read.value, { stream: true }));
      }
    } catch {
      // cut off: an end like any other
    }
    over = true;
    tellAll();
  })();
  const until = (enough: (messages: Message[]) => boolean) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        const done = enough(messages);
        if (!done && !over) return;
        waiting.delete(look);
        if (done) resolve();
        else reject(new Error(`The stream ended after ${JSON.stringify(messages.slice(-3))}`));
      };
      waiting.add(look);
      look();
    });
  const events = () => messages.flatMap((message) => (message.event === 'activity' ? [message.data] : []));
  const numbers = () => events().map(({ id }) => Number(id));
  return { messages, events, numbers, last: () => last, until, ended, leave: () => reader.cancel() };
}
