import { addWebhook } from '@/db/webhooks/hooks';
import { keepTest, testMessage } from '@/db/webhooks/test-message';
import { etagOf } from '@/domain/canonical';
import type { webhookRoutes } from '@/domain/contract/webhooks';
import { may, value } from '@/test/desk';
import { at, type Prepare } from './request';
import type { Scene } from './scene';

const body = { url: 'https://receiver.example/stet', kinds: ['claim.submitted', 'edition.published'] };

const made = async ({ admin }: Scene) =>
  value(await addWebhook(may('administer', admin.actor), { ...body, kinds: ['claim.submitted'] }));
const of =
  (rest = ''): Prepare =>
  async (scene) => ({ path: `/api/v1/webhooks/${(await made(scene)).id}${rest}` });

export const webhookRequests: Record<keyof typeof webhookRoutes, Prepare> = {
  listWebhooks: at('/api/v1/webhooks?limit=2'),
  addWebhook: async () => ({ path: '/api/v1/webhooks', body }),
  readWebhook: of(),
  editWebhook: async (scene) => {
    const { secret, ...hook } = await made(scene);
    return { path: `/api/v1/webhooks/${hook.id}`, body: { ...body, paused: true }, ifMatch: etagOf(hook) };
  },
  removeWebhook: of(),
  rotateWebhook: of('/rotation'),
  testWebhook: of('/test'),
  listDeliveries: async (scene) => {
    const { id } = await made(scene);
    const permit = may('administer', scene.admin.actor);
    for (const status of [204, 500, 204]) {
      const { message } = value(await testMessage(permit, id));
      value(await keepTest(permit, id, message, { status, problem: status === 500 ? 'It failed.' : null, took: 3 }));
    }
    return { path: `/api/v1/webhooks/${id}/deliveries?limit=2` };
  },
};
