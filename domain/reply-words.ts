import type { PublishedApproach } from './approach';

/** `25 November 2026`, of a date. */
const dayInWords = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** What readers are told of an approach before the words of the answer: ends in a colon where there are any. */
export function replyLead({ party, askedOn, said, by }: PublishedApproach): string {
  const asked = dayInWords(askedOn);
  const when = by ? ` on ${dayInWords(by)}` : '';
  if (said === 'unanswered')
    return `${party} was asked for a reply on ${asked} and did not respond by ${dayInWords(by ?? askedOn)}.`;
  if (said === 'declined') return `${party} was asked for a reply on ${asked} and declined to comment.`;
  return said === 'answer'
    ? `${party}, asked for a reply on ${asked}, answered${when}:`
    : `${party}, asked for a reply on ${asked}, answered${when}, in summary:`;
}

/** All of it as plain text. */
export function replyInWords(reply: PublishedApproach): string {
  if (reply.words === null) return replyLead(reply);
  return `${replyLead(reply)} ${reply.said === 'answer' ? `“${reply.words}”` : reply.words}`;
}
