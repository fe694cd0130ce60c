import { Glyph } from '@/components/ui/glyph';
import type { EditionClaim, Frame } from '@/domain/edition';
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

/** A run of the text: a mark in the colour of its smallest claim, deeper where claims overlap. */
function Marked({ run, marking }: { run: Run; marking: Marking }) {
  const claim = marking.claims.get(run.ks[0] ?? 0);
  if (!claim) return run.text;
  const { colour, key } = verdictIn(marking.frame.scale, claim.content);
  return (
    <mark data-tone={colour} data-verdict={key} className={run.ks.length > 1 ? 'over' : undefined}>
      {run.text}
    </mark>
  );
}

/** The runs of a paragraph with their marks and links. */
export const MarkedText = ({ runs, marking }: { runs: Run[]; marking: Marking }) =>
  runs.map((run) => [
    <Marked key={run.start} run={run} marking={marking} />,
    ...run.ends.map((end) => <Reference key={`${run.start} ${end.k}`} end={end} marking={marking} />),
  ]);
