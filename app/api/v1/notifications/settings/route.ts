import { handle } from '@/app/api/door/handle';
import { readSettings, setSettings } from '@/db/notifications/read';
import { contract } from '@/domain/contract';
import { map, ok } from '@/domain/result';

export const GET = handle(contract.readNotificationSettings, async ({ permit }) =>
  ok({ body: await readSettings(permit) }),
);

export const PUT = handle(contract.setNotificationSettings, async ({ permit, body }) =>
  map(await setSettings(permit, body), (settings) => ({ body: settings })),
);
