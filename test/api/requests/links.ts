import { linkClaim } from '@/db/claims/links';
import type { earlierRoutes } from '@/domain/contract/earlier';
import type { linkRoutes } from '@/domain/contract/links';
import { claim } from '@/test/checking';
import { may, value } from '@/test/desk';
import { at, type Prepare } from './request';
import { draft, type Scene } from './scene';

const two = async (scene: Scene) => {
  const { reviewer, published } = scene;
  return [await draft(scene), await claim(reviewer.actor, published, 'closes each winter')] as const;
};

export const linkRequests: Record<keyof typeof linkRoutes | keyof typeof earlierRoutes, Prepare> = {
  listEarlier: at('/api/v1/earlier?statement=The+ferry+carried+41%2C200+passengers&claim=none'),
  listEarlierOfClaim: async (scene) => ({ path: `/api/v1/claims/${(await draft(scene)).id}/earlier` }),
  listLinks: async (scene) => ({ path: `/api/v1/claims/${(await draft(scene)).id}/links` }),
  linkClaim: async (scene) => {
    const [one, other] = await two(scene);
    return { path: `/api/v1/claims/${one.id}/links`, body: { claim: other.id, kind: 'repeated' } };
  },
  unlinkClaim: async (scene) => {
    const [one, other] = await two(scene);
    const made = await linkClaim(may('annotate', scene.reviewer.actor), one.id, { claim: other.id, kind: 'related' });
    return { path: `/api/v1/claim-links/${value(made).id}` };
  },
};
