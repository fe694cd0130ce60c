import { z } from 'zod';
import { type Approach, approachOutcomes, brokenApproachRules, channels, toldForms } from '@/domain/approach';
import { type NewApproach, newApproachSchema } from '@/domain/contract/standards';

/** An approach as it stands in the boxes of its form; times are as a box for them has them, by this computer's clock. */
export const approachDraftSchema = z.object({
  party: z.string(),
  channel: z.enum(channels),
  contact: z.string(),
  question: z.string(),
  askedAt: z.string(),
  deadline: z.string(),
  outcome: z.enum(['waiting', ...approachOutcomes]),
  answer: z.string(),
  answeredAt: z.string(),
  tells: z.enum(toldForms),
  told: z.string(),
});
export type ApproachDraft = z.infer<typeof approachDraftSchema>;

/** An instant as a box for day and time has it: local, to the minute. */
export function localOf(at: string | null): string {
  if (at === null) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const instantOf = (local: string): string | null =>
  Number.isNaN(Date.parse(local)) ? null : new Date(local).toISOString();

export const emptyApproach = (party: string, now: Date): ApproachDraft => ({
  party,
  channel: 'email',
  contact: '',
  question: '',
  askedAt: localOf(now.toISOString()),
  deadline: '',
  outcome: 'waiting',
  answer: '',
  answeredAt: '',
  tells: 'nothing',
  told: '',
});

export const draftOfApproach = (approach: Approach): ApproachDraft => ({
  party: approach.party,
  channel: approach.channel,
  contact: approach.contact ?? '',
  question: approach.question ?? '',
  askedAt: localOf(approach.askedAt),
  deadline: localOf(approach.deadline),
  outcome: approach.outcome ?? 'waiting',
  answer: approach.answer ?? '',
  answeredAt: localOf(approach.answeredAt),
  tells: approach.tells,
  told: approach.told ?? '',
});

const orNull = (text: string): string | null => text.trim() || null;

/** What the draft asks the API for. An answer or a time that no longer belongs to what came of it is left out. */
export function approachOf(draft: ApproachDraft): NewApproach {
  const outcome = draft.outcome === 'waiting' ? null : draft.outcome;
  const answered = outcome === 'answered';
  return {
    party: draft.party.trim(),
    channel: draft.channel,
    contact: orNull(draft.contact),
    question: orNull(draft.question),
    askedAt: instantOf(draft.askedAt) ?? '',
    deadline: instantOf(draft.deadline),
    outcome,
    answer: answered ? orNull(draft.answer) : null,
    answeredAt: outcome === null ? null : instantOf(draft.answeredAt),
    tells: draft.tells,
    told: draft.tells === 'answer' || draft.tells === 'summary' ? orNull(draft.told) : null,
  };
}

/** What is wrong with each box, by the very schema and rules of the server. */
export function errorsInApproach(draft: ApproachDraft, now: string): Record<string, string> {
  const parsed = newApproachSchema.safeParse(approachOf(draft));
  if (!parsed.success)
    return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]));
  const { contact = null, question = null, deadline = null, outcome = null, answer = null, ...given } = parsed.data;
  const whole = { contact, question, deadline, outcome, answer, ...given };
  const fields = {
    ...whole,
    answeredAt: given.answeredAt ?? null,
    tells: given.tells ?? 'nothing',
    told: given.told ?? null,
  };
  return Object.fromEntries(
    brokenApproachRules(fields, now).map(({ pointer = '', message }) => [pointer.slice(1), message]),
  );
}
