import { Equal, EqualNot, EyeOff, Scale, UserRoundPlus } from 'lucide-react';
import { type SecondState, type SecondVerdict, secondStateOf } from '@/domain/second-verdict';
import { Badge, type Mood } from '../../ui/badge';

const looks: Record<SecondState, { word: string; icon: typeof Equal; mood: Mood }> = {
  asked: { word: 'Second verdict asked', icon: UserRoundPlus, mood: 'neutral' },
  agrees: { word: 'Two verdicts agree', icon: Equal, mood: 'ok' },
  differs: { word: 'Two verdicts differ', icon: EqualNot, mood: 'warn' },
  adjudicated: { word: 'Adjudicated', icon: Scale, mood: 'neutral' },
};

/** How far the second verdict on a claim is: word and shape, never colour alone. */
export function SecondMark({ second }: { second: SecondVerdict }) {
  if (second.blind) {
    return (
      <Badge mood="accent" icon={<EyeOff aria-hidden />}>
        Your second verdict
      </Badge>
    );
  }
  const { word, icon: Icon, mood } = looks[secondStateOf(second)];
  return (
    <Badge mood={mood} icon={<Icon aria-hidden />}>
      {word}
    </Badge>
  );
}
