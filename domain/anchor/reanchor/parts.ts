/** Tokens of a claim that follow each other in both texts: from `a` to `z` of the old one, from `b` to `y` of the new. */
export type Part = {
  a: number;
  z: number;
  b: number;
  y: number;
  /** What of the claim they tell, in bits. */
  told: number;
  /** How firmly they hold to what is beside them, in bits. */
  holds: number;
  /** Whether they stand where the rest of the text leads to. */
  inOrder: boolean;
};

/** Bits by which a mark, or a word in place of another, holds to what is beside it. */
export const HOLDS = 1;

/** Bits that a foreign word between two parts of a claim speaks against their belonging together. */
const FOREIGN = 1;

/** Parts of a claim that the next one may follow: a bound for claims in pieces without number. */
const BACK = 64;

type Joined = { part: Part; sum: number };

/** A part joined to those that it follows best, or itself. */
function joined(part: Part, before: Joined[]): Joined {
  let best: Joined = { part, sum: part.holds };
  for (const { part: head, sum: so } of before) {
    const foreign = part.b - head.y - 1;
    const sum = so + part.holds - FOREIGN * foreign;
    if (foreign < 0 || sum <= best.sum) continue;
    const inOrder = head.told < part.told ? part.inOrder : head.inOrder;
    const told = head.told + part.told;
    best = { part: { ...part, a: head.a, b: head.b, told, inOrder, holds: head.holds + part.holds }, sum };
  }
  return best;
}

/** The parts, in the old text's order, that follow each other and weigh most, what is foreign in between taken off: as one. */
export function heaviest(parts: Part[]): Part | null {
  const all: Joined[] = [];
  for (const [at, part] of parts.entries()) all.push(joined(part, all.slice(Math.max(0, at - BACK))));
  return all.reduce<Joined | null>((best, next) => (best && best.sum >= next.sum ? best : next), null)?.part ?? null;
}
