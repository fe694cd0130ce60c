'use client';
import type { ReactNode } from 'react';
import type { LinkPurpose } from '@/domain/person';
import { Button, LinkButton } from '../ui/button';
import { Notice } from '../ui/notice';
import { Spinner } from '../ui/spinner';
import { DoorHeading } from './door-heading';
import { type OpenLink, useLink } from './use-link';

type Props = { purpose: LinkPurpose; children: (link: OpenLink) => ReactNode };

/** Shows its page if the address holds a one-time link that can still be spent, and otherwise says why not. */
export function LinkGate({ purpose, children }: Props) {
  const [state, again] = useLink(purpose);
  if (state.is === 'open') return children(state.link);
  if (state.is === 'reading') {
    return (
      <p className="flex items-center gap-2 text-ink-soft" aria-live="polite">
        <Spinner /> Reading the link …
      </p>
    );
  }
  return (
    <>
      <DoorHeading>This link does not open</DoorHeading>
      <Notice
        kind="warn"
        live
        actions={
          <>
            {state.again && (
              <Button variant="primary" onClick={again}>
                Try again
              </Button>
            )}
            <LinkButton href="/sign-in">Go to sign-in</LinkButton>
          </>
        }
      >
        {state.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
    </>
  );
}
