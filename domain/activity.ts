import { z } from 'zod';
import { digestOf } from './canonical';

/** Everything that can be done to what the desk holds; sessions, limits and keys are bookkeeping and not here. */
export const activityTypes = [
  'desk.set-up',
  'desk.changed',
  'person.invited',
  'person.joined',
  'person.changed',
  'person.password-set',
  'person.signed-out-everywhere',
  'person.link-made',
  'person.erased',
  'invitation.revoked',
  'token.made',
  'token.revoked',
  'scale.added',
  'standards.changed',
  'article.imported',
  'article.changed',
  'revision.added',
  'watch.set',
  'watch.cleared',
  'text.found',
  'text.withdrawn',
  'text.dismissed',
  'annotations.imported',
  'claim.created',
  'claim.changed',
  'claim.anchor-changed',
  'claim.anchor-lost',
  'claim.anchor-found',
  'claim.settled',
  'claim.unsettled',
  'evidence.added',
  'evidence.changed',
  'evidence.removed',
  'evidence.restored',
  'source.changed',
  'approach.made',
  'approach.changed',
  'approach.removed',
  'claim.waived',
  'claim.waiver-withdrawn',
  'claim.submitted',
  'claim.taken-back',
  'claim.approved',
  'claim.returned',
  'claim.dropped',
  'claim.restored',
  'second-verdict.drawn',
  'second-verdict.asked',
  'second-verdict.withdrawn',
  'second-verdict.filed',
  'second-verdict.adjudicated',
  'second-verdict.ended',
  'article.second-verdict-policy-set',
  'claim.linked',
  'claim.unlinked',
  'conclusion.changed',
  'conclusion.submitted',
  'conclusion.taken-back',
  'conclusion.approved',
  'conclusion.returned',
  'claim.split',
  'claim.merged',
  'claim.took-in',
  'claim.gave-back',
  'suggestion.accepted',
  'suggestion.declined',
  'suggestion.reopened',
  'thread.opened',
  'thread.resolved',
  'thread.reopened',
  'comment.added',
  'comment.edited',
  'comment.withdrawn',
  'edition.published',
  'edition.scheduled',
  'edition.unscheduled',
  'edition.schedule-failed',
  'article.held',
  'article.hold-lifted',
  'edition.withdrawn',
  'claim.withdrawn',
  'claim.erased',
  'edition.erased',
  'override.confirmed',
  'webhook.added',
  'webhook.changed',
  'webhook.removed',
] as const;
export type ActivityType = (typeof activityTypes)[number];

/** What can be acted on: the first half of each type. */
export const activityKinds = [...new Set(activityTypes.map((type) => type.split('.', 1)[0]!))] as [string, ...string[]];

/** What concerns people and their access, which administrators alone read. */
const ofAccess = ['person', 'invitation', 'token'];
export const isOfAccess = (type: ActivityType): boolean => ofAccess.includes(type.split('.', 1)[0]!);

export const activitySchema = z.object({
  id: z.string().describe('The sequence number, as a string.'),
  at: z.iso.datetime(),
  by: z.string().nullable().describe("A person's id; null for the server itself and its command line."),
  type: z.enum(activityTypes),
  articleId: z.string().nullable(),
  claimId: z.string().nullable(),
  subject: z.string().nullable().describe('The id of what else was acted on: an evidence item, a person, an edition.'),
  content: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('What changed; null where nothing is told of it, or not any more.'),
  erased: z.boolean().describe('What it said was erased on request; a later entry tells of that.'),
  digest: z.string().nullable().describe('Null for who is blind to something that it covers.'),
});
export type Activity = z.infer<typeof activitySchema>;

/** What a link of the chain is made of; content enters by its digest alone, so that it can be erased. */
export type Link = {
  seq: number;
  at: string;
  by: string | null;
  type: string;
  articleId: string | null;
  claimId: string | null;
  subject: string | null;
  contentDigest: string | null;
  previous: string | null;
};

/** The digest of one row of the log, which the next row holds as `previous` (architecture.md, decision 16). */
export const digestOfLink = (link: Link): string => digestOf(link);
