import type { VerdictValue } from '@/domain/scale';

/** What the colour tokens look like, for whoever chooses one. */
export const colourNames: Record<VerdictValue['colour'], string> = {
  'pants-on-fire': 'Crimson',
  false: 'Red',
  'mostly-false': 'Orange',
  mixed: 'Ochre',
  'mostly-true': 'Blue-green',
  true: 'Green',
  misleading: 'Violet',
  unproven: 'Slate',
  'not-checkable': 'Grey',
};

/** What the glyphs look like. */
export const glyphNames: Record<VerdictValue['glyph'], string> = {
  flame: 'Flame',
  cross: 'Cross',
  'cross-half': 'Cross in a ring',
  tilde: 'Wave in a ring',
  'check-half': 'Tick in a ring',
  check: 'Tick',
  warning: 'Warning sign',
  question: 'Question mark',
  dash: 'Dash',
};
