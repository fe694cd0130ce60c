import { z } from 'zod';
import { deliverySchema, webhookFields, webhookSchema } from '../webhook';
import { addresses } from './addresses';
import { listOf, pageQuery, route } from './route';

export const newWebhookSchema = z.strictObject(webhookFields);
export type NewWebhook = z.infer<typeof newWebhookSchema>;

export const webhookPatchSchema = z.strictObject({
  url: webhookFields.url.optional(),
  kinds: webhookFields.kinds.optional(),
  paused: z.boolean().optional().describe('A paused hook is told later what happened meanwhile.'),
});
export type WebhookPatch = z.infer<typeof webhookPatchSchema>;

/** A hook with the secret that its messages are signed with, shown now and never again. */
const withSecret = webhookSchema.extend({ secret: z.string().describe('`whsec_…`; shown now and never again.') });
export type WebhookWithSecret = z.infer<typeof withSecret>;

export const webhookRoutes = {
  listWebhooks: route(addresses.listWebhooks, {
    summary: 'The receivers that are told of what happens',
    access: 'administer',
    query: z.object(pageQuery),
    answer: listOf(webhookSchema),
    paged: true,
  }),
  addWebhook: route(addresses.addWebhook, {
    summary: 'Tell a receiver of what happens from now on, by messages signed as Standard Webhooks says',
    access: 'administer',
    body: newWebhookSchema,
    answer: withSecret,
  }),
  readWebhook: route(addresses.readWebhook, {
    summary: 'One receiver, and how its deliveries stand',
    access: 'administer',
    answer: webhookSchema,
    etag: true,
  }),
  editWebhook: route(addresses.editWebhook, {
    summary: 'Change where and of what a receiver is told, pause it or go on',
    access: 'administer',
    body: webhookPatchSchema,
    answer: webhookSchema,
    ifMatch: 'required',
    etag: true,
  }),
  removeWebhook: route(addresses.removeWebhook, {
    summary: 'Tell a receiver nothing any more',
    access: 'administer',
    status: 204,
    answer: z.null(),
  }),
  rotateWebhook: route(addresses.rotateWebhook, {
    summary: 'Sign with a new secret from now on',
    access: 'administer',
    answer: withSecret,
  }),
  testWebhook: route(addresses.testWebhook, {
    summary: 'Send a message of type `ping` now; what came of it, also when it failed',
    access: 'administer',
    status: 200,
    answer: deliverySchema,
  }),
  listDeliveries: route(addresses.listDeliveries, {
    summary: 'The latest attempts to deliver, newest first',
    access: 'administer',
    query: z.object(pageQuery),
    answer: listOf(deliverySchema),
    paged: true,
  }),
};
