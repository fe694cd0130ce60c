import type { ReactNode } from 'react';
import { Announcer } from './announcer';
import { ConfirmHost } from './confirm';
import { Wordmark } from './wordmark';

/** The frame of the pages before the desk: sign-in, setup, invitation. One narrow column under the name. */
export const DoorShell = ({ children }: { children: ReactNode }) => (
  <div className="mx-auto flex min-h-dvh w-full max-w-sm flex-col px-4 pt-[12dvh] pb-16">
    <header className="pb-12">
      <Wordmark className="text-2xl" />
    </header>
    <main id="main" className="flex flex-col gap-6">
      {children}
    </main>
    <ConfirmHost />
    <Announcer />
  </div>
);
