import { z } from 'zod';
import {
  contactSchema,
  deskSchema,
  deskSizes,
  emailSchema,
  linkPurposes,
  nameSchema,
  passwordSchema,
  personSchema,
  roleSchema,
} from '../person';
import { scaleSchema } from '../scale';
import { line } from '../text';
import { addresses } from './addresses';
import { listOf, pageQuery, route } from './route';

const secret = z.string().min(20).max(200);
export const invitationSchema = z.object({
  id: z.string(),
  role: roleSchema,
  name: z.string().nullable(),
  email: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
});
const once = z.string().describe('A one-time link, shown only now.');
const mailed = z.boolean().describe('Whether it is mailed to them as well.');

export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedOn: z.string().nullable(),
});

export const setUpSchema = z.strictObject({
  secret,
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
  deskName: nameSchema.optional(),
  size: z.enum(deskSizes).optional(),
});
export const acceptanceSchema = z.strictObject({
  secret,
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
});
export const passwordResetSchema = z.strictObject({ secret, password: passwordSchema });
export const passwordChangeSchema = z.strictObject({ current: z.string().max(1000), password: passwordSchema });
export const newTokenSchema = z.strictObject({ name: line({ max: 120 }).optional() });
export const inviteSchema = z.strictObject({
  role: roleSchema,
  email: emailSchema.optional(),
  name: nameSchema.optional(),
  days: z.int().min(1).max(30).optional().describe('Days until it expires; 7 unless said otherwise.'),
});
export const personPatchSchema = z.strictObject({
  name: nameSchema.optional(),
  credit: line({ max: 120 }).nullable().optional(),
  role: roleSchema.optional(),
  disabled: z.boolean().optional(),
});
export const deskPatchSchema = z.strictObject({
  name: nameSchema.optional(),
  size: z.enum(deskSizes).optional(),
  contact: contactSchema.nullable().optional(),
});
export const newScaleSchema = scaleSchema.omit({ version: true }).strict();

export type SetUp = z.infer<typeof setUpSchema>;
export type Acceptance = z.infer<typeof acceptanceSchema>;
export type Invite = z.infer<typeof inviteSchema>;
export type Invitation = z.infer<typeof invitationSchema>;
export type PersonPatch = z.infer<typeof personPatchSchema>;
export type DeskPatch = z.infer<typeof deskPatchSchema>;
export type Token = z.infer<typeof tokenSchema>;
export type NewScale = z.infer<typeof newScaleSchema>;

export const peopleRoutes = {
  readMe: route(addresses.readMe, {
    summary: 'Who I am',
    access: 'read',
    answer: personSchema,
    etag: true,
  }),
  listPeople: route(addresses.listPeople, {
    summary: 'The people of the desk',
    access: 'read',
    query: z.object(pageQuery),
    answer: listOf(personSchema),
    paged: true,
  }),
  readPerson: route(addresses.readPerson, {
    summary: 'One person',
    access: 'read',
    answer: personSchema,
    etag: true,
  }),
  editPerson: route(addresses.editPerson, {
    summary: 'Change a person: name and credit are their own to change, role and disabled an administrator’s',
    access: 'read',
    body: personPatchSchema,
    answer: personSchema,
    ifMatch: 'required',
    etag: true,
  }),
  changePassword: route(addresses.changePassword, {
    summary: 'Change my password; ends my sessions everywhere else',
    access: 'read',
    body: passwordChangeSchema,
    status: 200,
    answer: personSchema,
  }),
  resetPassword: route(addresses.resetPassword, {
    summary: 'A one-time link with which a person sets a new password',
    access: 'administer',
    answer: z.object({ link: once, expiresAt: z.iso.datetime(), mailed }),
  }),
  invite: route(addresses.invite, {
    summary: 'Invite a person by a one-time link',
    access: 'administer',
    body: inviteSchema,
    answer: invitationSchema.extend({ link: once, mailed }),
  }),
  listInvitations: route(addresses.listInvitations, {
    summary: 'Invitations that are open',
    access: 'administer',
    query: z.object(pageQuery),
    answer: listOf(invitationSchema),
    paged: true,
  }),
  revokeInvitation: route(addresses.revokeInvitation, {
    summary: 'Revoke an invitation',
    access: 'administer',
    status: 204,
    answer: z.null(),
  }),
  listTokens: route(addresses.listTokens, {
    summary: 'My personal access tokens',
    access: 'read',
    query: z.object(pageQuery),
    answer: listOf(tokenSchema),
    paged: true,
  }),
  makeToken: route(addresses.makeToken, {
    summary: 'Make a personal access token; its secret is shown once',
    access: 'read',
    body: newTokenSchema,
    answer: tokenSchema.extend({ token: z.string() }),
  }),
  revokeToken: route(addresses.revokeToken, {
    summary: 'Revoke a personal access token',
    access: 'read',
    status: 204,
    answer: z.null(),
  }),
  signOutEverywhere: route(addresses.signOutEverywhere, {
    summary: 'Sign me out everywhere',
    access: 'read',
    status: 204,
    answer: z.null(),
  }),
  readDesk: route(addresses.readDesk, {
    summary: "The desk's settings",
    access: 'read',
    answer: deskSchema,
    etag: true,
  }),
  editDesk: route(addresses.editDesk, {
    summary: "Change the desk's settings",
    access: 'administer',
    body: deskPatchSchema,
    answer: deskSchema,
    ifMatch: 'required',
    etag: true,
  }),
  listScales: route(addresses.listScales, {
    summary: 'The scales, each in its newest version',
    access: 'read',
    query: z.object(pageQuery),
    answer: listOf(scaleSchema),
    paged: true,
  }),
  addScale: route(addresses.addScale, {
    summary: 'Add a scale, or a new version of one',
    access: 'administer',
    body: newScaleSchema,
    answer: scaleSchema,
  }),
  setUp: route(addresses.setUp, {
    summary: 'Make the first administrator, with the secret of the setup link, and sign in',
    access: 'own page',
    body: setUpSchema,
    answer: personSchema,
  }),
  acceptInvitation: route(addresses.acceptInvitation, {
    summary: 'Join with the secret of an invitation, and sign in',
    access: 'own page',
    body: acceptanceSchema,
    answer: personSchema,
  }),
  readLink: route(addresses.readLink, {
    summary: 'What a one-time link is for, without spending it',
    access: 'own page',
    body: z.strictObject({ secret }),
    status: 200,
    answer: z.object({
      purpose: z.enum(linkPurposes),
      desk: z.string().describe('The name of the desk.'),
      name: z.string().nullable(),
      email: z.string().nullable().describe('Of an invitation: if given, it cannot be changed.'),
      role: roleSchema.nullable(),
      expiresAt: z.iso.datetime(),
    }),
  }),
  setPassword: route(addresses.setPassword, {
    summary: 'Set a new password with the secret of a reset link, and sign in',
    access: 'own page',
    body: passwordResetSchema,
    status: 200,
    answer: personSchema,
  }),
  signInByLink: route(addresses.signInByLink, {
    summary: 'Sign in with the secret of a one-time sign-in link',
    access: 'own page',
    body: z.strictObject({ secret }),
    status: 200,
    answer: personSchema,
  }),
};
