import { CircleAlert, CircleCheck, CircleSlash, Stamp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Finding, standardOf } from '@/domain/standards';
import { VisuallyHidden } from '../ui/visually-hidden';

const looks = {
  holds: { icon: CircleCheck, ink: 'text-ok', word: 'Met: ' },
  waived: { icon: Stamp, ink: 'text-accent', word: 'Waived: ' },
  warning: { icon: TriangleAlert, ink: 'text-warn', word: 'Warning: ' },
  blocking: { icon: CircleAlert, ink: 'text-danger', word: 'Blocking: ' },
  'does-not-apply': { icon: CircleSlash, ink: 'text-ink-faint', word: 'Does not apply: ' },
};

const lookOf = ({ outcome, level }: Finding) => looks[outcome === 'unmet' ? level : outcome];

type Props = { finding: Finding; names: Readonly<Record<string, string>>; children?: ReactNode };

/** How the claim stands to one check: its name, what holds or is missing, and, where it is waived, by whom and why. */
export function FindingLine({ finding, names, children }: Props) {
  const { icon: Icon, ink, word } = lookOf(finding);
  const { waiver } = finding;
  return (
    <li className="flex gap-2.5 py-1.5 text-sm">
      <Icon className={`mt-0.5 size-4 shrink-0 ${ink}`} aria-hidden />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="font-semibold">
          <VisuallyHidden>{word}</VisuallyHidden>
          {standardOf(finding.rule).name}
        </p>
        <p className="text-ink-soft wrap-anywhere">{finding.message}</p>
        {waiver && (
          <p className="text-ink-soft wrap-anywhere" dir="auto">
            Waived by {names[waiver.by] ?? 'somebody'}: {waiver.reason}
          </p>
        )}
        {children}
      </div>
    </li>
  );
}
