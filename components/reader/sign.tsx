import { shapeOf } from '@/components/ui/glyph';
import type { Scale, VerdictValue } from '@/domain/scale';

/*
 * A page may show the shapes of verdicts a thousand times: it holds each once, and shows it by its name. Decorative, for
 * the verdict stands beside it in words.
 */

const idOf = (glyph: VerdictValue['glyph']): string => `sign-${glyph}`;

/** The shapes of a scale's verdicts, once for a page. */
export const Signs = ({ scale }: { scale: Scale }) => (
  <svg className="vh" width="0" height="0" aria-hidden="true" focusable="false">
    {[...new Set(scale.values.map(({ glyph }) => glyph))].map((glyph) => (
      <symbol key={glyph} id={idOf(glyph)} viewBox="0 0 16 16">
        <path fill="currentColor" fillRule="evenodd" d={shapeOf(glyph)} />
      </symbol>
    ))}
  </svg>
);

/** The shape of a verdict, one letter high, in the colour of the text around it. */
export const Sign = ({ glyph }: Pick<VerdictValue, 'glyph'>) => (
  <svg className="glyph" width="1em" height="1em" aria-hidden="true" focusable="false">
    <use href={`#${idOf(glyph)}`} />
  </svg>
);
