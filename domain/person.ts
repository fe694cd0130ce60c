import { z } from 'zod';
import { line } from './text';
import { webAddress } from './web-address';

export const roles = ['reviewer', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

/** What people call the roles. */
export const roleNames: Record<Role, string> = { reviewer: 'Reviewer', editor: 'Editor', admin: 'Administrator' };

/** How many people the desk is of: one person may approve their own work only when the desk is set to one. */
export const deskSizes = ['one', 'several'] as const;
export type DeskSize = (typeof deskSizes)[number];

/** What a one-time link lets somebody do who has nothing else to show. */
export const linkPurposes = ['setup', 'invitation', 'reset', 'sign-in'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

const linkPages: Record<LinkPurpose, string> = {
  setup: '/setup',
  invitation: '/invitation',
  reset: '/reset',
  'sign-in': '/sign-in/link',
};

/** A one-time link. Its secret is in the fragment, which browsers send to no server: the page spends it by a POST. */
export const linkTo = (origin: string, purpose: LinkPurpose, secret: string): string =>
  `${origin}${linkPages[purpose]}#${secret}`;

export const emailSchema = z.email({ error: 'Give an e-mail address like name@example.org.' }).max(254);
export const nameSchema = line({ max: 120 });

/** Where readers report an error: an e-mail address or a web address. */
export const contactSchema = z
  .string()
  .max(2000)
  .refine((value) => emailSchema.safeParse(value).success || webAddress.safeParse(value).success, {
    error: 'Give an e-mail address like corrections@example.org, or a web address that begins with https://.',
  });

/** What people see of each other. The e-mail address is shown to administrators and to oneself, else null. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  credit: z.string().nullable().describe('The name editions credit; null credits the desk instead.'),
  disabled: z.boolean(),
  erased: z.boolean().describe('Name and address were erased on request, for good.'),
  createdAt: z.iso.datetime(),
});
export type Person = z.infer<typeof personSchema>;

export const deskSchema = z.object({
  name: z.string().describe('How editions call the desk.'),
  size: z.enum(deskSizes),
  contact: z.string().nullable().describe('Where readers report an error: an e-mail or web address, in every edition.'),
});
export type Desk = z.infer<typeof deskSchema>;

export const passwordSchema = z
  .string()
  .min(12, { error: 'Choose a password of at least 12 characters.' })
  .max(128, { error: 'Choose a password of at most 128 characters.' });
