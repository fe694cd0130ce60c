import { erasedSchema, eraseSchema, erasingSchema } from '../erasure';
import { addresses } from './addresses';
import { route } from './route';

const erasing = { access: 'administer', answer: erasingSchema } as const;
const erase = { access: 'administer', body: eraseSchema, status: 200, answer: erasedSchema } as const;

export const erasureRoutes = {
  readPersonErasure: route(addresses.readPersonErasure, {
    summary: 'What erasing a person’s name and address would take and leave, or that it was done',
    ...erasing,
  }),
  erasePerson: route(addresses.erasePerson, {
    summary: 'Erase the name and address of somebody whose account is disabled, for good',
    ...erase,
  }),
  readClaimErasure: route(addresses.readClaimErasure, {
    summary: 'What erasing a withdrawn claim would take and leave, or that it was done',
    ...erasing,
  }),
  eraseClaim: route(addresses.eraseClaim, {
    summary: 'Erase the words of a claim that was withdrawn from all editions, for good',
    ...erase,
  }),
  readEditionErasure: route(addresses.readEditionErasure, {
    summary: 'What erasing a withdrawn edition would take and leave, or that it was done',
    ...erasing,
  }),
  eraseEdition: route(addresses.eraseEdition, {
    summary: 'Erase the words of a withdrawn edition, for good',
    ...erase,
  }),
};
