import type { VerdictValue } from '@/domain/scale';

/** A verdict's colour token, or `none` while there is no verdict: the values of `data-tone` in tokens.css. */
export type Tone = VerdictValue['colour'] | 'none';
