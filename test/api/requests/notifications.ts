import { listNotifications } from '@/db/notifications/read';
import type { notificationRoutes } from '@/domain/contract/notifications';
import { edit } from '@/test/checking';
import { may } from '@/test/desk';
import { at, type Prepare } from './request';
import { draft } from './scene';

/** Tells the person of a claim that is theirs now; the id of what they were told. */
const told: Prepare = async (scene, who) => {
  const by = who.id === scene.editor.id ? scene.reviewer : scene.editor;
  await edit(by.actor, await draft(scene), { assignee: who.id });
  const [newest] = await listNotifications(may('read', who.actor), { limit: 1 });
  return { path: `/api/v1/notifications/${newest?.id}/reading` };
};

export const notificationRequests: Record<keyof typeof notificationRoutes, Prepare> = {
  listNotifications: at('/api/v1/notifications?limit=5&unread=true'),
  readNotification: told,
  readNotifications: async () => ({
    path: '/api/v1/notifications/reading',
    body: { upTo: '0193f7a2-0000-7000-8000-000000000000' },
  }),
  readNotificationSettings: at('/api/v1/notifications/settings'),
  setNotificationSettings: async () => ({
    path: '/api/v1/notifications/settings',
    body: { muted: ['published', 'due-soon'], mail: 'pressing' },
  }),
};
