import { z } from 'zod';
import { mailChoices } from '../mail';
import { notificationKinds, notificationSchema } from '../notification';
import { addresses } from './addresses';
import { listOf, pageQuery, route } from './route';

const muted = z.array(z.enum(notificationKinds)).max(100).describe('The kinds that one does not want to be told of.');
const mail = z.enum(mailChoices).describe('Of which of them one wants to be sent mail, where the desk sends any.');

const settingsSchema = z.object({ muted, mail });
export type NotificationSettings = z.infer<typeof settingsSchema>;
const settingsChosenSchema = z.strictObject({ muted: muted.optional(), mail: mail.optional() });
/** A choice that is left out stays as it is. */
export type NotificationSettingsChosen = z.infer<typeof settingsChosenSchema>;

/** How many are unread, counted up to 100. */
export const unreadSchema = z.object({ unread: z.int().min(0) });

const { unread } = unreadSchema.shape;

export const notificationRoutes = {
  listNotifications: route(addresses.listNotifications, {
    summary: 'What you are told of, newest first',
    access: 'read',
    query: z.object({ ...pageQuery, unread: z.enum(['true']).optional().describe('Only what you have not read.') }),
    answer: listOf(notificationSchema).extend({ unread: unread.describe('How many are unread, counted up to 100.') }),
    paged: true,
  }),
  readNotification: route(addresses.readNotification, {
    summary: 'Mark one as read',
    access: 'read',
    status: 200,
    answer: unreadSchema,
  }),
  readNotifications: route(addresses.readNotifications, {
    summary: 'Mark all as read, or those up to one',
    access: 'read',
    status: 200,
    body: z.strictObject({
      upTo: z
        .string()
        .regex(/^[\w-]{1,64}$/, { error: 'Give the id of a notification.' })
        .optional()
        .describe('The newest that you saw: later ones stay unread.'),
    }),
    answer: unreadSchema,
  }),
  readNotificationSettings: route(addresses.readNotificationSettings, {
    summary: 'Of what you want to be told',
    access: 'read',
    answer: settingsSchema,
  }),
  setNotificationSettings: route(addresses.setNotificationSettings, {
    summary: 'Choose of what you want to be told',
    access: 'read',
    body: settingsChosenSchema,
    answer: settingsSchema,
  }),
};
