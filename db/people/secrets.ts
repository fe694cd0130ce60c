import { createHash, createHmac, randomBytes } from 'node:crypto';
import { canonical } from '@/domain/canonical';
import type { Actor } from '@/domain/permission';
import { type Result, refuse } from '@/domain/result';
import { settled } from '../settled';

/** What is kept of a secret. Ours hold 256 random bits, so a plain digest gives nothing away. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * A secret that is shown once. Under an Idempotency-Key it follows from the request and the server's own secret, so
 * that a repeated request can be answered with the same one although nothing but its hash was ever stored.
 */
export function secretFor({ id, request }: Actor): string {
  if (!request || id === null) return newSecret();
  const told = canonical(['one-time secret', id, request.route, request.key, request.digest]);
  return createHmac('sha256', settled().secret).update(told).digest('base64url');
}

/** An Idempotency-Key whose answer is no longer kept, but whose secret still is: it would be the same again. */
export const keyUsedBefore = (): Result<never> =>
  refuse('rule', 'key-reused', 'This Idempotency-Key was used before. Send a new key.');
