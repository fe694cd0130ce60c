import { handle } from '@/app/api/door/handle';
import { askForReset } from '@/db/people/forgotten';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

/** The front vouches for the client's address in this header. */
export const POST = handle(contract.askForReset, async ({ body, request }) =>
  map(await askForReset(body.email, request.headers.get('x-stet-client') ?? 'unknown'), (answer) => ({ body: answer })),
);
