import type { eventRoutes } from '@/domain/contract/events';
import { at, type Prepare } from './request';

export const eventRequests: Record<keyof typeof eventRoutes, Prepare> = {
  followArticle: async ({ article }) => ({ path: `/api/v1/articles/${article.id}/events` }),
  followDesk: at('/api/v1/events'),
  tellPresence: async ({ article }) => ({
    path: '/api/v1/presence',
    body: {
      tabs: [{ tab: 'tab-of-a-browser', articleId: article.id, claimId: null, field: null }],
      gone: ['tab-that-is-closed'],
    },
  }),
};
