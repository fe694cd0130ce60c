import { z } from 'zod';
import { canonical, digestOf } from '../canonical';
import { digestOfConclusion } from '../conclusion';
import { digestOfEdition, hashOfClaim, type Payload, payloadSchema } from './payload';
import { withdrawnEditionSchema } from './withdrawal';

/** What is stored of an edition besides its payload, and the digest of the one before (null before the first). */
export type Stored = {
  slug: string;
  number: number;
  payload: string;
  digest: string;
  previousDigest: string | null;
  note: string | null;
  tier: string | null;
  publishedAt: string;
};

function parsed(stored: string): Payload | null {
  try {
    const payload = payloadSchema.safeParse(JSON.parse(stored));
    // also refuses keys that no edition has, which no hash would cover
    return payload.success && canonical(payload.data) === stored ? payload.data : null;
  } catch {
    return null;
  }
}

function firstBrokenClaim({ claims }: Payload): string | null {
  for (const entry of claims) {
    if (!('claim' in entry)) continue;
    const { k, content, digest } = entry.claim;
    if (hashOfClaim(entry.salt, entry.claim) !== entry.hash) return `claim ${k} is not what its hash is of`;
    if (digestOf(content) !== digest) return `claim ${k} is not what was approved`;
  }
  return null;
}

function columnsDiffer({ frame: { article, edition } }: Payload, stored: Stored): string | null {
  const said = { ...edition, slug: article.slug };
  const columns = ['slug', 'number', 'previousDigest', 'note', 'tier', 'publishedAt'] as const;
  const wrong = columns.find((column) => said[column] !== stored[column]);
  return wrong ? `its ${wrong} is stored otherwise than the payload says` : null;
}

type Before = Pick<Stored, 'number' | 'digest'> | null;

/** What of an edition's place among the others, and in the log, is not as it was published. */
function placeFlaw(stored: Stored, before: Before, logged: string | null): string | null {
  if (stored.number !== (before?.number ?? 0) + 1) return `edition ${(before?.number ?? 0) + 1} is missing before it`;
  if (stored.previousDigest !== (before?.digest ?? null)) return 'it does not name the digest of the edition before it';
  return logged !== null && logged !== stored.digest ? 'the log of activity does not tell of this digest' : null;
}

/**
 * What is wrong with an edition whose words were erased, in words, or null. Its digest cannot be recomputed any more: it is
 * held against the log, the edition after it, and what is left of it.
 */
export function flawOfErased(stored: Stored, before: Before, logged: string | null): string | null {
  const left = remains(stored.payload);
  if (!left) return 'it says more, or less, than is left of an erased edition';
  const { edition, digest } = left;
  const same = (['number', 'previousDigest', 'publishedAt'] as const).every(
    (column) => edition[column] === stored[column],
  );
  if (!same || digest !== stored.digest) return 'what is left of it is stored otherwise than its row says';
  return placeFlaw(stored, before, logged);
}

function remains(stored: string) {
  try {
    const left = z.strictObject(withdrawnEditionSchema.shape).safeParse(JSON.parse(stored));
    return left.success && canonical(left.data) === stored ? left.data : null;
  } catch {
    return null;
  }
}

/**
 * What is wrong with a stored edition, in words, or null. `before` is the edition before it, `logged` the digest that
 * the log of activity holds for it, null where that was erased. Recomputes everything; trusts nothing stored.
 */
export function flawOf(stored: Stored, before: Before, logged: string | null): string | null {
  const payload = parsed(stored.payload);
  if (!payload) return 'its payload is not the canonical JSON of an edition';
  const broken = firstBrokenClaim(payload);
  if (broken) return broken;
  const { conclusion } = payload.frame;
  if (conclusion && digestOfConclusion(conclusion.text) !== conclusion.digest)
    return 'its conclusion is not what was approved';
  if (digestOfEdition(payload) !== stored.digest) return 'its digest is not that of its payload';
  return placeFlaw(stored, before, logged) ?? columnsDiffer(payload, stored);
}
