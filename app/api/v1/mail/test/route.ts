import { handle } from '@/app/api/door/handle';
import { ownOrigin } from '@/app/api/door/origin';
import { keepTestMail, testMail } from '@/db/mail/test-message';
import { answerBefore } from '@/db/write';
import { contract } from '@/domain/contract';
import type { Mailed } from '@/domain/mail';
import { map } from '@/domain/result';
import { letterOf } from '@/formats/mail/letter';
import { handOn } from '@/formats/outgoing';

/** Milliseconds for which somebody waits in front of the page. */
const PATIENCE = 20_000;

export const POST = handle(contract.testMail, async ({ permit, request }) => {
  const before = await answerBefore<Mailed>(permit);
  if (before) return map(before, (mail) => ({ body: mail }));
  const test = await testMail(permit);
  if (!test.ok) return test;
  const { message, by } = test.value;
  const handing = await handOn(letterOf(message, ownOrigin(request.headers)), {
    ...by,
    patience: PATIENCE,
    signal: request.signal,
  });
  return map(await keepTestMail(permit, message, handing), (mail) => ({ body: mail }));
});
