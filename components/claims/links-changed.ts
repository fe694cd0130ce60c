import { call, sentencesOf } from '@/client/call';
import type { LinkKind, Relation } from '@/domain/claim-link';
import { toast } from '../ui/announcer';
import { createStore } from '../ui/store';

/** Goes up whenever a claim was linked or unlinked on this page, so that whatever shows links asks again. */
export const linksChanged = createStore(0);
const changed = () => linksChanged.set(linksChanged.get() + 1);

export const relationWords: Record<Relation, string> = {
  related: 'Related',
  repeats: 'This repeats it',
  'repeated-by': 'It repeats this',
};

const did: Record<LinkKind, string> = {
  related: 'The claims are linked as related.',
  repeated: 'The claim is linked as a repetition of the earlier one.',
};

const failed = (why: string): void => {
  toast({ kind: 'danger', text: why });
};
const offline = 'The server does not answer, so nothing was linked. Try again in a moment.';

/** Links a claim with another, and offers to take that back. */
export async function link(claimId: string, other: string, kind: LinkKind, text: string = did[kind]): Promise<void> {
  const answer = await call('linkClaim', { params: { id: claimId }, body: { claim: other, kind } });
  if (!answer.ok) return failed(answer.offline ? offline : sentencesOf(answer.problem).join(' '));
  changed();
  toast({ text, action: { label: 'Undo', run: () => void unlink(answer.value.id, null) } });
}

/** Takes a link away; `again` links the claims as they were, where somebody wants it back. */
export async function unlink(linkId: string, again: (() => Promise<void>) | null): Promise<void> {
  const answer = await call('unlinkClaim', { params: { id: linkId } });
  if (!answer.ok && (answer.offline || answer.status !== 404))
    return failed(answer.offline ? offline : sentencesOf(answer.problem).join(' '));
  changed();
  toast({
    text: 'The claims are not linked any more.',
    action: again ? { label: 'Undo', run: () => void again() } : undefined,
  });
}

/** Links two claims as they were linked before. */
export const linkAgain = (claimId: string, other: string, relation: Relation) => () =>
  relation === 'repeated-by'
    ? link(other, claimId, 'repeated', 'The claims are linked again.')
    : link(claimId, other, relation === 'related' ? 'related' : 'repeated', 'The claims are linked again.');
