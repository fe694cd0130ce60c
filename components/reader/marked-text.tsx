import type { ReactNode } from 'react';
import { Glyph } from '@/components/ui/glyph';
import type { EditionClaim, Frame } from '@/domain/edition';
import { safeHref } from '@/domain/safe-href';
import type { End, Run } from './passages';
import { nameOf, verdictIn } from './words';

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
      aria-label={nameOf(claim, marking.frame)}
    >
      {k}
      <Glyph name={value.glyph} className="glyph" />
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

/** A run of the text: a mark in the colour of its smallest claim, deeper where claims overlap. */
function Marked({ run, marking }: { run: Run; marking: Marking }) {
  const claim = marking.claims.get(run.ks[0] ?? 0);
  const words = <Words text={run.text} marks={run.marks} />;
  if (!claim) return words;
  const { colour, key } = verdictIn(marking.frame.scale, claim.content);
  return (
    <mark data-tone={colour} data-verdict={key} className={run.ks.length > 1 ? 'over' : undefined}>
      {words}
    </mark>
  );
}

/** The runs of a paragraph with their marks and links. */
export const MarkedText = ({ runs, marking }: { runs: Run[]; marking: Marking }) =>
  runs.map((run) => [
    <Marked key={run.start} run={run} marking={marking} />,
    ...run.ends.map((end) => <Reference key={`${run.start} ${end.k}`} end={end} marking={marking} />),
  ]);
