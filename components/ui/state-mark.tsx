import { CircleCheck, CircleDashed, CircleSlash, CornerUpLeft, History, type LucideIcon, Send } from 'lucide-react';
import type { ClaimState } from '@/domain/workflow';
import { Badge, type Mood } from './badge';

/** What each state of a claim is called, and the shape and colour that go with the word. */
export const stateLooks: Record<ClaimState, { word: string; icon: LucideIcon; mood: Mood; fill: string }> = {
  draft: { word: 'Draft', icon: CircleDashed, mood: 'neutral', fill: 'fill-rule' },
  submitted: { word: 'Submitted', icon: Send, mood: 'accent', fill: 'fill-accent' },
  returned: { word: 'Returned', icon: CornerUpLeft, mood: 'warn', fill: 'fill-warn' },
  approved: { word: 'Approved', icon: CircleCheck, mood: 'ok', fill: 'fill-ok' },
  lapsed: { word: 'Lapsed', icon: History, mood: 'danger', fill: 'fill-danger' },
  dropped: { word: 'Dropped', icon: CircleSlash, mood: 'neutral', fill: 'fill-hairline' },
};

/** Where a claim stands: word and shape, never colour alone. */
export function StateMark({ state }: { state: ClaimState }) {
  const { word, icon: Icon, mood } = stateLooks[state];
  return (
    <Badge mood={mood} icon={<Icon aria-hidden />}>
      {word}
    </Badge>
  );
}
