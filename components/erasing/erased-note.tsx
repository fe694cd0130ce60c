import type { Erased } from '@/domain/erasure';

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

type Props = { erased: Erased; names: Readonly<Record<string, string>> };

/** "Erased 26 November 2026 by Ada Reed: They asked for it." */
export const ErasedNote = ({ erased: { at, by, reason }, names }: Props) => (
  <>
    Erased {date.format(new Date(at))} by{' '}
    <bdi>{by === null ? 'the server’s command line' : (names[by] ?? 'somebody')}</bdi>
    {reason !== null && (
      <>
        : <span dir="auto">{reason}</span>
      </>
    )}
  </>
);
