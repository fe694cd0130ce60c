import { handle } from '@/app/api/door/handle';
import { contract } from '@/domain/contract';
import { openapi } from '@/domain/contract/openapi';
import { ok } from '@/domain/result';

export const GET = handle(contract.openapi, async () => ok({ body: openapi() }));
