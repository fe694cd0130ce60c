import type { ActOutcome, ClaimBrief } from '@/domain/contract/board';
import type { ClaimState } from '@/domain/workflow';

/** A column of the board, or the whole list, whose claims stand in any state. */
export type Lane = {
  state: ClaimState | null;
  /** as far as it is counted; null where it is not */
  count: number | null;
  items: readonly ClaimBrief[];
  /** where the next page begins; null at the end */
  next: string | null;
};

/** The lanes as they are after claims were acted on: each claim where it belongs now, newcomers first. */
export const afterActs = (lanes: readonly Lane[], outcomes: readonly ActOutcome[]): Lane[] =>
  outcomes.reduce<Lane[]>((now, { claim }) => (claim ? now.map((lane) => placed(lane, claim)) : now), [...lanes]);

function placed(lane: Lane, claim: ClaimBrief): Lane {
  const isHere = lane.items.some(({ id }) => id === claim.id);
  if (lane.state === null || (isHere && lane.state === claim.state))
    return { ...lane, items: lane.items.map((item) => (item.id === claim.id ? claim : item)) };
  if (isHere) return { ...lane, count: counted(lane, -1), items: lane.items.filter(({ id }) => id !== claim.id) };
  return lane.state === claim.state ? { ...lane, count: counted(lane, 1), items: [claim, ...lane.items] } : lane;
}

/** How many claims stand elsewhere, read otherwise, have come or are gone between two readings of the lanes. */
export function differing(before: readonly Lane[], after: readonly Lane[]): number {
  const known = new Map(
    before.flatMap(({ state, items }) => items.map((item) => [item.id, told(state, item)] as const)),
  );
  const now = new Map(after.flatMap(({ state, items }) => items.map((item) => [item.id, told(state, item)] as const)));
  return [...new Set([...known.keys(), ...now.keys()])].filter((id) => known.get(id) !== now.get(id)).length;
}

const told = (state: Lane['state'], item: ClaimBrief): string => JSON.stringify([state, item]);

const counted = ({ count }: Lane, more: number): number | null => (count === null ? null : count + more);

/** The lanes with one more page in the lane of that state. */
export const withPage = (
  lanes: readonly Lane[],
  state: Lane['state'],
  items: ClaimBrief[],
  next: string | null,
): Lane[] =>
  lanes.map((lane) => {
    if (lane.state !== state) return lane;
    const known = new Set(lane.items.map(({ id }) => id));
    return { ...lane, next, items: [...lane.items, ...items.filter(({ id }) => !known.has(id))] };
  });

const steps: Record<string, [lane: number, item: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The claim that a key leads to from another: along its lane, or to the next lane that has any; null for none. */
export function stepFrom(lanes: readonly Lane[], id: string, key: string): string | null {
  const filled = lanes.filter(({ items }) => items.length > 0);
  const from = filled.findIndex(({ items }) => items.some((item) => item.id === id));
  const lane = filled[from];
  if (!lane) return null;
  const at = lane.items.findIndex((item) => item.id === id);
  if (key === 'Home') return lane.items[0]?.id ?? null;
  if (key === 'End') return lane.items.at(-1)?.id ?? null;
  const step = steps[key];
  if (!step) return null;
  const [across, along] = step;
  const to = filled[from + across];
  if (across !== 0) return to?.items[Math.min(at, to.items.length - 1)]?.id ?? null;
  return lane.items[at + along]?.id ?? null;
}

/** The name of a claim in a sentence. */
export const nameOf = ({ statement, quote }: Pick<ClaimBrief, 'statement' | 'quote'>): string =>
  statement.trim() || quote || 'A claim without a statement';
