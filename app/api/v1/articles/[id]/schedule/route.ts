import { handle } from '@/app/api/door/handle';
import { readSchedule } from '@/db/schedules/rows';
import { scheduleEdition, unscheduleEdition } from '@/db/schedules/schedule';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readSchedule, async ({ permit, params }) =>
  map(await readSchedule(permit, params.id), (schedule) => ({ body: schedule })),
);

export const PUT = handle(contract.schedule, async ({ permit, params, expected, body }) =>
  map(await scheduleEdition(permit, params.id, body, expected), (schedule) => ({ body: schedule })),
);

export const DELETE = handle(contract.unschedule, async ({ permit, params }) =>
  map(await unscheduleEdition(permit, params.id), () => ({ body: null })),
);
