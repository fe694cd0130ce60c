import type { Actor } from '@/domain/permission';
import type { Tx } from '../client';
import { notify } from '../notifications/notify';
import type { ClaimRows } from './rows';

type Assigned = Pick<ClaimRows['claim'], 'assignee' | 'assignedBy' | 'assignedAt'>;

/** To whom a claim is assigned after a request, with who did it and when; as before where the request says nothing new. */
export function assignedOn(before: Assigned, assignee: string | null | undefined, by: string, now: string): Assigned {
  if (assignee === undefined || assignee === before.assignee) {
    const { assignee: same, assignedBy, assignedAt } = before;
    return { assignee: same, assignedBy, assignedAt };
  }
  return assignee === null
    ? { assignee, assignedBy: null, assignedAt: null }
    : { assignee, assignedBy: by || null, assignedAt: now };
}

/** Tells somebody that a claim is theirs to work on now. */
export async function notifyAssignee(
  tx: Tx,
  actor: Actor,
  before: Assigned | null,
  { id, articleId, assignee }: ClaimRows['claim'],
): Promise<void> {
  if (assignee === null || assignee === before?.assignee) return;
  await notify(tx, actor, [{ person: assignee, kind: 'assigned', articleId, claimId: id }]);
}
