import { z } from 'zod';

/** Neither spaces nor what cannot be stored: control characters, halves of surrogate pairs. */
const readable = /^https?:\/\/[^\s\p{Cc}\p{Surrogate}]+$/iu;

/** An absolute http or https address; nothing else is ever shown as a link. */
export const webAddress = z
  .string()
  .max(2000)
  .refine((value) => readable.test(value) && URL.canParse(value), {
    error: 'Give a full web address that begins with http:// or https://.',
  });
