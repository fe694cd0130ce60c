import Link from 'next/link';
import type { Schedule } from '@/domain/schedule';
import { LocalTime } from '../ui/local-time';

/** When the next edition comes out, or that it did not, in a line; nothing of one that is out. */
export function ScheduledLine({ schedule, articleId }: { schedule: Schedule; articleId: string }) {
  const { state, number, at } = schedule;
  const page = `/articles/${articleId}/publish#hour`;
  if (state === 'published') return null;
  return state === 'waiting' ? (
    <span>
      <Link href={page}>Edition {number}</Link> comes out <LocalTime at={at} />
    </span>
  ) : (
    <span className="text-danger">
      <Link href={page}>Edition {number}</Link> did not come out at its hour, <LocalTime at={at} />
    </span>
  );
}
