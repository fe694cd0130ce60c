import type { Metadata } from 'next';
import { connection } from 'next/server';
import { LinkButton } from '@/components/ui/button';
import { Failure } from '@/components/ui/failure';
import { Wordmark } from '@/components/ui/wordmark';

export const metadata: Metadata = { title: 'Not found' };

/** Rendered when asked for: made beforehand it would lack the nonce its scripts need. */
export default async function NotFound() {
  await connection();
  return (
    <main id="main" className="px-1 sm:px-4">
      <p className="px-4 pt-5">
        <Wordmark />
      </p>
      <Failure
        title="There is nothing at this address"
        happened="It may have been mistyped, or what stood here may have been moved or taken out of view. If you followed a link from one of our pages, the link is wrong and we would like to know."
        actions={
          <LinkButton href="/" variant="primary">
            Go to the front page
          </LinkButton>
        }
      />
    </main>
  );
}
