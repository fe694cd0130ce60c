import { erasedSchema, eraseSchema, erasingSchema } from '../erasure';
import { route } from './route';

const erasing = { access: 'administer', answer: erasingSchema } as const;
const erase = { access: 'administer', body: eraseSchema, status: 200, answer: erasedSchema } as const;

export const erasureRoutes = {
  readPersonErasure: route({
    method: 'GET',
    path: '/api/v1/people/{id}/erasure',
    summary: 'What erasing a person’s name and address would take and leave, or that it was done',
    ...erasing,
  }),
  erasePerson: route({
    method: 'POST',
    path: '/api/v1/people/{id}/erasure',
    summary: 'Erase the name and address of somebody whose account is disabled, for good',
    ...erase,
  }),
  readClaimErasure: route({
    method: 'GET',
    path: '/api/v1/claims/{id}/erasure',
    summary: 'What erasing a withdrawn claim would take and leave, or that it was done',
    ...erasing,
  }),
  eraseClaim: route({
    method: 'POST',
    path: '/api/v1/claims/{id}/erasure',
    summary: 'Erase the words of a claim that was withdrawn from all editions, for good',
    ...erase,
  }),
  readEditionErasure: route({
    method: 'GET',
    path: '/api/v1/articles/{id}/editions/{n}/erasure',
    summary: 'What erasing a withdrawn edition would take and leave, or that it was done',
    ...erasing,
  }),
  eraseEdition: route({
    method: 'POST',
    path: '/api/v1/articles/{id}/editions/{n}/erasure',
    summary: 'Erase the words of a withdrawn edition, for good',
    ...erase,
  }),
};
