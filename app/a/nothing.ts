import { addressOf, listed, recordOf } from '@/components/reader/words';
import { type EditionHead, newestWithClaim } from '@/db/editions/public';
import { missing } from './answer';

const front = { href: '/', words: 'All fact checks' };

export const noSuchArticle = (request: Request): Promise<Response> =>
  missing(request, {
    title: 'There is no fact check at this address',
    happened:
      'The address may have been mistyped or cut short. A fact check that was published keeps its address for good.',
    ways: [front],
  });

export function noSuchEdition(request: Request, slug: string, heads: EditionHead[]): Promise<Response> {
  const newest = heads.at(-1)?.number ?? 1;
  return missing(request, {
    title: 'There is no such edition',
    happened: newest === 1 ? 'This fact check has one edition so far.' : `This fact check has editions 1 to ${newest}.`,
    ways: [{ href: addressOf(slug), words: 'The newest edition' }, front],
  });
}

/** A comparison of editions that are not there, or of which one was withdrawn. */
export function noSuchRecord(request: Request, slug: string, heads: EditionHead[]): Promise<Response> {
  const shown = heads.filter(({ withdrawal }) => !withdrawal).map(({ number }) => number);
  return missing(request, {
    title: 'There is nothing to compare at this address',
    happened:
      shown.length < 2
        ? 'Two editions that are shown can be compared, and this fact check has fewer.'
        : `Any two of these editions can be compared: ${listed(shown.map(String))}.`,
    ways: [
      { href: recordOf(slug), words: 'Every edition' },
      { href: addressOf(slug), words: 'The newest edition' },
      front,
    ],
  });
}

/** A form in which an edition, or a claim of it, is not to be had. `here` is the address of its page. */
export const noSuchForm = (request: Request, here: string): Promise<Response> =>
  missing(request, {
    title: 'There is nothing of this name',
    happened: 'The page lists every form in which it can be downloaded or embedded.',
    ways: [{ href: here, words: 'The page itself' }, front],
  });

type Sought = { slug: string; head: EditionHead; numbered: boolean; k: number | null };

export async function noSuchClaim(request: Request, { slug, head, numbered, k }: Sought): Promise<Response> {
  const last = k === null ? null : await newestWithClaim(slug, k);
  const here = { href: addressOf(slug, numbered ? head.number : null), words: 'The whole fact check' };
  return missing(request, {
    title: last === null ? 'There is no such claim' : `Claim ${k} is not in edition ${head.number}`,
    happened:
      last === null
        ? 'No edition of this fact check has a claim of this number.'
        : `It was last published in edition ${last}, which stays as it was.`,
    ways: [
      ...(last === null || k === null
        ? []
        : [{ href: addressOf(slug, last, k), words: `Claim ${k} in edition ${last}` }]),
      here,
      front,
    ],
  });
}
