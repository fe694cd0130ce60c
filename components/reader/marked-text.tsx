import type { ReactNode } from 'react';
import type { EditionClaim, Frame } from '@/domain/edition';
import { safeHref } from '@/domain/safe-href';
import type { End, Run } from './passages';
import { Sign } from './sign';
import { nameOf, placeInScale, verdictIn } from './words';

export type Marking = {
  frame: Frame;
  claims: ReadonlyMap<number, EditionClaim>;
  /** the address of a claim's note */
  noteOf: (k: number) => string;
  /** ids for the links, so that a note can lead back; not where the same claim is shown twice on a page */
  withIds?: boolean;
};

/** The link after a claim's last word. It holds no other link and is in no other: marks may overlap, links may not. */
function Reference({ end: { k, again }, marking }: { end: End; marking: Marking }) {
  const claim = marking.claims.get(k);
  if (!claim) return null;
  const value = verdictIn(marking.frame.scale, claim.content);
  const id = again || !marking.withIds ? undefined : `ref-${k}`;
  return (
    <a
      className="ref"
      id={id}
      href={marking.noteOf(k)}
      data-tone={value.colour}
      data-verdict={placeInScale(marking.frame.scale, value.key)}
      aria-label={nameOf(claim, marking.frame)}
    >
      {k}
      <Sign glyph={value.glyph} />
    </a>
  );
}

/** A run's words as the article sets them: emphasis, and links to where they led. */
function Words({ text, marks: [mark, ...inner] }: Pick<Run, 'text' | 'marks'>): ReactNode {
  if (!mark) return text;
  const words = <Words text={text} marks={inner} />;
  if (mark.type === 'bold') return <strong>{words}</strong>;
  if (mark.type === 'italic') return <em>{words}</em>;
  return (
    <a href={safeHref(mark.attrs.href) ?? undefined} rel="noopener nofollow">
      {words}
    </a>
  );
}

/** The claims on a run by their verdicts, that of the smallest claim first. */
function byVerdict({ ks }: Run, { claims, frame }: Marking) {
  const found = new Map<number, { claim: EditionClaim; count: number }>();
  for (const claim of ks.flatMap((k) => claims.get(k) ?? [])) {
    const verdict = placeInScale(frame.scale, claim.content.verdict?.key ?? '');
    found.set(verdict, { claim, count: (found.get(verdict)?.count ?? 0) + 1 });
  }
  return [...found].map(([verdict, { claim, count }]) => ({ verdict, claim, count }));
}

/** A run of the text in a mark for each verdict on it, the smallest claim's innermost, so that any can be hidden. */
const Marked = ({ run, marking }: { run: Run; marking: Marking }) =>
  byVerdict(run, marking).reduce<ReactNode>(
    (words, { verdict, claim, count }) => (
      <mark
        key={verdict}
        data-tone={verdictIn(marking.frame.scale, claim.content).colour}
        data-verdict={verdict}
        className={count > 1 ? 'over' : undefined}
      >
        {words}
      </mark>
    ),
    <Words text={run.text} marks={run.marks} />,
  );

/** The runs of a paragraph with their marks and links. */
export const MarkedText = ({ runs, marking }: { runs: Run[]; marking: Marking }) =>
  runs.map((run) => [
    <Marked key={run.start} run={run} marking={marking} />,
    ...run.ends.map((end) => <Reference key={`${run.start} ${end.k}`} end={end} marking={marking} />),
  ]);
