const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "3 Mar", of a day. */
export const shortDay = (day: string): string => short.format(new Date(day));
/** "3 March 2026", of a day. */
export const longDay = (day: string): string => long.format(new Date(day));

/** Hours as people say them: minutes below one hour, days from two on. */
export function durationInWords(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${Number(hours.toFixed(1))} h` : `${Number((hours / 24).toFixed(1))} days`;
}

/** "1 claim", "12 claims". */
export const counted = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;
