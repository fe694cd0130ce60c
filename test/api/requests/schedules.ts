import { nextEdition } from '@/db/editions/next';
import { scheduleEdition } from '@/db/schedules/schedule';
import { etagOf } from '@/domain/canonical';
import type { scheduleRoutes } from '@/domain/contract/schedules';
import { article } from '@/test/checking';
import { may, value } from '@/test/desk';
import type { Prepare } from './request';
import { approvedOn, type Scene } from './scene';

const at = new Date(Date.now() + 86_400_000).toISOString();

async function ready(scene: Scene): Promise<string> {
  const made = await article(scene.reviewer.actor);
  await approvedOn(scene, made);
  return made.id;
}

export const scheduleRequests: Record<keyof typeof scheduleRoutes, Prepare> = {
  readSchedule: async ({ article }) => ({ path: `/api/v1/articles/${article.id}/schedule` }),
  schedule: async (scene) => {
    const id = await ready(scene);
    const { version } = value(await nextEdition(may('read', scene.editor.actor), id, []));
    const body = { at, note: 'The first.', tier: null, asLastApproved: [] };
    return { path: `/api/v1/articles/${id}/schedule`, body, ifMatch: etagOf(version) };
  },
  unschedule: async (scene) => {
    const id = await ready(scene);
    value(await scheduleEdition(may('publish', scene.editor.actor), id, { at }, null));
    return { path: `/api/v1/articles/${id}/schedule` };
  },
};
