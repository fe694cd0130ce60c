import { choosingAddress, type MailContent, pressingKinds } from '@/domain/mail';
import {
  grouped,
  type Notification,
  type NotificationGroup,
  type NotificationKind,
  notificationKinds,
} from '@/domain/notification';
import { groupInWords, notificationWords, placeOfGroup } from '@/domain/notification-words';
import { type Block, foot, item, paragraph } from './blocks';
import { foreign } from './foreign';

type Digest = Extract<MailContent, { kind: 'digest' }>;

/** Kinds that a subject counts; what else there is, it says. */
const COUNTED = 3;

const presses = (kind: NotificationKind): boolean => pressingKinds.some((each) => each === kind);
const inOrder = [...notificationKinds].sort((a, b) => Number(presses(b)) - Number(presses(a)));

/** What waits, counted: “1 mention of you, 2 claims returned”. No words but ours, since subjects are read over shoulders. */
export function subjectOf({ items, more }: Pick<Digest, 'items' | 'more'>): string {
  const counts = inOrder.flatMap((kind) => {
    const many = items.filter((each) => each.kind === kind).length;
    return many === 0 ? [] : [notificationWords[kind].counted(many)];
  });
  const shown = counts.slice(0, COUNTED).join(', ');
  return more > 0 || counts.length > COUNTED ? `${shown} and more` : shown;
}

/** All that a person has not read, newest first as the bell tells it, and how to be sent less of it. */
export function digestBlocks({ items, more, names }: Digest, desk: string, origin: string): Block[] {
  const count = items.length + more;
  return [
    paragraph([
      'At ',
      foreign(desk),
      count === 1 ? ', you have not read yet:' : `, ${count} things you have not read yet:`,
    ]),
    ...grouped(items as Notification[]).map((group) => groupBlock(group, names, origin)),
    ...(more > 0 ? [paragraph([{ href: `${origin}/`, label: `And ${more} more` }])] : []),
    foot(
      ['You are sent this because it waits for you unread.'],
      [{ href: choosingAddress(origin), label: 'Choose what is mailed to you, or switch it off' }],
    ),
  ];
}

function groupBlock(group: NotificationGroup, names: Digest['names'], origin: string): Block {
  const { what, about, article } = groupInWords(group, names);
  return item([foreign(what)], ...(article ? [[foreign(article)]] : []), [
    { href: `${origin}${placeOfGroup(group)}`, label: foreign(about || 'Open it') },
  ]);
}
