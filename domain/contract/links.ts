import { z } from 'zod';
import { claimLinkSchema, linkKinds } from '../claim-link';
import { addresses } from './addresses';
import { listOf, route } from './route';

export const newLinkSchema = z.strictObject({
  claim: z.string().min(1).max(64).describe('The other claim.'),
  kind: z.enum(linkKinds).describe('related: both ways; repeated: this claim says again what the other said.'),
});
export type NewLink = z.infer<typeof newLinkSchema>;

export const linkRoutes = {
  listLinks: route(addresses.listLinks, {
    summary: 'The claims that a claim is related to, repeats or is repeated by, oldest link first',
    access: 'read',
    answer: listOf(claimLinkSchema),
  }),
  linkClaim: route(addresses.linkClaim, {
    summary: 'Link a claim with another, or say otherwise how they are linked; it shows on both',
    access: 'annotate',
    body: newLinkSchema,
    answer: claimLinkSchema,
  }),
  unlinkClaim: route(addresses.unlinkClaim, {
    summary: 'Take a link between two claims away',
    access: 'annotate',
    status: 204,
    answer: z.null(),
  }),
};
