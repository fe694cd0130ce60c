import { z } from 'zod';
import { mailedSchema, mailStandingSchema } from '../mail';
import { emailSchema } from '../person';
import { addresses } from './addresses';
import { listOf, pageQuery, route } from './route';

export const forgottenSchema = z.strictObject({ email: emailSchema });

export const mailRoutes = {
  readMail: route(addresses.readMail, {
    summary: 'How mail stands: the server it is handed to, and how that has answered',
    access: 'administer',
    answer: mailStandingSchema,
  }),
  listMails: route(addresses.listMails, {
    summary: 'The latest messages and what came of each, newest first',
    access: 'administer',
    query: z.object(pageQuery),
    answer: listOf(mailedSchema),
    paged: true,
  }),
  testMail: route(addresses.testMail, {
    summary: 'Mail me a test message now; what came of it, also when it failed',
    access: 'administer',
    status: 200,
    answer: mailedSchema,
  }),
  switchMailOff: route(addresses.switchMailOff, {
    summary: 'Mail somebody no more notifications, at the word of the token in one (List-Unsubscribe, RFC 8058)',
    access: 'public',
    status: 204,
    answer: z.null(),
  }),
  askForReset: route(addresses.askForReset, {
    summary: 'Have a reset link mailed to oneself; the answer is the same whether or not somebody here has the address',
    access: 'own page',
    body: forgottenSchema,
    status: 204,
    answer: z.null(),
  }),
};
