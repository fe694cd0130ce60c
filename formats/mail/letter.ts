import { type MailContent, type MailToSend, switchOffAddress } from '@/domain/mail';
import { linkTo, roleNames } from '@/domain/person';
import type { Letter } from '../outgoing/letter';
import { asHtml, asText, type Block, paragraph, type Run } from './blocks';
import { digestBlocks, subjectOf } from './digest';
import { type Foreign, foreign, isolated } from './foreign';

/**
 * A message put in words, as text and as HTML that say the same; `origin` is where the desk is served. Mail is switched off
 * by one click over https alone (RFC 8058, 3.1); the link at the end is always there.
 */
export function letterOf({ id, to, desk, content }: MailToSend, origin: string): Letter {
  const subject = subjectFor(content, foreign(desk));
  const blocks = blocksFor(content, foreign(desk), origin);
  const unsubscribe =
    content.kind === 'digest' && origin.startsWith('https:') ? switchOffAddress(origin, content.switchOff) : null;
  return { id, to, subject, text: asText(blocks), html: asHtml(subject, blocks), unsubscribe };
}

function subjectFor(content: MailContent, desk: Foreign): string {
  if (content.kind === 'digest') return subjectOf(content);
  const before = { invitation: 'Invitation to', reset: 'A new password for', test: 'Test message from' }[content.kind];
  return `${before} ${isolated(desk)}`;
}

function blocksFor(content: MailContent, desk: Foreign, origin: string): Block[] {
  if (content.kind === 'digest') return digestBlocks(content, desk.foreign, origin);
  if (content.kind === 'invitation') return invitationBlocks(content, desk, origin);
  if (content.kind === 'reset') return resetBlocks(content, desk, origin);
  const by: Run = content.by === null ? 'an administrator' : foreign(content.by);
  return [
    paragraph(['This is a test message that ', by, ' asked for in the settings of ', desk, '.']),
    paragraph(['You have it, so mail works.']),
  ];
}

const ways = { invitation: 'Open this link to join', reset: 'Open this link to choose a new password' };
const link = (origin: string, purpose: 'invitation' | 'reset', secret: string) =>
  paragraph([{ href: linkTo(origin, purpose, secret), label: ways[purpose] }]);

/** “26 November 2026, 14:05 UTC”: nobody knows the zone in which it is read. */
const moment = (at: string): string =>
  `${new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).replace(' at ', ', ')} UTC`;
const once = (expiresAt: string): string =>
  `It works once, for whoever opens it first, until ${moment(expiresAt)}: pass it on to nobody.`;

function invitationBlocks(
  { secret, expiresAt, role, by }: Extract<MailContent, { kind: 'invitation' }>,
  desk: Foreign,
  origin: string,
): Block[] {
  const who: Run = by === null ? 'You are invited' : foreign(by);
  const article = role === 'reviewer' ? 'a' : 'an';
  const what = `${by === null ? '' : ' invites you'} to check facts as ${article} ${roleNames[role].toLowerCase()} of `;
  return [
    paragraph([who, what, desk, '.']),
    link(origin, 'invitation', secret),
    paragraph([once(expiresAt)]),
    paragraph(['If you do not know what this is about, do nothing, and you hear no more of it.']),
  ];
}

function resetBlocks(
  { secret, expiresAt, by }: Extract<MailContent, { kind: 'reset' }>,
  desk: Foreign,
  origin: string,
): Block[] {
  const why: Run[] =
    by === null
      ? ['Somebody, most likely you, asked at the door of ', desk, ' for a new password for you.']
      : [foreign(by), ' made you a link with which you choose a new password for ', desk, '.'];
  return [
    paragraph(why),
    link(origin, 'reset', secret),
    paragraph([once(expiresAt)]),
    paragraph(['Until you do, your present password goes on working. If it was not you who asked, do nothing.']),
  ];
}
