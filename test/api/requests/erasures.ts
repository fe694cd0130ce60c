import { publishEdition } from '@/db/editions/publish';
import { withdraw } from '@/db/editions/withdraw';
import { editPerson } from '@/db/people/people';
import type { erasureRoutes } from '@/domain/contract/erasures';
import { article } from '@/test/checking';
import { may, newPerson, value } from '@/test/desk';
import type { Prepare } from './request';
import { approvedOn, type Scene } from './scene';

const body = { reason: 'They asked for it.' };

async function disabledPerson({ admin }: Scene): Promise<string> {
  const { id } = await newPerson('reviewer');
  value(await editPerson(may('read', admin.actor), id, 'any', { disabled: true }));
  return id;
}

/** A published claim, and its edition, both withdrawn. */
async function withdrawn(scene: Scene): Promise<{ articleId: string; claimId: string }> {
  const made = await article(scene.reviewer.actor);
  const claim = await approvedOn(scene, made);
  const permit = may('publish', scene.editor.actor);
  value(await publishEdition(permit, made.id, {}, null));
  value(await withdraw(permit, made.id, { claim: 1, reason: 'A court says so.' }));
  value(await withdraw(permit, made.id, { edition: 1, reason: 'A court says so.' }));
  return { articleId: made.id, claimId: claim.id };
}

const ofPerson =
  (more: { body?: unknown }): Prepare =>
  async (scene) => ({ path: `/api/v1/people/${await disabledPerson(scene)}/erasure`, ...more });
const ofClaim =
  (more: { body?: unknown }): Prepare =>
  async (scene) => ({ path: `/api/v1/claims/${(await withdrawn(scene)).claimId}/erasure`, ...more });
const ofEdition =
  (more: { body?: unknown }): Prepare =>
  async (scene) => ({ path: `/api/v1/articles/${(await withdrawn(scene)).articleId}/editions/1/erasure`, ...more });

export const erasureRequests: Record<keyof typeof erasureRoutes, Prepare> = {
  readPersonErasure: ofPerson({}),
  erasePerson: ofPerson({ body }),
  readClaimErasure: ofClaim({}),
  eraseClaim: ofClaim({ body }),
  readEditionErasure: ofEdition({}),
  eraseEdition: ofEdition({ body }),
};
