import { handle } from '@/app/api/door/handle';
import { standardsEffect } from '@/db/standards/report';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.standardsEffect, async ({ permit }) => ok({ body: await standardsEffect(permit) }));
