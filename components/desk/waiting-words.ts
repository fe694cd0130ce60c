import { type Names, somebody } from '@/domain/names';
import type { WaitingReason } from '@/domain/waiting';

type Tellings = { [K in WaitingReason['kind']]: (reason: Extract<WaitingReason, { kind: K }>, names: Names) => string };

const tellings: Tellings = {
  'changed-at-address': () => 'Changed at its address: what stands there now is not what was checked',
  changed: ({ revision }) => `Changed by revision ${revision}: say what becomes of it`,
  lost: ({ revision }) => `Lost by revision ${revision}: say what becomes of it`,
  returned: ({ by, note }, names) => `Returned by ${somebody(names, by)}${note ? ` because “${note}”` : ''}`,
  submitted: ({ by }, names) => `Submitted by ${somebody(names, by)}`,
  'reply-due': () => 'The deadline for a reply has passed: record what came back, or go on without',
  lapsed: () => 'Changed since it was approved; submit it again',
  'edition-failed': ({ number, problem }) => `Edition ${number} did not come out at its hour: ${problem ?? 'see why'}`,
  'conclusion-submitted': ({ by }, names) => `Submitted by ${somebody(names, by)}`,
  'conclusion-returned': ({ by, note }, names) =>
    `Returned by ${somebody(names, by)}${note ? ` because “${note}”` : ''}`,
  'conclusion-lapsed': () => 'Changed since it was approved; submit it again',
  'second-verdict': ({ by }, names) =>
    by ? `Second verdict asked by ${somebody(names, by)}` : 'You took its second verdict: file it',
  adjudication: () => 'Two verdicts differ: adjudicate',
  'second-verdict-drawn': () => 'Drawn for a second verdict, which nobody gives yet',
  assigned: ({ by }, names) => `Assigned to you by ${somebody(names, by)}`,
};

/** Why something waits, in words. */
export const reasonInWords = (reason: WaitingReason, names: Names): string =>
  (tellings[reason.kind] as (reason: WaitingReason, names: Names) => string)(reason, names);

/** The page of an article on which each reason is dealt with, where that is not the article itself. */
const pages: Partial<Record<WaitingReason['kind'], string>> = {
  submitted: '/queue',
  changed: '/revisions/newest',
  lost: '/revisions/newest',
  'changed-at-address': '#details',
  'edition-failed': '/publish#hour',
  'conclusion-submitted': '/queue#conclusion',
  'conclusion-returned': '#conclusion',
  'conclusion-lapsed': '#conclusion',
};

/** Where something that waits is dealt with. */
export function placeOfWaiting(item: { articleId: string; claimId: string | null; reasons: WaitingReason[] }): string {
  const kind = item.reasons[0]?.kind;
  const page = `/articles/${item.articleId}${(kind && pages[kind]) ?? ''}`;
  return item.claimId === null ? page : `${page}#claim-${item.claimId}`;
}
