import { CircleCheck, CircleSlash, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AnchorState, ChangeKind } from '@/domain/anchor';
import { Badge } from '../ui/badge';
import { Changes, sidesOf } from '../ui/diff-text';
import type { Around } from './around';
import { kindWords } from './wording';

/** What became of the words of one place of a claim. */
export type Wording = { state: AnchorState; was: string; now: string | null; changes: readonly ChangeKind[] };

/** What became of the words, in a few words: the kind of change first. */
export function WordingMark({ state, changes }: Pick<Wording, 'state' | 'changes'>) {
  if (state === 'lost')
    return (
      <Badge mood="danger" icon={<CircleSlash aria-hidden />}>
        Lost: no longer in the article
      </Badge>
    );
  if (state === 'changed')
    return (
      <Badge mood="warn" icon={<PencilLine aria-hidden />}>
        {kindWords(changes)}
      </Badge>
    );
  return (
    <Badge mood="ok" icon={<CircleCheck aria-hidden />}>
      {state === 'moved' ? 'Moved, the same words' : 'Stands as it was'}
    </Badge>
  );
}

const quote = 'font-serif text-base leading-read whitespace-pre-line text-ink wrap-anywhere';

type SideProps = { name: string; words: ReactNode; around?: Around | null; language?: string; edge: string };

function Side({ name, words, around, language, edge }: SideProps) {
  return (
    <div className={`flex min-w-0 flex-col gap-0.5 border-l-2 pl-3 ${edge}`}>
      <p className="text-sm text-ink-faint">{name}</p>
      <p className={quote} dir="auto" lang={language}>
        {around?.before && <span className="text-ink-faint">{around.before}</span>}
        {words}
        {around?.after && <span className="text-ink-faint">{around.after}</span>}
      </p>
    </div>
  );
}

const GoneWords = ({ children }: { children: string }) => (
  <mark className="bg-danger-wash text-ink underline decoration-danger decoration-2 underline-offset-4">
    {children}
  </mark>
);

type Props = {
  wording: Wording;
  /** where the words are that are no more, and those that stand there now: "Revision 2" */
  names: { was: string; now: string };
  around?: { was: Around | null; now: Around | null };
  language?: string;
  /** two wordings one below the other, where there is no room beside each other */
  stacked?: boolean;
};

/** Old and new words side by side; of what is lost the old words in the place where they stood. */
export function WordingsCompared({ wording: { was, now }, names, around, language, stacked = false }: Props) {
  const sides = now === null ? null : sidesOf(was, now);
  const old = sides ? <Changes changes={sides.was} /> : <GoneWords>{was}</GoneWords>;
  return (
    <div className={stacked || !sides ? 'grid gap-2' : 'grid gap-x-6 gap-y-2 sm:grid-cols-2'}>
      <Side name={names.was} words={old} around={around?.was} language={language} edge="border-danger" />
      {sides && (
        <Side
          name={names.now}
          words={<Changes changes={sides.now} />}
          around={around?.now}
          language={language}
          edge="border-ok"
        />
      )}
    </div>
  );
}

/** Words that stand as they did, in short. */
export const StandingWords = ({ children }: { children: ReactNode }) => (
  <p className="line-clamp-2 font-serif text-base leading-tight text-ink-soft wrap-anywhere" dir="auto">
    {children}
  </p>
);
