/** The colour tokens a verdict may name; each is `--tone-…` and `--tone-…-wash` in tokens.css. */
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
  'none',
] as const;
export type Tone = (typeof tones)[number];
