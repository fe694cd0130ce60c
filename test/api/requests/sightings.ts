import type { sightingRoutes } from '@/domain/contract/sightings';
import type { Prepare } from './request';
import { draft } from './scene';

export const sightingRequests: Record<keyof typeof sightingRoutes, Prepare> = {
  listSightings: async (scene) => ({ path: `/api/v1/claims/${(await draft(scene)).id}/sightings` }),
  seeClaim: async (scene) => {
    const { id, digest } = await draft(scene);
    return { path: `/api/v1/claims/${id}/sightings`, body: { digest } };
  },
};
