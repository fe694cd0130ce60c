import { handle } from '@/app/api/door/handle';
import { withSession } from '@/app/api/door/session';
import { setUp } from '@/db/people/setup';
import { contract } from '@/domain/contract';

export const POST = handle(contract.setUp, async ({ body, request }) => withSession(await setUp(body), request));
