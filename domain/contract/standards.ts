import { z } from 'zod';
import { approachFields, approachSchema } from '../approach';
import { claimSchema } from '../claim';
import {
  levelsSchema,
  reportLineSchema,
  standardLevels,
  standardRuleSchema,
  tallySchema,
  waivableRules,
} from '../standards';
import { text } from '../text';
import { addresses } from './addresses';
import { listOf, route } from './route';

export const standardsSettingsSchema = z.object({
  checks: z
    .array(
      z.object({
        rule: standardRuleSchema,
        level: z.enum(standardLevels),
        since: z.iso.datetime().nullable().describe('When it came to this level; null where it ships so.'),
      }),
    )
    .describe('Every check, in the order in which an editor would ask.'),
  preset: z.string().nullable().describe('The preset that these are just the settings of.'),
});
export type StandardsSettings = z.infer<typeof standardsSettingsSchema>;

export const setStandardsSchema = z.strictObject({ levels: levelsSchema });
export type SetStandards = z.infer<typeof setStandardsSchema>;

export const standardsEffectSchema = z.object({
  looked: z.int().describe('How many approved claims were looked at: the latest, up to a thousand.'),
  more: z.boolean().describe('There are older ones that were not.'),
  tally: z.array(tallySchema).describe('How they stand to every check, whatever its level.'),
});
export type StandardsEffect = z.infer<typeof standardsEffectSchema>;

const day = z.iso.date({ error: 'Give the date as YYYY-MM-DD.' });
export const reportQuery = {
  from: day.optional().describe('Claims whose latest approval is of this day or later.'),
  to: day.optional().describe('Claims whose latest approval is of this day or earlier.'),
};

export const standardsReportSchema = listOf(reportLineSchema).extend({
  tally: z.array(tallySchema),
  more: z.boolean().describe('The report ends before the claims do: ask for a shorter period.'),
});
export type StandardsReport = z.infer<typeof standardsReportSchema>;

const { party, channel, contact, question, askedAt, deadline, outcome, answer, answeredAt, tells, told } =
  approachFields;
const later = {
  contact: contact.optional(),
  question: question.optional(),
  deadline: deadline.optional(),
  outcome: outcome.optional(),
  answer: answer.optional(),
  answeredAt: answeredAt.optional(),
  tells: tells.optional(),
  told: told.optional(),
};
export const newApproachSchema = z.strictObject({ party, channel, askedAt, ...later });
export type NewApproach = z.infer<typeof newApproachSchema>;
export const patchApproachSchema = z.strictObject({
  party: party.optional(),
  channel: channel.optional(),
  askedAt: askedAt.optional(),
  ...later,
});
export type ApproachPatch = z.infer<typeof patchApproachSchema>;
export const approachAnswerSchema = approachSchema.extend({ claimId: z.string() });

export const waiveSchema = z.strictObject({
  rule: z.enum(waivableRules),
  reason: text({ max: 2000 }).refine((reason) => reason.trim() !== '', {
    error: 'Give the reason: it stands in the report.',
  }),
});
export type WaiveRequest = z.infer<typeof waiveSchema>;

export const standardsRoutes = {
  readStandards: route(addresses.readStandards, {
    summary: 'How the desk has set each of its checks',
    access: 'read',
    answer: standardsSettingsSchema,
    etag: true,
  }),
  setStandards: route(addresses.setStandards, {
    summary: 'Set every check to off, warning or blocking',
    access: 'administer',
    body: setStandardsSchema,
    answer: standardsSettingsSchema,
    ifMatch: 'required',
    etag: true,
  }),
  standardsEffect: route(addresses.standardsEffect, {
    summary: 'How the approved claims stand to every check, to see what a change of the settings would mean',
    access: 'read',
    answer: standardsEffectSchema,
  }),
  deskStandardsReport: route(addresses.deskStandardsReport, {
    summary: 'Each claim that was approved in a period against each check of the desk',
    access: 'read',
    query: z.object(reportQuery),
    answer: standardsReportSchema,
  }),
  articleStandardsReport: route(addresses.articleStandardsReport, {
    summary: 'Each claim of an article against each check of the desk',
    access: 'read',
    answer: standardsReportSchema,
  }),
  listApproaches: route(addresses.listApproaches, {
    summary: 'Who was asked for a reply to a claim, oldest first',
    access: 'read',
    answer: listOf(approachAnswerSchema),
  }),
  addApproach: route(addresses.addApproach, {
    summary: "Record that somebody was asked for a reply; the ETag is the claim's",
    access: 'annotate',
    body: newApproachSchema,
    answer: approachAnswerSchema,
    etag: true,
  }),
  editApproach: route(addresses.editApproach, {
    summary: "Record what came of it, or what readers are told; If-Match and ETag are the claim's",
    access: 'annotate',
    body: patchApproachSchema,
    answer: approachAnswerSchema,
    ifMatch: 'required',
    etag: true,
  }),
  removeApproach: route(addresses.removeApproach, {
    summary: "Delete what was recorded by mistake; If-Match and ETag are the claim's",
    access: 'annotate',
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  waive: route(addresses.waive, {
    summary: 'Say why a claim need not meet a check, or say it otherwise than before',
    access: 'annotate',
    body: waiveSchema,
    status: 200,
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  withdrawWaiver: route(addresses.withdrawWaiver, {
    summary: "Withdraw a waiver; If-Match and ETag are the claim's",
    access: 'annotate',
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
};
