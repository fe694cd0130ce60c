import { ownOrigin } from '@/app/api/door/origin';
import { ClaimPage } from '@/components/reader/claim-page';
import { descriptionOf, EditionPage } from '@/components/reader/edition-page';
import { ClaimEmbed, EditionEmbed } from '@/components/reader/embed';
import { addressOf } from '@/components/reader/words';
import { editionHeads, frozenPayload } from '@/db/editions/public';
import { claimsOf, type Payload } from '@/domain/edition';
import { cardOf } from '@/formats/export/card';
import { exportDocuments } from '@/formats/export/documents';
import { claimTells, editionTells } from '@/formats/export/page-tells';
import { type Asked, askedAt, counted, decoded, tidied } from './address';
import { type Keep, publicDocument, publicPage } from './answer';
import { editionArchive } from './archive';
import type { Found } from './found';
import { noSuchArticle, noSuchClaim, noSuchEdition, noSuchForm } from './nothing';
import { answerRecord } from './record';
import { answerWithdrawn, withdrawnAt } from './withdrawn';

const keepOf = ({ numbered }: Found): Keep => (numbered ? 'a minute' : 'if unchanged');
const parsed = async ({ head }: Found): Promise<Payload> => JSON.parse(await frozenPayload(head)) as Payload;

/** All that a page of this edition is drawn from. */
function keyOf({ head, later, origin }: Found): string {
  const withdrawn = [
    ...head.withdrawnClaims.keys(),
    '/',
    ...later.filter(({ withdrawal }) => withdrawal).map(({ number }) => number),
  ];
  return `${origin} ${head.digest} ${later.at(-1)?.digest ?? ''} ${withdrawn.join(' ')}`;
}

/** Answers every address under `/a/`, by its parts: see `address.ts`. */
export async function answerAt(request: Request, parts: string[]): Promise<Response> {
  const path = parts.map(decoded);
  const redirect = await redirected(path);
  if (redirect) return redirect;
  const asked = askedAt(path);
  const heads = await editionHeads(asked.slug);
  if (heads.length === 0) return noSuchArticle(request);
  if (path[1] === 'record') return answerRecord(request, { slug: asked.slug, heads, numbers: path.slice(2) });
  const head = asked.number === null ? heads.at(-1) : heads.find(({ number }) => number === counted(asked.number!));
  if (!head) return noSuchEdition(request, asked.slug, heads);
  const found: Found = {
    slug: asked.slug,
    head,
    later: heads.filter(({ number }) => number > head.number),
    numbered: asked.number !== null,
    origin: ownOrigin(request.headers),
  };
  const withdrawn = withdrawnAt(found, counted(asked.k ?? ''));
  if (withdrawn) return answerWithdrawn(request, withdrawn, asked, keepOf(found));
  return asked.k === null ? answerEdition(request, found, asked) : answerClaim(request, found, asked);
}

/** An address in other letters than ours, or cut short, is answered with the right one. */
async function redirected(path: string[]): Promise<Response | null> {
  const right = tidied(path);
  if (right.join('/') === path.join('/') || (await editionHeads(askedAt(right).slug)).length === 0) return null;
  const location = `/a/${right.map(encodeURIComponent).join('/')}`;
  return new Response(null, { status: 308, headers: { Location: location, 'Cache-Control': 'no-cache' } });
}

async function answerEdition(request: Request, found: Found, { form }: Asked): Promise<Response> {
  const { head, origin } = found;
  const kept = { key: `${keyOf(found)} ${form}`, keep: keepOf(found) };
  if (form === null) return publicPage(request, { ...kept, draw: (css) => editionPage(found, css) });
  if (form === 'json') {
    return publicDocument(request, { ...kept, type: 'application/json', draw: () => frozenPayload(head) });
  }
  if (form === 'embed') {
    const draw = async (css: string) => <EditionEmbed {...found} payload={await parsed(found)} css={css} />;
    return publicPage(request, { ...kept, draw }, true);
  }
  if (form === 'edition.zip') {
    const draw = async () => editionArchive({ ...found, digest: head.digest, payload: await parsed(found) });
    const file = `${found.slug}-${head.number}.zip`;
    return publicDocument(request, { ...kept, type: 'application/zip', draw, file });
  }
  const document = exportDocuments.find(({ name }) => name === form);
  if (!document) return noSuchForm(request, addressOf(found.slug, found.numbered ? head.number : null));
  const draw = async () => document.ofEdition(await parsed(found), origin);
  return publicDocument(request, { ...kept, type: document.type, draw });
}

async function editionPage(found: Found, css: string) {
  const payload = await parsed(found);
  const tells = editionTells(payload, found.origin, descriptionOf(payload));
  return <EditionPage payload={payload} digest={found.head.digest} later={found.later} css={css} {...tells} />;
}

/** The claims of the editions that were asked for lately, by digest: whether one is there is told without its payload. */
const numbersOf = new Map<string, ReadonlySet<number>>();
const MOST_EDITIONS = 1000;

async function hasClaim(found: Found, k: number | null): Promise<boolean> {
  const { digest } = found.head;
  const known = numbersOf.get(digest) ?? new Set(claimsOf(await parsed(found)).map((claim) => claim.k));
  if (numbersOf.size >= MOST_EDITIONS) numbersOf.clear();
  numbersOf.set(digest, known);
  return k !== null && known.has(k);
}

async function answerClaim(request: Request, found: Found, asked: Asked): Promise<Response> {
  const k = counted(asked.k ?? '');
  if (k === null || !(await hasClaim(found, k))) return noSuchClaim(request, { ...found, k });
  return claimForm(request, found, { k, form: asked.form });
}

/** A claim that is in the edition, with the rest of it. */
async function claimIn(found: Found, k: number) {
  const payload = await parsed(found);
  const entry = payload.claims.find((one) => 'claim' in one && one.claim.k === k);
  if (!entry || !('claim' in entry)) throw new Error(`Edition ${found.head.digest} has no claim ${k}`);
  return { payload, claim: entry.claim, entry };
}

async function claimPage(found: Found, k: number, css: string) {
  const { payload, claim } = await claimIn(found, k);
  const tells = claimTells(payload, claim, found.origin);
  return (
    <ClaimPage payload={payload} claim={claim} digest={found.head.digest} later={found.later} css={css} {...tells} />
  );
}

async function claimForm(
  request: Request,
  found: Found,
  { k, form }: { k: number; form: string | null },
): Promise<Response> {
  const { head, origin } = found;
  const kept = { key: `${keyOf(found)} ${k} ${form}`, keep: keepOf(found) };
  if (form === null) return publicPage(request, { ...kept, draw: (css) => claimPage(found, k, css) });
  if (form === 'json') {
    const draw = async () => {
      const { payload, entry } = await claimIn(found, k);
      return JSON.stringify({ frame: payload.frame, entry });
    };
    return publicDocument(request, { ...kept, type: 'application/json', draw });
  }
  if (form === 'embed') {
    const draw = async (css: string) => <ClaimEmbed {...found} {...(await claimIn(found, k))} css={css} />;
    return publicPage(request, { ...kept, draw }, true);
  }
  if (form === 'card.png') {
    const draw = async () => {
      const { payload, claim } = await claimIn(found, k);
      return cardOf(payload.frame, claim);
    };
    return publicDocument(request, { ...kept, type: 'image/png', draw });
  }
  const ofClaim = exportDocuments.find(({ name }) => name === form);
  if (!ofClaim?.ofClaim) return noSuchForm(request, addressOf(found.slug, found.numbered ? head.number : null, k));
  const draw = async () => {
    const { payload, claim } = await claimIn(found, k);
    return ofClaim.ofClaim!(payload.frame, claim, origin);
  };
  return publicDocument(request, { ...kept, type: ofClaim.type, draw });
}
