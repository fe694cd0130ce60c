import { safeHref } from '@/domain/safe-href';
import { delimiterAt, paired, type Token, unmarked } from './emphasis';
import type { Run } from './runs';

/** What a backslash can precede to be taken as typed: just the characters that the printer may have to escape. */
const ESCAPABLE = /[\\*_[\]()<>`#&+\-.=!]/;
const ESCAPED = /\\([\\*_[\]()<>`#&+\-.=!])/g;
const CITATION = /\[([1-9]\d{0,2})\]/y;
const AUTOLINK = /<([^<>\s]{1,2000})>/y;
const TAG = /<[a-z/!?][^<>]*>/iy;
const BACKTICKS = /`+/g;
const PLAIN = /[^\\\n`<[*_!]+/y;
const LONGEST_ADDRESS = 2000;

/** What stands at a place: its tokens and where it ends. */
type Found = { tokens: Token[]; end: number };

const at = (pattern: RegExp, source: string, place: number): RegExpExecArray | null => {
  pattern.lastIndex = place;
  return pattern.exec(source);
};

const literal = (source: string, start: number, end: number): Found => ({
  tokens: [unmarked({ type: 'text', text: source.slice(start, end) })],
  end,
});

const isPlain = (token: Token): token is Extract<Run, { type: 'text' }> =>
  token.type === 'text' && !token.strong && !token.emphasis && token.href === null;

/** For each opening bracket the closing one that matches it. */
function bracketPairs(source: string, opening: string, closing: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === opening) open.push(i);
    else if (source[i] === closing) {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, i);
    }
  }
  return pairs;
}

/** For each row of backticks that opens a code span, where that span ends. */
function codeSpans(source: string): Map<number, number> {
  const spans = new Map<number, number>();
  const next = new Map<number, RegExpExecArray>();
  for (const row of [...source.matchAll(BACKTICKS)].reverse()) {
    const closer = next.get(row[0].length);
    if (closer) spans.set(row.index, closer.index + closer[0].length);
    next.set(row[0].length, row);
  }
  return spans;
}

/** Reads a paragraph's Markdown from left to right; every construct that is not of the subset stays as typed. */
class Reader {
  private readonly brackets: Map<number, number>;
  private readonly parentheses: Map<number, number>;
  private readonly code: Map<number, number>;
  private bang = -2;

  constructor(
    private readonly source: string,
    private readonly insideLink: boolean,
  ) {
    this.brackets = bracketPairs(source, '[', ']');
    this.parentheses = bracketPairs(source, '(', ')');
    this.code = codeSpans(source);
  }

  tokens(): Token[] {
    const all: Token[] = [];
    for (let place = 0; place < this.source.length; ) {
      const found = this.found(place);
      for (const token of found.tokens) {
        const last = all.at(-1);
        if (isPlain(token) && last && isPlain(last)) last.text += token.text;
        else all.push(token);
      }
      place = found.end;
    }
    return all;
  }

  private found(place: number): Found {
    const { source } = this;
    const plain = at(PLAIN, source, place);
    if (plain) return literal(source, place, place + plain[0].length);
    const sign = source[place];
    if (sign === '\\') return this.escape(place);
    if (sign === '\n') return { tokens: [unmarked({ type: 'break' })], end: place + 1 };
    if (sign === '`') return this.codeSpan(place);
    if (sign === '<') return this.angle(place);
    if (sign === '[') return this.link(place) ?? this.citation(place) ?? literal(source, place, place + 1);
    if (sign === '*' || sign === '_') {
      const delimiter = delimiterAt(source, place, sign);
      return { tokens: [delimiter], end: place + delimiter.length };
    }
    this.bang = place;
    return literal(source, place, place + 1);
  }

  private escape(place: number): Found {
    const next = this.source[place + 1] ?? '';
    if (next === '\n') return { tokens: [unmarked({ type: 'break' })], end: place + 2 };
    return ESCAPABLE.test(next) ? literal(this.source, place + 1, place + 2) : literal(this.source, place, place + 1);
  }

  private codeSpan(place: number): Found {
    const row = at(/`+/y, this.source, place)?.[0].length ?? 1;
    return literal(this.source, place, this.code.get(place) ?? place + row);
  }

  private angle(place: number): Found {
    const autolink = this.insideLink ? null : at(AUTOLINK, this.source, place);
    const href = autolink && safeHref(autolink[1]!);
    if (href) {
      const text = unmarked({ type: 'text', text: href });
      return { tokens: [{ ...text, href }], end: place + autolink[0].length };
    }
    return literal(this.source, place, place + (at(TAG, this.source, place)?.[0].length ?? 1));
  }

  /** A link; or an image or a link elsewhere than the web, as typed. */
  private link(place: number): Found | null {
    const close = this.insideLink ? undefined : this.brackets.get(place);
    if (close === undefined || this.source[close + 1] !== '(') return null;
    const end = this.parentheses.get(close + 1) ?? Number.POSITIVE_INFINITY;
    if (end - close > LONGEST_ADDRESS) return null;
    const address = this.source.slice(close + 2, end);
    if (/\s/.test(address)) return null;
    const text = this.source.slice(place + 1, close);
    const href = safeHref(address.replace(ESCAPED, '$1'));
    if (!href || text.trim() === '' || this.bang === place - 1) return literal(this.source, place, end + 1);
    return { tokens: read(text, true).map((run) => ({ ...run, href })), end: end + 1 };
  }

  private citation(place: number): Found | null {
    const found = this.insideLink ? null : at(CITATION, this.source, place);
    return (
      found && { tokens: [unmarked({ type: 'citation', number: Number(found[1]) })], end: place + found[0].length }
    );
  }
}

const read = (source: string, insideLink: boolean): Run[] => paired(new Reader(source, insideLink).tokens());

/** The runs of a paragraph's Markdown, its lines joined by line feeds; not yet canonical. */
export const parseInline = (source: string): Run[] => read(source, false);
