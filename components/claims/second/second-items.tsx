import { EyeOff, Scale, UserRoundMinus, UserRoundPlus } from 'lucide-react';
import { MenuItem } from '../../ui/menu';
import type { Numbered } from '../claim-order';
import { focusIsBack } from '../deeds';
import { useChecking } from '../under-check';
import { mayAdjudicate, mayAsk, mayTake, mayWithdraw, secondDialog, take, withdraw } from './second-deeds';

/** What the claim's menu offers about a second verdict, as far as the person may. */
export function SecondItems({ numbered }: { numbered: Numbered }) {
  const checking = useChecking();
  const { claim } = numbered.entry;
  const dialog = (which: 'ask' | 'adjudicate') => () => void focusIsBack().then(() => secondDialog.set(which));
  const drawn = claim.secondVerdict !== null;
  return (
    <>
      {mayAsk(checking, claim) && (
        <MenuItem icon={<UserRoundPlus aria-hidden />} onSelect={dialog('ask')}>
          {drawn ? 'Assign its second verdict…' : 'Ask for a second verdict…'}
        </MenuItem>
      )}
      {mayTake(checking, claim) && (
        <MenuItem icon={<EyeOff aria-hidden />} onSelect={() => void take(checking, numbered)}>
          Take its second verdict…
        </MenuItem>
      )}
      {mayAdjudicate(checking, claim) && (
        <MenuItem icon={<Scale aria-hidden />} onSelect={dialog('adjudicate')}>
          Adjudicate…
        </MenuItem>
      )}
      {mayWithdraw(checking, claim) && (
        <MenuItem icon={<UserRoundMinus aria-hidden />} onSelect={() => void withdraw(checking, numbered)}>
          Withdraw the second verdict…
        </MenuItem>
      )}
    </>
  );
}
