import { ClaimPage } from '@/components/reader/claim-page';
import { EditionPage } from '@/components/reader/edition-page';
import { addressOf } from '@/components/reader/words';
import { type EditionHead, editionHeads, frozenPayload, newestWithClaim } from '@/db/editions/public';
import type { Entry, Payload } from '@/domain/edition';
import { type Keep, missing, publicJson, publicPage } from './answer';

/** What an address asks for: the newest edition unless `number` is given, one claim of it if `k` is. */
type Asked = { slug: string; number?: string; k?: string };

/** The part of an address without `.json`, and whether it asked for that. */
function partOf(raw: string): { value: string; json: boolean } {
  let value = raw;
  try {
    value = decodeURIComponent(raw);
  } catch {
    // not percent-encoded text: no slug of ours, so nothing is found under it
  }
  return value.endsWith('.json') ? { value: value.slice(0, -5), json: true } : { value, json: false };
}

/** A number as addresses write it: digits without a leading zero. */
const counted = (value: string): number | null => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : null);

type Found = { slug: string; head: EditionHead; later: EditionHead[]; numbered: boolean };

const keepOf = ({ numbered }: Found): Keep => (numbered ? 'a minute' : 'if unchanged');
const parsed = async ({ id }: EditionHead): Promise<Payload> => JSON.parse(await frozenPayload(id)) as Payload;

/** Answers `/a/{slug}`, `/a/{slug}/{n}`, each with `/claims/{k}`, each with `.json`. */
export async function answerEdition(request: Request, asked: Asked): Promise<Response> {
  const slug =
    asked.number === undefined && asked.k === undefined ? partOf(asked.slug) : { ...partOf(asked.slug), json: false };
  const heads = await editionHeads(slug.value);
  if (heads.length === 0) return (await redirected(request, slug.value)) ?? noSuchArticle(request);
  const numbered = asked.number === undefined ? null : partOf(asked.number);
  const head = numbered ? heads.find(({ number }) => number === counted(numbered.value)) : heads.at(-1);
  if (!head) return noSuchEdition(request, slug.value, heads);
  const found: Found = {
    slug: slug.value,
    head,
    later: heads.filter(({ number }) => number > head.number),
    numbered: numbered !== null,
  };
  if (asked.k !== undefined) return answerClaim(request, found, partOf(asked.k));
  return (numbered ?? slug).json ? editionJson(request, found) : editionPage(request, found);
}

/** Slugs are lower case: an address in another is answered with the right one. */
async function redirected(request: Request, slug: string): Promise<Response | null> {
  const lower = slug.toLowerCase();
  if (lower === slug || (await editionHeads(lower)).length === 0) return null;
  const url = new URL(request.url);
  const [, a, first = '', ...rest] = url.pathname.split('/');
  const json = first.endsWith('.json') && !slug.endsWith('.json') ? '.json' : '';
  const path = ['', a, `${encodeURIComponent(lower)}${json}`, ...rest].join('/');
  return new Response(null, { status: 308, headers: { Location: path, 'Cache-Control': 'no-cache' } });
}

const editionJson = async (request: Request, found: Found) =>
  publicJson(request, { json: await frozenPayload(found.head.id), keep: keepOf(found) });

/** All that a page of this edition is drawn from. */
const keyOf = ({ head, later }: Found): string => `${head.digest} ${later.at(-1)?.digest ?? ''}`;

const editionPage = (request: Request, found: Found) =>
  publicPage(request, {
    key: keyOf(found),
    keep: keepOf(found),
    draw: async (css) => (
      <EditionPage payload={await parsed(found.head)} digest={found.head.digest} later={found.later} css={css} />
    ),
  });

const entryOf = (payload: Payload, k: number | null): Entry | undefined =>
  payload.claims.find((entry) => 'claim' in entry && entry.claim.k === k);

async function answerClaim(
  request: Request,
  found: Found,
  { value, json }: { value: string; json: boolean },
): Promise<Response> {
  const payload = await parsed(found.head);
  const k = counted(value);
  const entry = entryOf(payload, k);
  if (!entry || !('claim' in entry)) return noSuchClaim(request, found, k);
  if (json) return publicJson(request, { json: JSON.stringify({ frame: payload.frame, entry }), keep: keepOf(found) });
  const props = { payload, claim: entry.claim, digest: found.head.digest, later: found.later };
  return publicPage(request, {
    key: `${keyOf(found)} ${k}`,
    keep: keepOf(found),
    draw: async (css) => <ClaimPage {...props} css={css} />,
  });
}

const front = { href: '/', words: 'All fact checks' };

const noSuchArticle = (request: Request) =>
  missing(request, {
    title: 'There is no fact check at this address',
    happened:
      'The address may have been mistyped or cut short. A fact check that was published keeps its address for good.',
    ways: [front],
  });

function noSuchEdition(request: Request, slug: string, heads: EditionHead[]): Promise<Response> {
  const newest = heads.at(-1)?.number ?? 1;
  return missing(request, {
    title: 'There is no such edition',
    happened: newest === 1 ? 'This fact check has one edition so far.' : `This fact check has editions 1 to ${newest}.`,
    ways: [{ href: addressOf(slug), words: 'The newest edition' }, front],
  });
}

async function noSuchClaim(request: Request, { slug, head, numbered }: Found, k: number | null): Promise<Response> {
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
