import { type Names, somebody } from './names';
import type { Notification, NotificationGroup, NotificationKind } from './notification';

type Words = {
  setting: string;
  /** so many of them, as the subject of a message says */
  counted: (n: number) => string;
  one: (item: Notification, who: string) => string;
  many: (n: number, who: string) => string;
};

const counting =
  (one: string, more: string) =>
  (n: number): string =>
    n === 1 ? `1 ${one}` : `${n} ${more}`;

/** What each kind is called among the settings, and how one and several are told. */
export const notificationWords: Record<NotificationKind, Words> = {
  returned: {
    setting: 'A claim you worked on is returned',
    counted: counting('claim returned', 'claims returned'),
    one: (_, who) => `${who} returned it to you`,
    many: (n, who) => `${who} returned ${n} claims`,
  },
  mentioned: {
    setting: 'Somebody mentions you',
    counted: counting('mention of you', 'mentions of you'),
    one: (_, who) => `${who} mentioned you`,
    many: (n, who) => `${who} mentioned you in ${n} places`,
  },
  approved: {
    setting: 'A claim you worked on is approved',
    counted: counting('claim approved', 'claims approved'),
    one: (_, who) => `${who} approved it`,
    many: (n, who) => `${who} approved ${n} claims`,
  },
  assigned: {
    setting: 'A claim or an article is assigned to you',
    counted: counting('assignment to you', 'assignments to you'),
    one: (_, who) => `${who} assigned it to you`,
    many: (n, who) => `${who} assigned ${n} claims to you`,
  },
  changed: {
    setting: 'A revision changed the words of your claim',
    counted: counting('claim changed by a revision', 'claims changed by a revision'),
    one: ({ number }, who) => `${who} added revision ${number}, in which its words changed`,
    many: (n, who) => `${who} added a revision in which the words of ${n} claims changed`,
  },
  lost: {
    setting: 'A revision lost the words of your claim',
    counted: counting('claim lost by a revision', 'claims lost by a revision'),
    one: ({ number }, who) => `${who} added revision ${number}, in which its words are gone`,
    many: (n, who) => `${who} added a revision in which the words of ${n} claims are gone`,
  },
  published: {
    setting: 'An article you worked on is published',
    counted: counting('edition published', 'editions published'),
    one: ({ number }, who) => `${who} published edition ${number}`,
    many: (n, who) => `${who} published ${n} editions`,
  },
  'not-published': {
    setting: 'A scheduled edition of an article of yours did not come out',
    counted: counting('scheduled edition failed', 'scheduled editions failed'),
    one: ({ number }) => `Edition ${number} did not come out at its hour`,
    many: (n) => `${n} scheduled editions did not come out`,
  },
  'second-verdict': {
    setting: 'An independent second verdict is asked of you',
    counted: counting('second verdict asked of you', 'second verdicts asked of you'),
    one: (_, who) => `${who} asks you for an independent second verdict`,
    many: (n, who) => `${who} asks you for independent second verdicts on ${n} claims`,
  },
  agreed: {
    setting: 'A second verdict you asked for is the same as the first',
    counted: counting('second verdict that agrees', 'second verdicts that agree'),
    one: (_, who) => `${who} filed a second verdict: the same as the first`,
    many: (n, who) => `${who} filed second verdicts on ${n} claims: the same as the first`,
  },
  adjudicate: {
    setting: 'A second verdict differs from the first, for you to adjudicate',
    counted: counting('second verdict to adjudicate', 'second verdicts to adjudicate'),
    one: (_, who) => `${who} filed a second verdict that differs: adjudicate`,
    many: (n, who) => `${who} filed second verdicts on ${n} claims that differ: adjudicate`,
  },
  'due-soon': {
    setting: 'Something of yours is due within the hour',
    counted: counting('due within the hour', 'due within the hour'),
    one: () => 'Due within the hour',
    many: (n) => `${n} claims are due within the hour`,
  },
  overdue: {
    setting: 'Something of yours is overdue',
    counted: counting('overdue', 'overdue'),
    one: () => 'Overdue',
    many: (n) => `${n} claims are overdue`,
  },
};

/** What a group tells: the deed, and of what. */
export function groupInWords(
  { items }: NotificationGroup,
  names: Names,
): { what: string; about: string; article: string } {
  const [first] = items;
  const who = first.by === null ? 'The server' : capital(somebody(names, first.by));
  const { one, many } = notificationWords[first.kind];
  const article = first.articleTitle ?? '';
  if (items.length > 1) return { what: many(items.length, who), about: article, article: '' };
  const isClaim = first.claimId !== null;
  const about = isClaim ? first.statement || 'A claim without a statement' : article;
  return { what: one(first, who), about, article: isClaim ? article : '' };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Where a group leads: to its claim, or to the article where there are several. */
export function placeOfGroup({ items: [first, ...others] }: NotificationGroup): string {
  const article = `/articles/${first.articleId}`;
  if (first.kind === 'not-published') return `${article}/publish#hour`;
  if (first.kind === 'changed' || first.kind === 'lost') return `${article}/revisions/newest`;
  return others.length === 0 && first.claimId !== null ? `${article}#claim-${first.claimId}` : article;
}
