import { z } from 'zod';
import { text } from '../text';

/** The types of the log's entries that tell of an erasure, each of what was asked for. */
export const erasureTypes = ['person.erased', 'claim.erased', 'edition.erased'] as const;
export type ErasureType = (typeof erasureTypes)[number];

export const isErasure = (type: string): type is ErasureType => (erasureTypes as readonly string[]).includes(type);

/** That something was erased: when, by whom and why. */
export const erasedSchema = z.object({
  at: z.iso.datetime(),
  by: z.string().nullable().describe("A person's id; null for the server's command line."),
  reason: z.string().nullable().describe('Null where the reason itself was erased since, for a name in it.'),
});
export type Erased = z.infer<typeof erasedSchema>;

export const eraseSchema = z.strictObject({
  reason: text({ max: 2000 })
    .refine((reason) => reason.trim() !== '', { error: 'Give a reason: the log keeps it for good.' })
    .describe('Kept in the log, without the words that are erased.'),
});
export type EraseRequest = z.infer<typeof eraseSchema>;

export const staysSchema = z.object({
  what: z.string(),
  links: z.array(z.object({ label: z.string(), href: z.string() })).describe('Where it stays.'),
});
export type Stays = z.infer<typeof staysSchema>;

/** What erasing something would take and leave, in sentences; or, once it was done, that it was. */
export const erasingSchema = z.object({
  erased: erasedSchema.nullable(),
  refusal: z
    .object({ rule: z.string(), message: z.string() })
    .nullable()
    .describe('Why it cannot be erased now; null where it can.'),
  goes: z.array(z.string()),
  stays: z.array(staysSchema),
});
export type Erasing = z.infer<typeof erasingSchema>;

/**
 * What an entry of the log tells of an erasure. The chain covers it, so that whatever is missing and not told here was
 * taken by hand.
 */
export const toldSchema = z.object({
  reason: z.string(),
  contents: z.array(z.int()).describe('Sequence numbers of the entries whose content was erased.'),
  hashes: z.array(z.string()).describe('Of the claims whose words were taken out of editions.'),
  editions: z.array(z.string()).describe('Ids of the editions whose words were taken out whole.'),
});
export type Told = z.infer<typeof toldSchema>;

/** Everything that was erased, as far as the log tells of it. */
export type ToldErased = { contents: ReadonlySet<number>; hashes: ReadonlySet<string>; editions: ReadonlySet<string> };

/** What several entries tell together. */
export const toldTogether = (all: readonly Told[]): ToldErased => ({
  contents: new Set(all.flatMap(({ contents }) => contents)),
  hashes: new Set(all.flatMap(({ hashes }) => hashes)),
  editions: new Set(all.flatMap(({ editions }) => editions)),
});
