import { handle } from '@/app/api/door/handle';
import { switchMailOff } from '@/db/mail/switch-off';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

/** Mail readers post here for their people, without a session and with a form that says nothing more. */
export const POST = handle(contract.switchMailOff, async ({ params }) =>
  map(await switchMailOff(params.id), (body) => ({ body })),
);
