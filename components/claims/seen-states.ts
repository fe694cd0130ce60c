import type { Activity } from '@/domain/activity';
import { tellsOfClaim } from '@/domain/history';
import { type Sighting, seenDuring } from '@/domain/sighting';

/** Ids of who had a claim open as it stood after an entry of its history, and of who decided on just that. */
export type SeenState = { seen: string[]; decided: string[] };

type Entry = Pick<Activity, 'id' | 'at' | 'by' | 'type' | 'content'>;

const isDecision = ({ type }: Entry): boolean => type === 'claim.approved' || type === 'claim.returned';

/** Entries, newest first, in runs during which the claim said the same; the newest run first. */
function runsOf(entries: readonly Entry[]): { digest: string; run: [Entry, ...Entry[]] }[] {
  const runs: { digest: string; run: [Entry, ...Entry[]] }[] = [];
  for (const entry of entries) {
    const digest = tellsOfClaim(entry) ? entry.content?.digest : undefined;
    if (typeof digest !== 'string') continue;
    const last = runs.at(-1);
    if (last?.digest === digest) last.run.push(entry);
    else runs.push({ digest, run: [entry] });
  }
  return runs;
}

/**
 * For each state that a claim was in, by the id of the newest entry of it, who saw it and who decided on it. Whoever made
 * the state knows it anyway and is not named as having seen it; a state of which there is nothing to say is left out.
 */
export function seenStates(entries: readonly Entry[], sightings: readonly Sighting[]): Map<string, SeenState> {
  const states = new Map<string, SeenState>();
  let until: string | null = null;
  for (const { digest, run } of runsOf(entries)) {
    const made = run.at(-1)!;
    const seen = seenDuring(sightings, { digest, from: made.at, until }).filter((person) => person !== made.by);
    const decided = [...new Set(run.filter(isDecision).flatMap(({ by }) => by ?? []))];
    if (seen.length + decided.length > 0) states.set(run[0].id, { seen, decided });
    until = made.at;
  }
  return states;
}
