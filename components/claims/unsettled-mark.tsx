import { CircleSlash, PencilLine } from 'lucide-react';
import type { Unsettled } from '@/domain/settling';
import { Badge } from '../ui/badge';

/** That a claim is to be settled, since its words changed or are lost. */
export const UnsettledMark = ({ state }: Pick<Unsettled, 'state'>) =>
  state === 'lost' ? (
    <Badge mood="danger" icon={<CircleSlash aria-hidden />}>
      Lost: settle it
    </Badge>
  ) : (
    <Badge mood="warn" icon={<PencilLine aria-hidden />}>
      Changed: settle it
    </Badge>
  );
