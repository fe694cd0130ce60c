import { Check, CloudOff, LoaderCircle, LogIn, TriangleAlert } from 'lucide-react';
import { type Status, shortWordsOf, wordsOf } from '@/client/status';
import { buttonLook } from '../ui/button';
import { classes } from '../ui/classes';

const marks: Record<Status['kind'], { icon: typeof Check; ink: string }> = {
  saved: { icon: Check, ink: 'text-ok' },
  'saved, offline': { icon: CloudOff, ink: 'text-ink-soft' },
  saving: { icon: LoaderCircle, ink: 'text-ink-soft' },
  offline: { icon: CloudOff, ink: 'text-warn' },
  busy: { icon: CloudOff, ink: 'text-warn' },
  'signed out': { icon: LogIn, ink: 'text-danger' },
  'other person': { icon: LogIn, ink: 'text-danger' },
  undecided: { icon: TriangleAlert, ink: 'text-danger' },
};

type Props = {
  status: Status;
  /** what a press leads to, where something is to be done */
  onPress: (() => void) | null;
};

/** How saving stands, always in view and true at every moment. A button where the person must do something. */
export function SaveIndicator({ status, onPress }: Props) {
  const { icon: Icon, ink } = marks[status.kind];
  const words = (
    <>
      <Icon className={classes('size-4 shrink-0', ink)} aria-hidden />
      <span className="hidden sm:inline">{wordsOf(status)}</span>
      <span className="sm:hidden">{shortWordsOf(status)}</span>
    </>
  );
  const look = 'flex items-center gap-1.5 px-1 whitespace-nowrap tabular-nums';
  return onPress ? (
    <button type="button" data-saving={status.kind} onClick={onPress} className={buttonLook('plain', 'sm')}>
      {words}
    </button>
  ) : (
    <span data-saving={status.kind} className={look}>
      {words}
    </span>
  );
}
