import { z } from 'zod';
import { line } from './text';
import { webAddress } from './web-address';

export const claimantTypes = ['person', 'organisation', 'publication'] as const;
export const claimantSchema = z.strictObject({
  name: line({ max: 200 }),
  type: z.enum(claimantTypes),
  role: line({ max: 200 }).nullable().optional(),
  sameAs: webAddress.nullable().optional(),
});
export type Claimant = z.infer<typeof claimantSchema>;
