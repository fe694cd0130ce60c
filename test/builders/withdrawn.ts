import type { Payload } from '@/domain/edition';

export const withdrawal = { reason: 'The source took its table back.', at: '2026-05-01T08:00:00.000Z' };

/** The same edition after claim `k` was withdrawn: its hash, a notice and the reason are left. */
export const withdrawn = (payload: Payload, k: number): Payload => ({
  ...payload,
  claims: payload.claims.map((entry) =>
    'claim' in entry && entry.claim.k === k ? { hash: entry.hash, withdrawal } : entry,
  ),
});
