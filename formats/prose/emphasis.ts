import { type Piece, type Run, UNMARKED } from './runs';

/** A row of `*` or `_` and what it may do where it stands. */
export type Delimiter = { type: 'delimiter'; sign: '*' | '_'; length: number; opens: boolean; closes: boolean };
export type Token = Run | Delimiter;

type Mark = 'strong' | 'emphasis';
type Opener = { at: number };

const isBlank = (unit: string | undefined): boolean => unit === undefined || /\s/.test(unit);
/** Whether a `_` beside this character stands inside a word. */
export const isWord = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}_]/u.test(unit);

/**
 * The row of signs at `at`. Unlike CommonMark's, a `*` beside a word opens or closes whatever punctuation or script
 * stands on its other side, so that `**「強調」**です` is strong; `_` keeps to the edges of words.
 */
export function delimiterAt(source: string, at: number, sign: '*' | '_'): Delimiter {
  let end = at;
  while (source[end] === sign) end += 1;
  const [before, after] = [source[at - 1], source[end]];
  return {
    type: 'delimiter',
    sign,
    length: end - at,
    opens: !isBlank(after) && (sign === '*' || !isWord(before)),
    closes: !isBlank(before) && (sign === '*' || !isWord(after)),
  };
}

/** Pairs delimiters. It keeps one opener per sign and mark, so each run is marked at most four times: linear time. */
class Pairing {
  readonly runs: Run[] = [];
  private readonly openers = new Map<string, Opener>();

  add(run: Run): void {
    this.runs.push(run);
  }

  row({ sign, length, opens, closes }: Delimiter): void {
    const left = closes ? this.close(sign, length) : length;
    if (left === 0) return;
    if (!opens || left > 3) this.literal(sign.repeat(left));
    else {
      if (left >= 2) this.open(sign, 'strong', sign.repeat(2));
      if (left !== 2) this.open(sign, 'emphasis', sign);
    }
  }

  private literal(text: string): void {
    this.runs.push({ type: 'text', text, ...UNMARKED });
  }

  private open(sign: string, mark: Mark, text: string): void {
    this.openers.set(sign + mark, { at: this.runs.length });
    this.literal(text);
  }

  /** Closes what the row can close, innermost first; a row of two closes strong alone. Returns how many signs are left. */
  private close(sign: string, length: number): number {
    let left = length;
    for (;;) {
      const strong = this.openers.get(`${sign}strong`);
      const emphasis = this.openers.get(`${sign}emphasis`);
      if (left >= 2 && strong && (left === 2 || !emphasis || strong.at > emphasis.at)) {
        this.mark(sign, 'strong', strong, emphasis);
        left -= 2;
      } else if (left !== 2 && left > 0 && emphasis) {
        this.mark(sign, 'emphasis', emphasis);
        left -= 1;
      } else return left;
    }
  }

  /** Marks all since the opener. Openers in between stay as typed, but for one in the same row (`***a** b*`). */
  private mark(sign: string, mark: Mark, opener: Opener, partner?: Opener): void {
    const sameRow = partner?.at === opener.at + 1;
    for (let i = opener.at + (sameRow ? 2 : 1); i < this.runs.length; i += 1) this.runs[i]![mark] = true;
    this.runs[opener.at] = { type: 'text', text: '', ...UNMARKED };
    for (const [key, { at }] of this.openers) {
      if (at >= opener.at && !(sameRow && at === partner?.at)) this.openers.delete(key);
    }
    this.openers.delete(sign + mark);
  }
}

/** The runs of a row of tokens: delimiters that pair mark what stands between them, the others stay as typed. */
export function paired(tokens: Token[]): Run[] {
  const pairing = new Pairing();
  for (const token of tokens) {
    if (token.type === 'delimiter') pairing.row(token);
    else pairing.add(token);
  }
  return pairing.runs;
}

export const unmarked = (piece: Piece): Run => ({ ...piece, ...UNMARKED });
