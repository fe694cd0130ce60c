import { z } from 'zod';
import { activitySchema } from './activity';
import { presenceSchema } from './presence';

/** A line of the log as the event stream tells it: that something was done and to what, never what it says. */
export const eventSchema = activitySchema.omit({ content: true, erased: true, digest: true });
export type Event = z.infer<typeof eventSchema>;

/**
 * What an event stream says, by the name of the event. `ready` begins it: all after `head` will follow. `behind`: more
 * was missed than is told one by one, so the state is to be read anew. `end`: the caller may not listen any more.
 */
export const messageSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready'), data: z.object({ head: z.int() }) }),
  z.object({ event: z.literal('activity'), data: eventSchema }),
  z.object({ event: z.literal('presence'), data: presenceSchema }),
  z.object({ event: z.literal('behind'), data: z.object({ head: z.int() }) }),
  z.object({ event: z.literal('end'), data: z.object({ reason: z.string() }) }),
]);
export type Message = z.infer<typeof messageSchema>;

/** Seconds between two signs of life of an event stream. */
export const HEARTBEAT = 15;
