import type { VerdictValue } from '@/domain/scale';
import { classes } from './classes';
import { Glyph } from './glyph';

type Props = {
  /** the verdict as its scale gives it; null while there is none */
  verdict: Pick<VerdictValue, 'label' | 'colour' | 'glyph'> | null;
  /** on its wash, as a tag */
  washed?: boolean;
  className?: string;
};

/** A verdict in shape, words and colour, in that order of importance. */
export const VerdictMark = ({ verdict, washed = false, className }: Props) => (
  <span
    data-tone={verdict?.colour ?? 'none'}
    className={classes(
      'inline-flex items-baseline gap-1.5 leading-tight whitespace-nowrap text-tone [&>svg]:size-[1.1em] [&>svg]:shrink-0 [&>svg]:self-center',
      verdict && 'font-semibold',
      washed && 'rounded-sm bg-tone-wash px-1.5 py-0.5',
      className,
    )}
  >
    {verdict && <Glyph name={verdict.glyph} />}
    {verdict?.label ?? 'No verdict yet'}
  </span>
);
