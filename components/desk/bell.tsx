'use client';
import { Bell as BellIcon } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { notifications } from '@/client/notifications';
import type { Event } from '@/domain/event';
import type { Names } from '@/domain/names';
import { grouped, type NotificationGroup } from '@/domain/notification';
import { groupInWords, placeOfGroup } from '@/domain/notification-words';
import { useNews } from '../live/refreshed';
import { buttonLook } from '../ui/button';
import { classes } from '../ui/classes';
import { HeaderSlot } from '../ui/header-slot';
import { Popover } from '../ui/popover';
import { RelativeTime } from '../ui/relative-time';

type Props = {
  unread: number;
  /** id of who is looking */
  person: string;
  /** the number of the last line of the log when the page was made */
  since: number;
};

const MINUTE = 60_000;
/** As far as unread ones are counted. */
const COUNTED = 100;

/** Nobody is told of what they did themselves. */
const mayTell =
  (person: string) =>
  ({ by }: Event): boolean =>
    by !== person;

/** Asks for news when others did something, each minute, and whenever the person comes back to the page. */
function useTold({ unread, person, since }: Props): void {
  useNews(person, since, mayTell(person), notifications.refresh);
  useEffect(() => notifications.begin(unread), [unread]);
  useEffect(() => {
    const ask = () => document.visibilityState === 'visible' && void notifications.refresh();
    ask();
    const timer = setInterval(ask, MINUTE);
    window.addEventListener('focus', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', ask);
    };
  }, []);
}

const countWords = (unread: number): string => {
  if (unread === 0) return 'nothing new';
  return unread >= COUNTED ? 'a hundred or more new' : `${unread} new`;
};

/** What the person is told of, behind a bell in the desk's bar. */
export function Bell({ names, ...told }: Props & { names: Names }) {
  useTold(told);
  const { items, unread } = useSyncExternalStore(notifications.subscribe, notifications.get, notifications.atFirst);
  const [open, setOpen] = useState(false);
  const groups = grouped(items);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) void notifications.refresh();
  };
  return (
    <HeaderSlot slot="bell">
      <Popover
        label="Notifications"
        align="end"
        open={open}
        onOpenChange={change}
        trigger={
          <button
            type="button"
            aria-label={`Notifications: ${countWords(unread)}`}
            className={classes(buttonLook('quiet'), 'relative size-9 px-0')}
          >
            <BellIcon aria-hidden />
            {unread > 0 && (
              <span
                aria-hidden
                className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-xs leading-4 text-accent-ink tabular-nums"
              >
                {unread >= COUNTED ? '99+' : unread}
              </span>
            )}
          </button>
        }
      >
        <div className="flex items-baseline justify-between gap-2 pb-1">
          <h2 className="font-semibold">Notifications</h2>
          {unread > 0 && (
            <button type="button" className={buttonLook('quiet', 'sm')} onClick={() => void notifications.readAll()}>
              Mark all as read
            </button>
          )}
        </div>
        {groups.length === 0 ? (
          <p className="text-ink-soft">Nothing yet. You are told here what others do with your work.</p>
        ) : (
          <ul className="-mx-4 flex max-h-[60dvh] flex-col overflow-y-auto border-y">
            {groups.map((group) => (
              <Row key={group.key} group={group} names={names} onOpen={() => setOpen(false)} />
            ))}
          </ul>
        )}
        <p className="pt-2 text-sm">
          <Link href="/settings#notifications" onClick={() => setOpen(false)}>
            Choose what you are told of
          </Link>
        </p>
      </Popover>
    </HeaderSlot>
  );
}

type RowProps = { group: NotificationGroup; names: Names; onOpen: () => void };

function Row({ group, names, onOpen }: RowProps) {
  const [first] = group.items;
  const { what, about, article } = groupInWords(group, names);
  const isNew = first.readAt === null;
  const go = () => {
    onOpen();
    void notifications.read(group.items.map(({ id }) => id));
  };
  return (
    <li className="border-b last:border-b-0">
      <Link
        href={placeOfGroup(group)}
        onClick={go}
        className="flex flex-col gap-0.5 px-4 py-2.5 text-ink no-underline hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span className="flex items-baseline gap-2 text-sm text-ink-soft">
          {isNew && <span className="font-semibold text-accent">New</span>}
          <span className="min-w-0 flex-1 wrap-anywhere">{what}</span>
          <RelativeTime at={first.at} className="shrink-0 text-ink-faint" />
        </span>
        <span className={classes('line-clamp-2 leading-tight wrap-anywhere', isNew && 'font-semibold')} dir="auto">
          {about}
        </span>
        {article && (
          <span className="truncate text-sm text-ink-faint" dir="auto">
            {article}
          </span>
        )}
      </Link>
    </li>
  );
}
