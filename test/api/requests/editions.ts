import { nextEdition } from '@/db/editions/next';
import { publishEdition } from '@/db/editions/publish';
import { etagOf } from '@/domain/canonical';
import type { editionRoutes } from '@/domain/contract/editions';
import { article } from '@/test/checking';
import { may, value } from '@/test/desk';
import type { Prepare } from './request';
import { approvedOn } from './scene';

const ofPublished =
  (rest: string): Prepare =>
  async ({ published: { id } }) => ({ path: `/api/v1/articles/${id}/editions${rest}` });

export const editionRequests: Record<keyof typeof editionRoutes, Prepare> = {
  nextEdition: ofPublished('/next?asLastApproved=a,b'),
  publish: async (scene) => {
    const { id } = await article(scene.reviewer.actor).then(async (made) => {
      await approvedOn(scene, made);
      return made;
    });
    const { version } = value(await nextEdition(may('read', scene.editor.actor), id, []));
    const body = { note: 'The first.', tier: null, asLastApproved: [] };
    return { path: `/api/v1/articles/${id}/editions`, body, ifMatch: etagOf(version) };
  },
  listEditions: ofPublished('?limit=5'),
  readEdition: ofPublished('/1'),
  withdraw: async (scene) => {
    const made = await article(scene.reviewer.actor);
    await approvedOn(scene, made);
    value(await publishEdition(may('publish', scene.editor.actor), made.id, {}, null));
    return { path: `/api/v1/articles/${made.id}/withdrawals`, body: { claim: 1, reason: 'A court says so.' } };
  },
};
