import { call, sentencesOf } from '@/client/call';
import { isTemporary, newKey } from '@/client/outbox/change';
import { etagOf } from '@/domain/canonical';
import { toast } from '../ui/announcer';
import type { Numbered } from './claim-order';
import { mayDropClaim } from './claim-rights';
import { askMerge } from './questions';
import type { Checking } from './under-check';

const told = (text: string): null => {
  toast({ text });
  return null;
};

/** Makes a copy of a claim for the second assertion in its words; the copy's id, or null when there is none. */
export async function split({ workspace, me }: Checking, { entry, number }: Numbered): Promise<string | null> {
  const { claim } = entry;
  const { queue, known } = workspace.outbox.state();
  const saved = known.get(claim.id);
  if (!saved || queue.some(({ claimId }) => claimId === claim.id))
    return told('Not everything of this claim is saved yet. Split it once the header says that it is.');
  const answer = await call('splitClaim', {
    params: { id: saved.id },
    ifMatch: etagOf(saved),
    key: newKey(),
    person: me.id,
  });
  if (!answer.ok) {
    if (!answer.offline) void workspace.refresh();
    return told(
      answer.offline ? 'The server did not answer, so nothing was split.' : sentencesOf(answer.problem).join(' '),
    );
  }
  const copy = answer.value;
  workspace.tookIn(copy);
  toast({
    text: `Claim ${number} is split: the copy has its words and evidence, and no verdict. Give each its own statement.`,
    action: { label: 'Undo', run: () => workspace.drop(copy.id, 'Split by mistake and undone.') },
  });
  return copy.id;
}

/** Merges a claim into another that the person chooses. The key of the claim that takes it in, or null. */
export async function merge(
  { workspace, me, article }: Checking,
  one: Numbered,
  standing: readonly Numbered[],
): Promise<string | null> {
  if (!mayDropClaim(one.entry.claim, me))
    return told('You can merge the claims that you made; ask an editor for this one.');
  const others = standing.filter(({ key, entry }) => key !== one.key && !isTemporary(entry.claim.id));
  if (others.length === 0) return told('There is no other claim in this article to merge it into.');
  const into = await askMerge({ one, others, scale: article.scale });
  if (!into) return null;
  workspace.merge(one.key, into.entry.claim.id);
  toast({
    text: `Claim ${one.number} is merged into claim ${into.number}.`,
    action: { label: 'Undo', run: () => workspace.restore(one.key) },
  });
  return into.key;
}
