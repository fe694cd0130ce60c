import { eq, or } from 'drizzle-orm';
import { idempotencyKeys } from '../schema';
import { holdsAny } from './told';

/** Answers kept under an Idempotency-Key that were given to the person, or hold their name or address as JSON writes them. */
export const keptAnswersOf = (id: string, email: string, names: readonly string[]) =>
  or(
    eq(idempotencyKeys.personId, id),
    holdsAny(
      idempotencyKeys.answer,
      [email, ...names].map((word) => JSON.stringify(word).slice(1, -1)),
    ),
  );
