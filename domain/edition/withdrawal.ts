import { z } from 'zod';
import { type Frame, type Payload, type Withdrawal, withdrawalSchema } from './payload';

/** The withdrawals of claims, by their numbers. */
export type WithdrawnClaims = ReadonlyMap<number, Withdrawal>;

/** A payload as the world may read it: of a withdrawn claim its hash and the reason, neither its words nor its salt. */
export const withoutWithdrawn = ({ frame, claims }: Payload, withdrawn: WithdrawnClaims): Payload => ({
  frame,
  claims: claims.map((entry) => {
    const withdrawal = 'claim' in entry ? withdrawn.get(entry.claim.k) : undefined;
    return withdrawal ? { hash: entry.hash, withdrawal } : entry;
  }),
});

/** All that is left of a withdrawn edition: its place in the chain, and why. */
export const withdrawnEditionSchema = z.object({
  format: z.literal('stet-edition/1'),
  edition: z.object({
    number: z.int().min(1),
    publishedAt: z.iso.datetime(),
    previousDigest: z.string().nullable(),
  }),
  digest: z.string().describe('Of what was published, so that the chain of digests holds.'),
  withdrawal: withdrawalSchema,
});
export type WithdrawnEdition = z.infer<typeof withdrawnEditionSchema>;

export const withdrawnEdition = (
  edition: Pick<Frame['edition'], 'number' | 'publishedAt' | 'previousDigest'>,
  digest: string,
  withdrawal: Withdrawal,
): WithdrawnEdition => ({
  format: 'stet-edition/1',
  edition: { number: edition.number, publishedAt: edition.publishedAt, previousDigest: edition.previousDigest },
  digest,
  withdrawal,
});
