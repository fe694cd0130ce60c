import { handle } from '@/app/api/door/handle';
import { mailStanding } from '@/db/mail/standing';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.readMail, async ({ permit }) => ok({ body: await mailStanding(permit) }));
