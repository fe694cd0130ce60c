import { Glyph } from '@/components/ui/glyph';
import type { VerdictValue } from '@/domain/scale';

/** A verdict in words and shape, in its colour. */
export const Verdict = ({ value }: { value: VerdictValue }) => (
  <span className="verdict" data-tone={value.colour}>
    <Glyph name={value.glyph} className="glyph" />
    <bdi>{value.label}</bdi>
  </span>
);
