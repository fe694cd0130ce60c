import { z } from 'zod';
import type { Activity, ActivityType } from './activity';
import { webAddress } from './web-address';

/** What other systems can be told of, each with the kinds of activity that it stands for. */
const kinds = {
  'claim.submitted': ['claim.submitted'],
  'claim.decided': ['claim.approved', 'claim.returned'],
  'edition.published': ['edition.published'],
  'edition.corrected': ['edition.published', 'edition.withdrawn', 'claim.withdrawn'],
  'article.changed': ['revision.added'],
} as const satisfies Record<string, readonly ActivityType[]>;
export type WebhookKind = keyof typeof kinds;
export const webhookKinds = Object.keys(kinds) as [WebhookKind, ...WebhookKind[]];

/** What people call them. */
export const webhookKindNames: Record<WebhookKind, string> = {
  'claim.submitted': 'A claim is submitted',
  'claim.decided': 'A claim is approved or returned',
  'edition.published': 'An article is published',
  'edition.corrected': 'A later edition corrects it, or something is withdrawn',
  'article.changed': 'An article under check gets a new text',
};

/** The activity that a hook of these kinds may have to tell of. */
export const activityOf = (wanted: readonly WebhookKind[]): ActivityType[] => [
  ...new Set(wanted.flatMap((kind) => kinds[kind])),
];

/** What an entry of the log is to other systems; null for what they are not told of. The first edition corrects nothing. */
export function webhookKindOf({ type, content }: Pick<Activity, 'type' | 'content'>): WebhookKind | null {
  if (type === 'edition.published') return content?.tier == null ? 'edition.published' : 'edition.corrected';
  return webhookKinds.find((kind) => (kinds[kind] as readonly ActivityType[]).includes(type)) ?? null;
}

export const webhookSchema = z.object({
  id: z.string(),
  url: z.string(),
  kinds: z.array(z.enum(webhookKinds)),
  paused: z.boolean(),
  failures: z.int().describe('Attempts in a row that failed; 0 while deliveries arrive.'),
  problem: z.string().nullable().describe('Why the last attempt failed, in a sentence.'),
  dueAt: z.iso.datetime().nullable().describe('When the next attempt is made after one that failed.'),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export type Webhook = z.infer<typeof webhookSchema>;

export const webhookFields = {
  url: webAddress.describe('Where deliveries are sent, by POST.'),
  kinds: z
    .array(z.enum(webhookKinds))
    .min(1, { error: 'Choose at least one thing to tell of.' })
    .max(webhookKinds.length),
};

/** One attempt to deliver, as the log of deliveries tells of it. */
export const deliverySchema = z.object({
  id: z.string(),
  message: z.string().describe('The webhook-id that the receiver is sent, the same at every attempt.'),
  kind: z.string(),
  attempt: z.int().min(1),
  at: z.iso.datetime(),
  status: z.int().nullable().describe('What the receiver answered; null where no answer came.'),
  problem: z.string().nullable().describe('Why it failed, in a sentence; null when it arrived.'),
  took: z.int().describe('Milliseconds.'),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** What came of an attempt: the receiver's status if it answered, and why it failed, null if it arrived. */
export type Attempt = {
  status: number | null;
  problem: string | null;
  /** milliseconds */
  took: number;
  /** seconds that the receiver asks to wait */
  retryAfter?: number;
};

/** Seconds to wait after so many failures in a row: from ten seconds up to an hour, and so on for good. */
const waits = [10, 30, 120, 600, 1800, 3600];

/** When to try again after `failures` failures in a row, not before the receiver asks for (seconds), at most a day. */
export function retryAt(failures: number, now: Date, asked = 0): Date {
  const wait = waits[Math.min(failures, waits.length) - 1] ?? 0;
  return new Date(now.getTime() + Math.max(wait, Math.min(asked, 86_400)) * 1000);
}
