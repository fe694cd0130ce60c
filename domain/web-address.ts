import { z } from 'zod';

/** An absolute http or https address; nothing else is ever shown as a link. */
export const webAddress = z
  .string()
  .max(2000)
  .refine((value) => /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value), {
    error: 'Give a full web address that begins with http:// or https://.',
  });
