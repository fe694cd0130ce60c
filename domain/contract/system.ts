import { z } from 'zod';
import { addresses } from './addresses';
import { route } from './route';

const health = z.object({ status: z.literal('ok') });

export const systemRoutes = {
  openapi: route(addresses.openapi, {
    summary: 'This document',
    access: 'public',
    answer: z.looseObject({ openapi: z.string() }),
  }),
  healthz: route(addresses.healthz, { summary: 'The process is up', access: 'public', answer: health }),
  readyz: route(addresses.readyz, {
    summary: 'The database answers and migrations are current',
    access: 'public',
    answer: health,
  }),
};
