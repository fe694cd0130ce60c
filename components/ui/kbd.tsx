'use client';
import { Fragment, useSyncExternalStore } from 'react';
import { classes } from './classes';
import { keyCaps } from './keys';

const never = () => () => {};
const onApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys as caps. Rendered as on any machine by the server, then as this machine names them. */
export function Kbd({ keys, bare = false }: { keys: string; bare?: boolean }) {
  const apple = useSyncExternalStore(never, onApple, () => false);
  return (
    <kbd className="inline-flex items-center gap-0.5 font-sans text-xs">
      {keyCaps(keys, apple).map((cap, index) => (
        <Fragment key={cap}>
          {index > 0 && <span className="sr-only">+</span>}
          <kbd
            className={classes(
              'inline-flex min-w-5 items-center justify-center rounded-sm border px-1 font-sans leading-[1.125rem]',
              bare ? 'border-current' : 'border-hairline bg-raised text-ink-soft',
            )}
          >
            {cap}
          </kbd>
        </Fragment>
      ))}
    </kbd>
  );
}
