import { z } from 'zod';

/** One line of the publishing checklist. */
export const checkSchema = z.object({
  rule: z.string(),
  holds: z.boolean(),
  blocking: z.boolean().describe('Publishing is refused while it does not hold.'),
  message: z.string(),
  claimId: z.string().nullable(),
});
export type Check = z.infer<typeof checkSchema>;

export const holds = (rule: string, message: string): Check => ({
  rule,
  holds: true,
  blocking: true,
  message,
  claimId: null,
});

export const blocks = (rule: string, message: string, claimId: string | null = null): Check => ({
  rule,
  holds: false,
  blocking: true,
  message,
  claimId,
});

/** Something to know that stops nothing. */
export const notes = (rule: string, message: string, claimId: string | null = null): Check => ({
  rule,
  holds: true,
  blocking: false,
  message,
  claimId,
});

export const isBroken = (check: Check): boolean => check.blocking && !check.holds;
