import type { activityRoutes } from '@/domain/contract/activity';
import type { Prepare } from './request';

export const activityRequests: Record<keyof typeof activityRoutes, Prepare> = {
  listDeskActivity: async ({ article, reviewer }) => {
    const query = { kind: 'article', by: reviewer.id, article: article.id, from: '2026-01-01', to: '2099-12-31' };
    return { path: `/api/v1/activity?${new URLSearchParams({ ...query, limit: '3', cursor: '100000' })}` };
  },
};
