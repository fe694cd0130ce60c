import type { Run } from './runs';

/** The heaviest sum seen so far at each place and before it. */
class Heaviest {
  readonly #best: Int32Array;
  readonly #sums: Float64Array;
  constructor(size: number, sums: Float64Array) {
    this.#best = new Int32Array(size + 1).fill(-1);
    this.#sums = sums;
  }
  put(place: number, index: number): void {
    for (let at = place + 1; at < this.#best.length; at += at & -at) {
      const known = this.#best[at]!;
      if (known < 0 || this.#sums[known]! < this.#sums[index]!) this.#best[at] = index;
    }
  }
  /** Which is the heaviest before the place, or -1. */
  before(place: number): number {
    let best = -1;
    for (let at = place; at > 0; at -= at & -at) {
      const index = this.#best[at]!;
      if (index >= 0 && (best < 0 || this.#sums[index]! > this.#sums[best]!)) best = index;
    }
    return best;
  }
}

/** The runs that keep their order in both texts and weigh most together. `runs` come in the old text's order. */
export function heaviestChain(runs: Run[]): Run[] {
  const order = new Map([...runs].sort((x, y) => x.b - y.b || x.a - y.a).map((run, rank) => [run, rank]));
  const sums = new Float64Array(runs.length);
  const from = new Int32Array(runs.length).fill(-1);
  const seen = new Heaviest(runs.length, sums);
  let last = -1;
  runs.forEach((run, index) => {
    const rank = order.get(run)!;
    const before = seen.before(rank);
    from[index] = before;
    sums[index] = run.weight + (before < 0 ? 0 : sums[before]!);
    seen.put(rank, index);
    if (last < 0 || sums[index]! > sums[last]!) last = index;
  });
  const chain: Run[] = [];
  for (let at = last; at >= 0; at = from[at]!) chain.push(runs[at]!);
  return chain.reverse();
}
