'use client';
import { useEffect } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Failure } from '@/components/ui/failure';

/** A page of the desk that threw. What was typed is in the browser's own store until the server has acknowledged it. */
export default function DeskError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => console.error(error), [error]);
  return (
    <Failure
      title="This page could not be shown"
      happened={`Something went wrong on our side${error.digest ? ` (reference ${error.digest})` : ''}. It is in the server's log.`}
      kept="Nothing that was saved is lost, and what you typed since is kept in this browser and will be saved as soon as the page works again."
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <LinkButton href="/">Go to the desk</LinkButton>
        </>
      }
    />
  );
}
