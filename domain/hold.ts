import { z } from 'zod';

export const holdKinds = ['legal', 'embargo'] as const;
export type HoldKind = (typeof holdKinds)[number];

/** What keeps an article from being published: a legal question until somebody lifts it, an embargo until its time. */
export const holdSchema = z.object({
  kind: z.enum(holdKinds),
  until: z.iso.datetime().nullable().describe('When an embargo ends, by itself; null for a legal hold.'),
  reason: z.string(),
  setBy: z.string().describe('The id of a person.'),
  setAt: z.iso.datetime(),
});
export type Hold = z.infer<typeof holdSchema>;

/** Whether a hold stands at an instant: an embargo ends by itself at its time. */
export const stands = ({ until }: Pick<Hold, 'until'>, at: Date): boolean =>
  until === null || Date.parse(until) > at.getTime();
