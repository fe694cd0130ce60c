import { DEEPEST_LIST } from './tree';

/** A paragraph's lines as typed; `code` ones hold no Markdown. */
export type Lines = { type: 'lines'; lines: string[]; code: boolean };
export type ListLines = { type: 'list'; marker: string; start: number; items: Block[][] };
export type Block = Lines | ListLines;

const ITEM = /^([-*+]|(\d{1,9})([.)]))([ \t]+)(?=[^ \t])/;
const RULE = /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const FENCE = /^`{3,}/;
const WIDEST_PADDING = 4;

type OpenItem = { children: Block[] /** column at which its text starts */; column: number };
type ItemStart = { marker: string; number: number | null; width: number; text: string };

const columnOf = (line: string): number => {
  const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
  return blanks.replace(/\t/g, '    ').length;
};

function itemStart(text: string): ItemStart | null {
  const found = RULE.test(text) ? null : ITEM.exec(text);
  if (!found) return null;
  const [whole, sign = '', digits, delimiter, padding = ' '] = found;
  return {
    marker: delimiter ?? sign,
    number: digits === undefined ? null : Number(digits),
    width: sign.length + (padding.length > WIDEST_PADDING ? 1 : padding.length),
    text: text.slice(whole.length),
  };
}

/** Reads lines into paragraphs and lists in one pass. */
class Blocks {
  readonly root: Block[] = [];
  private open: OpenItem[] = [];
  private paragraph: Lines | null = null;

  blank(): void {
    this.paragraph = null;
  }

  line(line: string): void {
    const column = columnOf(line);
    const text = line.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '');
    const item = itemStart(text);
    if (item && this.mayStart(item, column)) this.item(item, column);
    else if (this.paragraph) this.paragraph.lines.push(text);
    else {
      this.leave(column);
      this.begin([text]);
    }
  }

  /** A fenced block of code is one paragraph as typed; it ends every list. */
  code(lines: string[]): void {
    this.leave(0);
    this.begin(lines, true);
    this.paragraph = null;
  }

  private get children(): Block[] {
    return this.open.at(-1)?.children ?? this.root;
  }

  /** A number other than 1 in the middle of a paragraph is not a list: “in the year⏎2024. It was”. */
  private mayStart(item: ItemStart, column: number): boolean {
    const insideParagraph = this.paragraph !== null && column >= (this.open.at(-1)?.column ?? 0);
    return !insideParagraph || item.number === null || item.number === 1;
  }

  private leave(column: number): void {
    while (this.open.length > 0 && column < this.open.at(-1)!.column) this.open.pop();
  }

  private begin(lines: string[], code = false): void {
    this.paragraph = { type: 'lines', lines, code };
    this.children.push(this.paragraph);
  }

  private item({ marker, number, width, text }: ItemStart, column: number): void {
    this.leave(column);
    this.open.length = Math.min(this.open.length, DEEPEST_LIST - 1);
    const last = this.children.at(-1);
    const list: ListLines =
      last?.type === 'list' && last.marker === marker ? last : { type: 'list', marker, start: number ?? 0, items: [] };
    if (list !== last) this.children.push(list);
    const children: Block[] = [];
    list.items.push(children);
    this.open.push({ children, column: column + width });
    this.begin([text]);
  }
}

/** Finds where fences of backticks close. One that does not close makes every later one of its length or more hopeless. */
class Fences {
  private hopeless = Number.POSITIVE_INFINITY;

  constructor(private readonly lines: string[]) {}

  /** The line that closes the fence at `from`, or null when no fence begins or ends there. */
  end(from: number): number | null {
    const fence = FENCE.exec(this.lines[from]!)?.[0] ?? '';
    if (fence === '' || fence.length >= this.hopeless) return null;
    for (let i = from + 1; i < this.lines.length; i += 1) {
      if (this.lines[i]!.startsWith(fence) && /^`+[ \t]*$/.test(this.lines[i]!)) return i;
    }
    this.hopeless = fence.length;
    return null;
  }
}

/** The paragraphs and lists of a Markdown text, in time linear in its length. */
export function parseBlocks(markdown: string): Block[] {
  const blocks = new Blocks();
  const lines = markdown.split(/\r\n?|\n/);
  const fences = new Fences(lines);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    const end = fences.end(i);
    if (end !== null) {
      blocks.code(lines.slice(i, end + 1));
      i = end;
    } else if (/^[ \t]*$/.test(line)) blocks.blank();
    else blocks.line(line);
  }
  return blocks.root;
}
