import { z } from 'zod';
import { line } from './text';

/** What a claim that stands nowhere in the text is about. */
export const aboutSchema = z.union([
  z.enum(['headline', 'article']),
  z.strictObject({ image: line({ max: 1000 }).describe('A description or an address of the image.') }),
]);
export type About = z.infer<typeof aboutSchema>;
