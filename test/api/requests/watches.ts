import { etagOf } from '@/domain/canonical';
import type { watchRoutes } from '@/domain/contract/watches';
import { foundAt, watched } from '@/test/watching';
import type { Prepare } from './request';

/** Nothing of this machine may be fetched here, so that a look is refused before it goes anywhere. */
const inward = 'http://127.0.0.1/ferry';

const watching =
  (every: 'hourly' | null, body?: unknown): Prepare =>
  async ({ reviewer }) => {
    const { id, watch } = await watched(reviewer.actor, { url: inward, every });
    return { path: `/api/v1/articles/${id}/watch`, body, ifMatch: etagOf(watch) };
  };

const having: Prepare = async ({ reviewer }) => {
  const { id } = await watched(reviewer.actor, { url: inward, every: 'daily' });
  const found = await foundAt(reviewer.actor, id);
  return { path: `/api/v1/articles/${id}/found`, ifMatch: etagOf(found) };
};

const withoutVersion =
  (prepare: Prepare, rest = ''): Prepare =>
  async (...given) => ({ path: `${(await prepare(...given)).path}${rest}` });

export const watchRequests: Record<keyof typeof watchRoutes, Prepare> = {
  readWatch: withoutVersion(watching('hourly')),
  setWatch: watching(null, { every: 'six-hourly' }),
  clearWatch: watching('hourly'),
  checkWatch: withoutVersion(watching(null), '/check'),
  readFound: withoutVersion(having),
  acceptFound: async (...given) => {
    const { path, ifMatch } = await having(...given);
    return { path: `${path}/acceptance`, ifMatch, body: { reason: 'The site changed it.' } };
  },
  dismissFound: having,
};
