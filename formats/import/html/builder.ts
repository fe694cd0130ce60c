import {
  type Block,
  type Blockquote,
  DEEPEST,
  itemsOf,
  type ListItem,
  type Mark,
  type TextBlock,
  type TextNode,
} from '@/domain/doc';
import { composed, repair } from '@/domain/text';

export type Marks = { href: string | null; bold: boolean; italic: boolean };
export const unmarked: Marks = { href: null, bold: false, italic: false };

/** What a text block is to become; `type` is Tiptap's name. */
export type Kind = { type: 'paragraph' } | { type: 'heading'; level: number } | { type: 'caption' };

const SOMETHING_TO_READ = /[^\p{C}\p{Z}]/u;

function marksOf({ href, bold, italic }: Marks): Mark[] {
  return [
    ...(href === null ? [] : [{ type: 'link' as const, attrs: { href } }]),
    ...(bold ? [{ type: 'bold' as const }] : []),
    ...(italic ? [{ type: 'italic' as const }] : []),
  ];
}

/** Words as they can be stored: control characters, soft hyphens and all that is broken gone, every blank a space. */
const cleaned = (words: string): string =>
  repair(words.replace(/\u00AD/g, '')).text.replace(/[\s\u00A0\u2007\u202F]+/g, ' ');

type Piece = { text: string; marks: Marks };

const alike = (a: Marks, b: Marks): boolean => a.href === b.href && a.bold === b.bold && a.italic === b.italic;

/** The pieces with blanks told once and none at the ends, and neighbours of the same marks joined. */
function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const { text, marks } of pieces) {
    const last = out.at(-1);
    const words = !last || last.text.endsWith(' ') ? text.replace(/^ /, '') : text;
    if (words === '') continue;
    if (last && alike(last.marks, marks)) last.text += words;
    else out.push({ text: words, marks });
  }
  const last = out.at(-1);
  if (last) last.text = last.text.replace(/ $/, '');
  return last?.text === '' ? joined(out.slice(0, -1)) : out;
}

function contentOf(pieces: Piece[]): TextNode[] {
  const inline = joined(pieces);
  const text = inline.map((piece) => piece.text).join('');
  if (!SOMETHING_TO_READ.test(text)) return [];
  // an accent apart from its letter, with a mark that begins between them: the letter matters more
  if (composed(text) !== text) return [{ type: 'text', text: composed(text) }];
  return inline.map((piece) => {
    const marks = marksOf(piece.marks);
    return { type: 'text', text: piece.text, ...(marks.length > 0 ? { marks } : {}) };
  });
}

/** Takes words and where blocks begin and end, in the order of a page, and makes the article's blocks of them. */
export class DocBuilder {
  private open: Block[][] = [[]];
  private pieces: Piece[] = [];
  private kind: Kind = { type: 'paragraph' };
  private cell = 0;

  words(text: string, marks: Marks): void {
    const clean = cleaned(text);
    if (clean !== '') this.pieces.push({ text: clean, marks });
  }

  /** Ends the block at hand, if it holds anything; within a row of a table a block's end is but a blank. */
  end(): void {
    if (this.cell > 0) this.words(' ', unmarked);
    else this.close();
  }

  private close(): void {
    const content = contentOf(this.pieces);
    this.pieces = [];
    if (content.length > 0) this.open.at(-1)!.push(this.block(content));
  }

  private block(content: TextNode[]): TextBlock {
    const { kind } = this;
    return kind.type === 'heading'
      ? { type: 'heading', attrs: { level: kind.level }, content }
      : { type: kind.type, content };
  }

  /** Everything told by `tell` stands in text blocks of this kind. */
  as(kind: Kind, tell: () => void): void {
    this.end();
    const before = this.kind;
    this.kind = kind;
    tell();
    this.end();
    this.kind = before;
  }

  /** Everything told by `tell` is one block, whatever blocks are in it. */
  flat(tell: () => void): void {
    this.end();
    this.cell += 1;
    tell();
    this.cell -= 1;
    this.end();
  }

  private inside(tell: () => void): Block[] {
    this.end();
    this.open.push([]);
    tell();
    this.end();
    return this.open.pop()!;
  }

  private get tooDeep(): boolean {
    return this.cell > 0 || this.open.length > DEEPEST;
  }

  quote(tell: () => void): void {
    if (this.tooDeep) {
      this.as({ type: 'paragraph' }, tell);
      return;
    }
    const content = this.inside(tell);
    const quote: Blockquote = { type: 'blockquote', content };
    if (content.length > 0) this.open.at(-1)!.push(quote);
  }

  /** A list of what each of `tell` tells; `start` is the first number of a numbered one. */
  list(start: number | null, tell: (() => void)[]): void {
    if (this.tooDeep) {
      for (const each of tell) this.as({ type: 'paragraph' }, each);
      return;
    }
    const items: ListItem[] = tell.flatMap((each) => itemsOf(this.inside(each)));
    if (items.length === 0) return;
    this.end();
    const attrs = start === null || start === 1 ? {} : { attrs: { start } };
    this.open
      .at(-1)!
      .push(
        start === null ? { type: 'bulletList', content: items } : { type: 'orderedList', ...attrs, content: items },
      );
  }

  blocks(): Block[] {
    this.end();
    return this.open[0]!;
  }
}
