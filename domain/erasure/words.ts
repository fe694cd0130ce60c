import type { Stays } from './erasure';

type Link = Stays['links'][number];

/** The name that stands in the place of an erased one. */
export const erasedName = 'Erased person';

/** An address that is nobody's: the domain is reserved, so that no mail can ever be delivered there (RFC 2606). */
export const erasedEmail = (id: string): string => `${id.toLowerCase()}@erased.invalid`;

/** What stands where the database insists on words and there are none any more. */
export const erasedWords = 'Erased.';

const counted = (many: number, one: string, several = `${one}s`): string => `${many} ${many === 1 ? one : several}`;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** A sentence that lists what there is some of; none where there is nothing. */
const listing = (before: string, parts: readonly (string | false)[], after = '.'): string[] => {
  const some = parts.filter((part) => part !== false);
  return some.length === 0 ? [] : [`${before}${listed(some)}${after}`];
};
const some = (many: number, one: string, several?: string): string | false => many > 0 && counted(many, one, several);

export type PersonGoes = {
  name: string;
  email: string;
  credit: string | null;
  links: number;
  tokens: number;
  notifications: number;
  entries: number;
  answers: number;
};

/** What erasing a person takes, in sentences. */
export const personGoes = (person: PersonGoes): string[] => [
  `The name “${person.name}”, the address ${person.email}${person.credit === null ? '' : `, and the credit “${person.credit}”`}: everywhere on the desk it says “${erasedName}” instead, as the author of what they did too.`,
  'Password and sessions. Nobody can sign in as this person again, and the account cannot be let in again.',
  ...listing('For good as well: ', [
    some(person.links, 'invitation or link', 'invitations and links'),
    some(person.tokens, 'access token'),
    some(person.notifications, 'notification'),
    some(person.answers, 'kept answer to a request', 'kept answers to requests'),
  ]),
  ...(person.entries > 0
    ? [
        `What ${counted(person.entries, 'entry', 'entries')} of the log say of them. The entries themselves stay, and the chain still verifies.`,
      ]
    : []),
];

export type Mentions = {
  /** published editions that print the name */
  editions: Link[];
  /** approvals that were confirmed under the name, by the record that shows them */
  confirmations: Link[];
  /** how often the name or address stands in what others wrote: how many of which */
  elsewhere: { many: number; one: string; several: string }[];
};

/** What stays of a person, in sentences. */
export const personStays = ({ editions, confirmations, elsewhere }: Mentions): Stays[] => [
  ...(editions.length > 0
    ? [
        {
          what: 'Published editions that print the name. They are signed by their digest, also where others keep a copy, so they are not altered: withdraw an edition, and erase it, where the name must go from there.',
          links: editions,
        },
      ]
    : []),
  ...(confirmations.length > 0
    ? [{ what: 'The public record of approvals that they confirmed, which prints the name.', links: confirmations }]
    : []),
  ...listing(
    'The name or the address in ',
    elsewhere.map(({ many, one, several }) => some(many, one, several)),
    ': others wrote these words. Change them there first where they must go too.',
  ).map((what) => ({ what, links: [] })),
  { what: 'What they did: claims, verdicts, decisions and comments stay, without the name.', links: [] },
  { what: backups, links: [] },
];

const backups =
  'Copies outside this desk: backups made before now, exports, mails already sent. Delete those backups, or erase again after putting one back.';

export type ClaimGoes = {
  evidence: number;
  sources: number;
  decisions: number;
  approaches: number;
  threads: number;
  comments: number;
  seconds: number;
  entries: number;
  editions: number;
};

/** What erasing a withdrawn claim takes, in sentences. */
export const claimGoes = (claim: ClaimGoes): string[] => [
  'Its statement, quotes, places in the article, claimant, verdict and rationale.',
  ...listing('With it: ', [
    some(claim.evidence, 'piece of evidence', 'pieces of evidence'),
    some(claim.sources, 'source that no other claim cites', 'sources that no other claim cites'),
    some(claim.decisions, 'decision'),
    some(claim.seconds, 'second verdict'),
    some(claim.approaches, 'record of asking for a reply', 'records of asking for a reply'),
    some(claim.threads, 'thread'),
    some(claim.comments, 'comment'),
  ]),
  `Its words in ${counted(claim.editions, 'edition')}: the hash and the reason of the withdrawal are left, and the editions still verify.`,
  ...(claim.entries > 0
    ? [
        `What ${counted(claim.entries, 'entry', 'entries')} of the log say of it. Who did what and when stays, and the chain still verifies.`,
      ]
    : []),
  'It is found by no search any more, and counted in no figures.',
];

/** What stays of a withdrawn claim, in sentences. */
export const claimStays = (left: { relatives: Link[]; wholeTexts: Link[]; concluded: boolean }): Stays[] => [
  { what: 'The article’s own text, in all its revisions, which may hold the same words.', links: [] },
  ...(left.wholeTexts.length > 0
    ? [{ what: 'Editions that print the article’s whole text, with the same words in it.', links: left.wholeTexts }]
    : []),
  ...(left.concluded ? [{ what: 'The conclusion, which may tell of it.', links: [] }] : []),
  ...(left.relatives.length > 0
    ? [
        {
          what: 'Claims that were split off it or merged with it, which have words of their own.',
          links: left.relatives,
        },
      ]
    : []),
  { what: 'That it was withdrawn, when, and the reason that readers are given.', links: [] },
  { what: backups, links: [] },
];

/** What erasing a withdrawn edition takes, in sentences. */
export const editionGoes = (edition: { number: number; claims: number; noted: boolean }): string[] => [
  `All that edition ${edition.number} said: headline, text, conclusion, credits and ${counted(edition.claims, 'claim')}${edition.noted ? ', and its note' : ''}.`,
  'With it, the way to recompute its digest from what is stored. The digest itself stays, in the log and in the chain of editions.',
];

/** What stays of a withdrawn edition, in sentences. */
export const editionStays = (left: { others: Link[] }): Stays[] => [
  ...(left.others.length > 0
    ? [{ what: 'Other editions, with what they say of the same claims.', links: left.others }]
    : []),
  { what: 'The article and its claims on the desk. A claim that was withdrawn is erased by itself.', links: [] },
  { what: 'Its number, when it was published, its digest, and the reason that readers are given.', links: [] },
  { what: backups, links: [] },
];
