import { eq } from 'drizzle-orm';
import { sha256Hex } from '@/domain/canonical';
import { ok, type Result } from '@/domain/result';
import { database } from '../client';
import { newId } from '../ids';
import { rateLimits } from '../schema';

/** Under which requests for a new password are counted by address, which the key does not tell. */
export const forgottenKey = (email: string): string => `forgotten:${sha256Hex(email.toLowerCase())}`;

/** Counts an attempt at something that can be guessed; refuses those beyond `many` within `seconds` of one another. */
export function countAttempt(key: string, { many, seconds }: { many: number; seconds: number }): Promise<Result<true>> {
  return database().write(async (tx) => {
    const [row] = await tx.select().from(rateLimits).where(eq(rateLimits.key, key));
    const now = Date.now();
    const fresh = !row || now - row.lastRequest >= seconds * 1000;
    if (!fresh && row.count >= many) return tooMany(Math.ceil(seconds - (now - row.lastRequest) / 1000));
    const next = { count: fresh ? 1 : row.count + 1, lastRequest: now };
    await tx
      .insert(rateLimits)
      .values({ id: newId(), key, ...next })
      .onConflictDoUpdate({ target: rateLimits.key, set: next });
    return ok(true);
  });
}

const tooMany = (retryAfter: number): Result<never> => ({
  ok: false,
  refusal: {
    kind: 'too-many',
    retryAfter,
    problems: [{ rule: 'too-many-attempts', message: 'Too many attempts. Wait a minute and try again.' }],
  },
});
