import { z } from 'zod';
import { line, text } from './text';

/** Colour tokens a verdict may wear (`--tone-…` in the stylesheets) and glyphs that tell it without colour. */
export const tones = [
  'pants-on-fire',
  'false',
  'mostly-false',
  'mixed',
  'mostly-true',
  'true',
  'misleading',
  'unproven',
  'not-checkable',
] as const;
export const glyphs = [
  'flame',
  'cross',
  'cross-half',
  'tilde',
  'check-half',
  'check',
  'warning',
  'question',
  'dash',
] as const;

const slug = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'Use lowercase letters, digits and single hyphens.' });

/** One verdict of a scale. `rating` counts from 1, the worst; values outside the order have none. */
export const verdictValueSchema = z.object({
  key: slug(40),
  label: line({ max: 60 }),
  definition: text({ max: 300, min: 1 }),
  rating: z.int().min(1).max(20).optional(),
  needsEvidence: z.boolean(),
  adverse: z.boolean().describe('Says something bad of the claimant.'),
  reviewable: z.boolean().optional().describe('False: published, but never as a ClaimReview.'),
  colour: z.enum(tones),
  glyph: z.enum(glyphs),
});
export type VerdictValue = z.infer<typeof verdictValueSchema>;

/** How many values a scale may have. */
export const mostValues = 20;

export const scaleSchema = z.object({
  id: slug(40),
  version: z.int().min(1),
  name: line({ max: 80 }),
  ordered: z.boolean(),
  values: z
    .array(verdictValueSchema)
    .min(2)
    .max(mostValues)
    .describe('Ordered values from worst to best, then the others.'),
});
export type Scale = z.infer<typeof scaleSchema>;

export const verdictOf = (scale: Scale, key: string | null): VerdictValue | null =>
  scale.values.find((value) => value.key === key) ?? null;
