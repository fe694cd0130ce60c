import { type Action, type Actor, type Permit, permit } from '@/domain/permission';
import type { Result } from '@/domain/result';

/** The value of a result that the sample relies on; anything else is a bug in the sample. */
export function certain<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.refusal.problems.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
}

/** The permit of somebody of whom the sample knows that they may. */
export const allowed = <A extends Action>(actor: Actor, action: A): Permit<A> => certain(permit(actor, action));
