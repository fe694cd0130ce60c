import type { Claim } from '@/domain/claim';
import { toast } from '../ui/announcer';
import type { Numbered } from './claim-order';
import type { Checking } from './under-check';

/** The keys of the four ways to settle a claim whose words changed or are lost; the same on every page. */
export const wayKeys = { 'new-words': 'n', edit: 'm', drop: 'd', keep: 's' } as const;

/** Whether words stand in the place of a claim's that changed, so that they can be taken as its new ones. */
export const hasNewWords = ({ anchor, alsoAt, about }: Pick<Claim, 'anchor' | 'alsoAt' | 'about'>): boolean =>
  about === 'headline' || [anchor, ...alsoAt].some((place) => place !== null && place.state !== 'lost');

const noWords = 'No words stand in their place. Select where the claim stands now, keep it as it stood, or drop it.';

function settled({ workspace }: Checking, { key }: Numbered, text: string): true {
  toast({ text, action: { label: 'Undo', run: () => workspace.unsettle(key) } });
  return true;
}

function told(text: string): false {
  toast({ text });
  return false;
}

/** *Same claim, new words.* True when done. */
export function takeNewWords(checking: Checking, numbered: Numbered): boolean {
  const { entry, number, key } = numbered;
  if (!entry.claim.unsettled) return told(`There is nothing to settle of claim ${number}.`);
  if (!hasNewWords(entry.claim)) return told(noWords);
  const wasApproved = entry.claim.state === 'approved';
  checking.workspace.settle(key, 'new-words');
  const next = wasApproved ? ' Its approval lapsed: submit it, and an editor decides again.' : '';
  return settled(checking, numbered, `Claim ${number} has the new words.${next}`);
}

/** *Keep as it stood.* True when done. */
export function keepAsItStood(checking: Checking, numbered: Numbered): boolean {
  const { entry, number, key } = numbered;
  if (!entry.claim.unsettled) return told(`There is nothing to settle of claim ${number}.`);
  checking.workspace.settle(key, 'keep');
  return settled(
    checking,
    numbered,
    `Claim ${number} is kept as it stood. Editions list it under “No longer in the article”.`,
  );
}

/** Takes back how a claim was settled, so that it is to be settled again. */
export function settleAgain({ workspace }: Checking, { key, number }: Numbered): void {
  workspace.unsettle(key);
  toast({ text: `Claim ${number} is to be settled again.` });
}
