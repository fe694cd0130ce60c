import { handle } from '@/app/api/door/handle';
import { readLink } from '@/db/people/links';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.readLink, async ({ body }) =>
  map(await readLink(body.secret), (link) => ({ body: link })),
);
