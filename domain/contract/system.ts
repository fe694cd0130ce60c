import { z } from 'zod';
import { route } from './route';

const health = z.object({ status: z.literal('ok') });

export const systemRoutes = {
  openapi: route({
    method: 'GET',
    path: '/api/v1/openapi.json',
    summary: 'This document',
    access: 'public',
    answer: z.looseObject({ openapi: z.string() }),
  }),
  healthz: route({ method: 'GET', path: '/healthz', summary: 'The process is up', access: 'public', answer: health }),
  readyz: route({
    method: 'GET',
    path: '/readyz',
    summary: 'The database answers and migrations are current',
    access: 'public',
    answer: health,
  }),
};
