import { useState } from 'react';
import { call } from '@/client/call';
import type { Event } from '@/domain/event';
import type { Schedule } from '@/domain/schedule';
import type { Checking } from '../claims/under-check';
import { useNews } from '../live/refreshed';

const isOfEditions =
  (articleId: string) =>
  (event: Event): boolean =>
    event.articleId === articleId && event.type.startsWith('edition.');

/** The edition of an article that waits for its hour or failed at it, whoever scheduled it or took it back meanwhile. */
export function useSchedule({ article: { id }, scheduled, me, since }: Checking): Schedule | null {
  const [schedule, setSchedule] = useState(scheduled);
  useNews(me.id, since, isOfEditions(id), async () => {
    const answer = await call('readSchedule', { params: { id }, person: me.id });
    if (answer.ok) setSchedule(answer.value);
  });
  return schedule;
}
