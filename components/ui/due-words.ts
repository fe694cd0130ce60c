const clock = (at: number, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);

/** A day as `2026-11-25`, in a time zone. */
const dayOf = (at: number, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(at);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function longDay(at: number, now: number, timeZone?: string): string {
  const sameYear = dayOf(at, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  const year = sameYear ? undefined : 'numeric';
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year, timeZone }).format(
    at,
  );
}

const counted = (many: number, unit: string): string => `${many} ${unit}${many === 1 ? '' : 's'}`;

/**
 * When something is due, as one says it: "due in 40 minutes", "due tomorrow at 09:00", "overdue since Tue 24 Nov at
 * 14:05". `now` in milliseconds; in the zone given, else the machine's own.
 */
export function dueWords(due: string, now: number, timeZone?: string): string {
  const at = Date.parse(due);
  const days = daysBetween(dayOf(now, timeZone), dayOf(at, timeZone));
  const time = clock(at, timeZone);
  if (at <= now) {
    const since = days === 0 ? time : days === -1 ? `yesterday at ${time}` : `${longDay(at, now, timeZone)} at ${time}`;
    return `overdue since ${since}`;
  }
  const minutes = Math.ceil((at - now) / 60_000);
  if (minutes < 60) return `due in ${counted(minutes, 'minute')}`;
  if (days === 0) return `due in ${counted(Math.floor(minutes / 60), 'hour')}, at ${time}`;
  return days === 1 ? `due tomorrow at ${time}` : `due ${longDay(at, now, timeZone)} at ${time}`;
}

/** A due time for a box of type `datetime-local`, in the machine's own zone; empty for none. */
export function asLocal(due: string | null): string {
  if (due === null) return '';
  const at = new Date(due);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What such a box holds as a due time; null for nothing, or for a time half typed. */
export function fromLocal(local: string): string | null {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
