import type { Claim } from '@/domain/claim';
import { mayDo } from '@/domain/permission';
import type { Desk, Person } from '@/domain/person';

/**
 * Whether somebody may decide on a claim: `own` when they contributed to it and another editor must, `override` when
 * they contributed and may lift that rule with a reason.
 */
export type Deciding = 'yes' | 'no' | 'own' | 'override';

type Who = Pick<Person, 'id' | 'role'>;

export function deciding(claim: Pick<Claim, 'contributors'>, me: Who, desk: Pick<Desk, 'size'>): Deciding {
  if (!mayDo(me.role, 'decide')) return 'no';
  if (desk.size === 'one' || !claim.contributors.includes(me.id)) return 'yes';
  return mayDo(me.role, 'override') ? 'override' : 'own';
}

/** Reviewers drop and restore what they made; editors and administrators anything. */
export const mayDropClaim = (claim: Pick<Claim, 'createdBy'>, me: Who): boolean =>
  mayDo(me.role, 'drop') && (me.role !== 'reviewer' || claim.createdBy === me.id);
