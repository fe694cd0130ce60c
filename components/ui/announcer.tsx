'use client';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { classes } from './classes';
import { IconButton } from './icon-button';
import { createStore, useStore } from './store';

export type Toast = {
  text: string;
  kind?: 'info' | 'danger';
  /** usually Undo; the toast then stays for 20 seconds instead of 8 */
  action?: { label: string; run: () => void };
};
type Shown = Toast & { id: number };
type Spoken = { text: string; urgent: boolean; id: number };

const none: Shown[] = [];
const silence: Spoken = { text: '', urgent: false, id: 0 };
const toasts = createStore<Shown[]>(none);
const speech = createStore<Spoken>(silence);
let last = 0;

/** Says something to screen readers: when they are next free, or at once when it is urgent. */
export function announce(text: string, { urgent = false } = {}): void {
  speech.set({ text, urgent, id: ++last });
}

const dismiss = (id: number) => toasts.set(toasts.get().filter((shown) => shown.id !== id));

/** Shows a passing notice in the corner and says it. Answers a function that takes it away. */
export function toast(notice: Toast): () => void {
  const id = ++last;
  toasts.set([...toasts.get(), { ...notice, id }].slice(-3));
  announce(notice.action ? `${notice.text} ${notice.action.label} is offered.` : notice.text, {
    urgent: notice.kind === 'danger',
  });
  return () => dismiss(id);
}

function ToastCard({ shown }: { shown: Shown }) {
  const { id, text, kind, action } = shown;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(id), action ? 20_000 : 8_000);
    return () => clearTimeout(timer);
  }, [held, id, action]);
  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={classes(
        'pointer-events-auto flex items-center gap-3 rounded-lg border border-l-4 bg-raised py-1.5 pr-2 pl-3.5 shadow-float',
        kind === 'danger' ? 'border-hairline border-l-danger' : 'border-hairline border-l-accent',
      )}
    >
      <span className="min-w-0 flex-1">{text}</span>
      {action && (
        <Button
          size="sm"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<X aria-hidden />} size="sm" onClick={() => dismiss(id)} />
    </li>
  );
}

/** Where toasts stand and where announcements are made; each shell has exactly one. */
export function Announcer() {
  const shown = useStore(toasts, none);
  const { text, urgent, id } = useStore(speech, silence);
  // a no-break space more or less makes the same words news again
  const words = text && text + '\u00a0'.repeat(id % 2);
  return (
    <>
      <div className="sr-only" aria-live="polite" data-announcer="polite">
        {!urgent && words}
      </div>
      <div className="sr-only" aria-live="assertive" data-announcer="assertive">
        {urgent && words}
      </div>
      {shown.length > 0 && (
        <section
          aria-label="Notices"
          // above whatever stands at the foot of the page to be pressed
          className="pointer-events-none fixed inset-x-4 bottom-4 z-50 in-[body:has([data-foot])]:bottom-28 sm:left-auto sm:w-96 sm:in-[body:has([data-foot])]:bottom-18"
        >
          <ul className="flex flex-col gap-2">
            {shown.map((one) => (
              <ToastCard key={one.id} shown={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
