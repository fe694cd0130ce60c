import { CircleDot, ThumbsDown, ThumbsUp } from 'lucide-react';
import type { Stance } from '@/domain/evidence';
import { Badge } from '../ui/badge';

export const stanceWords: Record<Stance, string> = { supports: 'Supports', refutes: 'Refutes', context: 'Context' };
const icons = { supports: ThumbsUp, refutes: ThumbsDown, context: CircleDot };

/** Which way a piece of evidence points: in a word and a shape. */
export function StanceMark({ stance }: { stance: Stance }) {
  const Icon = icons[stance];
  return <Badge icon={<Icon aria-hidden />}>{stanceWords[stance]}</Badge>;
}
