import type { VerdictValue } from '@/domain/scale';
import { Sign } from './sign';

/** A verdict in words and shape, in its colour. */
export const Verdict = ({ value }: { value: VerdictValue }) => (
  <span className="verdict" data-tone={value.colour}>
    <Sign glyph={value.glyph} />
    <bdi>{value.label}</bdi>
  </span>
);
