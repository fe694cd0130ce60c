import type { PublishedApproach } from './approach';

/** `25 November 2026`, of a date. */
const dayInWords = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** A name with its role behind a comma closes with one before the verb: `Ines Varga, director, was asked`. */
const asSubject = (party: string): string => (party.includes(', ') ? `${party},` : party);

/** What readers are told of an approach before the words of the answer: ends in a colon where there are any. */
export function replyLead({ party, askedOn, said, by }: PublishedApproach): string {
  const asked = `asked for a reply on ${dayInWords(askedOn)}`;
  if (said === 'unanswered')
    return `${asSubject(party)} was ${asked} and did not respond by ${dayInWords(by ?? askedOn)}.`;
  if (said === 'declined') return `${asSubject(party)} was ${asked} and declined to comment.`;
  const when = by ? ` on ${dayInWords(by)}` : '';
  return `${party}, ${asked}, answered${when}${said === 'answer' ? '' : ', in summary'}:`;
}

/** All of it as plain text. */
export function replyInWords(reply: PublishedApproach): string {
  if (reply.words === null) return replyLead(reply);
  return `${replyLead(reply)} ${reply.said === 'answer' ? `“${reply.words}”` : reply.words}`;
}
