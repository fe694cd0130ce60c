import { ownOrigin } from '@/app/api/door/origin';
import { ClaimPage } from '@/components/reader/claim-page';
import { descriptionOf, EditionPage } from '@/components/reader/edition-page';
import { ClaimEmbed, EditionEmbed } from '@/components/reader/embed';
import { addressOf } from '@/components/reader/words';
import { editionHeads, frozenPayload } from '@/db/editions/public';
import type { EditionClaim, Payload } from '@/domain/edition';
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

async function answerClaim(request: Request, found: Found, asked: Asked): Promise<Response> {
  const payload = await parsed(found);
  const k = counted(asked.k ?? '');
  const entry = payload.claims.find((one) => 'claim' in one && one.claim.k === k);
  if (!entry || !('claim' in entry)) return noSuchClaim(request, { ...found, k });
  return claimForm(request, found, { payload, claim: entry.claim, form: asked.form, entry });
}

type OfClaim = { payload: Payload; claim: EditionClaim; form: string | null; entry: Payload['claims'][number] };

function claimForm(request: Request, found: Found, { payload, claim, form, entry }: OfClaim): Promise<Response> {
  const { frame } = payload;
  const { head, origin, later } = found;
  const kept = { key: `${keyOf(found)} ${claim.k} ${form}`, keep: keepOf(found) };
  const props = { payload, claim, digest: head.digest, later, ...claimTells(payload, claim, origin) };
  if (form === null) return publicPage(request, { ...kept, draw: async (css) => <ClaimPage {...props} css={css} /> });
  if (form === 'json') {
    const draw = async () => JSON.stringify({ frame, entry });
    return publicDocument(request, { ...kept, type: 'application/json', draw });
  }
  if (form === 'embed') {
    const draw = async (css: string) => <ClaimEmbed {...found} payload={payload} claim={claim} css={css} />;
    return publicPage(request, { ...kept, draw }, true);
  }
  if (form === 'card.png')
    return publicDocument(request, { ...kept, type: 'image/png', draw: () => cardOf(frame, claim) });
  const ofClaim = exportDocuments.find(({ name }) => name === form);
  if (!ofClaim?.ofClaim)
    return noSuchForm(request, addressOf(found.slug, found.numbered ? head.number : null, claim.k));
  const draw = async () => ofClaim.ofClaim!(frame, claim, origin);
  return publicDocument(request, { ...kept, type: ofClaim.type, draw });
}
