import type { Claim } from '@/domain/claim';
import type { Change } from '../outbox/change';
import { lanes } from '../outbox/lanes';
import { goingOut } from '../outbox/queue';
import type { State } from '../outbox/state';
import { applied } from './apply';
import type { Bench } from './bench';

/** A claim as its person should see it: what the server has, with what they did since. */
export type Entry = {
  /** the same for as long as the page is open, though the claim gets its real id */
  key: string;
  claim: Claim;
  /** changes on their way */
  unsent: number;
  /** changes that need a decision */
  aside: readonly Change[];
};

/** The values of an edit that was set aside stay in view, so that they can be mended; an act that was refused does not. */
const isSeen = ({ write, trouble }: Change): boolean =>
  trouble !== null && (write.do === 'create' || write.do === 'edit' || write.do.endsWith('evidence'));

function shownOf(lane: readonly Change[]): Change[] {
  const going = new Set(goingOut(lane));
  return lane.filter((change) => going.has(change) || isSeen(change));
}

type Kept = { known: Claim | null; lane: readonly Change[]; entry: Entry };
const none: readonly Change[] = [];
const sameLane = (a: readonly Change[], b: readonly Change[]): boolean =>
  a.length === b.length && a.every((change, index) => change === b[index]);

/** Makes the entries of an article from the outbox; an entry of which nothing changed stays the same object. */
export function entriesOf(bench: Bench): (state: State) => readonly Entry[] {
  const kept = new Map<string, Kept>();
  let last: readonly Entry[] = [];
  const entry = (id: string, known: Claim | null, lane: readonly Change[], keys: ReadonlyMap<string, string>) => {
    const before = kept.get(id);
    if (before && before.known === known && sameLane(before.lane, lane)) return before.entry;
    const claim = applied(known, shownOf(lane), bench);
    if (!claim) return null;
    const aside = lane.filter(({ trouble }) => trouble);
    const made = { key: keys.get(id) ?? id, claim, unsent: lane.length - aside.length, aside };
    kept.set(id, { known, lane, entry: made });
    return made;
  };
  return ({ queue, known, aliases }) => {
    const queued = lanes(queue.filter(({ articleId }) => articleId === bench.article.id));
    const keys = new Map([...aliases].map(([temporary, real]) => [real, temporary]));
    const here = [...known.values()].filter(({ articleId }) => articleId === bench.article.id);
    const unmade = [...queued.keys()].filter((id) => !known.has(id));
    const entries = [...here.map(({ id }) => id), ...unmade]
      .flatMap((id) => entry(id, known.get(id) ?? null, queued.get(id) ?? none, keys) ?? [])
      .sort(inReadingOrder);
    last = entries.length === last.length && entries.every((each, index) => each === last[index]) ? last : entries;
    return last;
  };
}

const placeOf = ({ anchor, about }: Claim): number => {
  if (anchor && anchor.state !== 'lost') return anchor.start;
  return about === 'headline' ? -1 : Number.POSITIVE_INFINITY;
};

/** As one reads: the headline first, then by where they stand in the text, then what stands nowhere in it. */
function inReadingOrder({ claim: a, key: one }: Entry, { claim: b, key: other }: Entry): number {
  const [here, there] = [placeOf(a), placeOf(b)];
  if (here !== there) return here - there;
  return (a.anchor?.end ?? 0) - (b.anchor?.end ?? 0) || (one < other ? -1 : 1);
}
