import { decideClaim } from '@/db/claims/decide';
import { publishEdition } from '@/db/editions/publish';
import type { overrideRoutes } from '@/domain/contract/overrides';
import { article, submitted } from '@/test/checking';
import { may, newPerson, value } from '@/test/desk';
import type { Prepare } from './request';

/** An article of which an edition is out whose one claim an administrator approved alone. */
async function publishedAlone(): Promise<string> {
  const { actor } = await newPerson('admin');
  const made = await article(actor);
  const { id, digest } = await submitted(actor, made, '41,200 passengers in June');
  const override = { reason: 'The other editor is ill.' };
  value(await decideClaim(may('decide', actor), id, { outcome: 'approve', digest, override }));
  value(await publishEdition(may('publish', actor), made.id, {}, null));
  return `/api/v1/articles/${made.id}`;
}

export const overrideRequests: Record<keyof typeof overrideRoutes, Prepare> = {
  listOverrides: async () => ({ path: `${await publishedAlone()}/overrides` }),
  confirmOverride: async () => ({
    path: `${await publishedAlone()}/confirmations`,
    body: { edition: 1, claim: 1 },
  }),
};
