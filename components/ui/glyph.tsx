import type { ReactElement } from 'react';
import type { VerdictValue } from '@/domain/scale';

const disc = 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z';
const ring = `${disc}M8 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4Z`;
const cross =
  'M8 6.94l2.47-2.47 1.06 1.06L9.06 8l2.47 2.47-1.06 1.06L8 9.06l-2.47 2.47-1.06-1.06L6.94 8 4.47 5.53l1.06-1.06Z';
const check = 'M7 11.7 4.07 8.77l1.06-1.06L6.96 9.54l4.09-4.45 1.1 1.02Z';
const dash = 'M4.75 7.2h6.5v1.6h-6.5Z';
const tilde =
  'M4.1 9.3c.2-1.8 1-2.8 2.2-2.8.8 0 1.4.4 1.9.8.4.3.8.6 1.2.6.5 0 .8-.5.9-1.3h1.6c-.2 1.8-1 2.8-2.3 2.8-.8 0-1.4-.4-1.9-.8-.4-.3-.8-.6-1.2-.6-.5 0-.7.5-.8 1.3Z';
const question =
  'M5.6 6.4C5.7 4.9 6.7 4 8.1 4c1.5 0 2.5.9 2.5 2.1 0 1-.6 1.5-1.2 2-.5.4-.7.6-.7 1.1v.2H7.3V9c0-1 .5-1.5 1.1-1.9.5-.4.7-.6.7-1 0-.5-.4-.8-1-.8S7.1 5.7 7 6.4ZM8 10.3a.95.95 0 1 1 0 1.9.95.95 0 0 1 0-1.9Z';
const triangle = 'M8 1.2 15.4 14.4H.6Z M8 4.1 2.99 13h10.02Z';
const bang = 'M7.3 6.4h1.4l-.2 3.4h-1ZM8 10.3a.9.9 0 1 1 0 1.8.9.9 0 0 1 0-1.8Z';
const flame =
  'M8.9.8c.5 2.3-.4 3.5-1.5 4.7-.5-.6-.7-1.2-.7-1.9C4.5 5 2.9 7.2 2.9 9.7 2.9 12.8 5.2 15.2 8 15.2s5.1-2.4 5.1-5.3c0-3.7-2.7-5.1-4.2-9.1ZM8.1 8c1.5 1.2 2.2 2.2 2.2 3.5 0 1.3-1 2.3-2.3 2.3s-2.3-1-2.3-2.3c0-.9.4-1.6 1-2.2.1.5.3.9.6 1.2.6-.7.9-1.5.8-2.5Z';

/** Solid discs are the outright verdicts, rings the partial ones: the order reads without any colour. */
const shapes = {
  cross: disc + cross,
  'cross-half': ring + cross,
  tilde: ring + tilde,
  'check-half': ring + check,
  check: disc + check,
  warning: triangle + bang,
  question: ring + question,
  dash: ring + dash,
  flame,
} satisfies Record<VerdictValue['glyph'], string>;

/** The path of a verdict's shape in a square of 16. */
export const shapeOf = (name: VerdictValue['glyph']): string => shapes[name];

/**
 * The shape of a verdict, one letter high, in the colour of the text around it. Decorative: the label stands next to
 * it in words.
 */
export const Glyph = ({ name, className }: { name: VerdictValue['glyph']; className?: string }): ReactElement => (
  <svg className={className} viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
    <path fill="currentColor" fillRule="evenodd" d={shapes[name]} />
  </svg>
);
