import type { Block } from '@/domain/doc';
import { safeHref } from '@/domain/safe-href';
import { DocBuilder, type Kind, type Marks, unmarked } from './builder';
import { isDropped } from './drop';

const BLOCKS = new Set(
  'address article aside body center dd details div dl dt fieldset figure footer form header hgroup hr html legend main nav p section summary table tbody td tfoot th thead tr ul ol li menu dir pre blockquote figcaption caption h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const ELEMENT = 1;
const TEXT = 3;

/** Where a link leads, if it may be stored: resolved against the page's own address where that is known. */
function hrefOf(element: Element, base: string | null): string | null {
  const given = element.getAttribute('href')?.trim() ?? '';
  if (given === '' || given.startsWith('#')) return null;
  const absolute = /^[a-z][a-z\d+.-]*:/i.test(given);
  if (!absolute && base === null) return null;
  const address =
    absolute && !/^https?:/i.test(given)
      ? given
      : URL.canParse(given, base ?? undefined)
        ? new URL(given, base ?? undefined).href
        : '';
  return safeHref(address);
}

const WEIGHT = /(?:^|;)\s*font-weight\s*:\s*(normal|bold|[1-9]00)/i;
const STYLE = /(?:^|;)\s*font-style\s*:\s*(normal|italic|oblique)/i;

/** Bold and italic by tag or, as word processors and browsers paste them, by style. */
function emphasised(element: Element, marks: Marks): Marks {
  const style = element.getAttribute('style') ?? '';
  const weight = WEIGHT.exec(style)?.[1];
  const slant = STYLE.exec(style)?.[1];
  const { localName: tag } = element;
  const bold = weight ? weight === 'bold' || Number(weight) >= 600 : tag === 'b' || tag === 'strong' || marks.bold;
  const italic = slant ? slant !== 'normal' : tag === 'i' || tag === 'em' || marks.italic;
  return { ...marks, bold, italic };
}

const childElements = (element: Element, ...tags: string[]): Element[] =>
  [...element.children].filter((child) => tags.includes(child.localName) && !isDropped(child));

const rowsOf = (table: Element): Element[] =>
  [...table.children].flatMap((child) =>
    child.localName === 'tr'
      ? [child]
      : /^(?:thead|tbody|tfoot)$/.test(child.localName)
        ? childElements(child, 'tr')
        : [],
  );

/** A table that lays out a page has tables, headings or whole paragraphs in its cells, or one cell to a row. */
function isLayout(table: Element, rows: Element[]): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  const single = rows.every((row) => childElements(row, 'td', 'th').length < 2);
  return single || table.querySelector('table, h1, h2, h3, blockquote, td p + p') !== null;
}

class Reader {
  readonly builder = new DocBuilder();
  constructor(private readonly base: string | null) {}

  children(parent: Element, marks: Marks): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === TEXT) this.builder.words(child.textContent ?? '', marks);
      else if (child.nodeType === ELEMENT && !isDropped(child as Element)) this.element(child as Element, marks);
    }
  }

  private element(element: Element, marks: Marks): void {
    const tag = element.localName;
    if (tag === 'br') this.builder.end();
    else if (BLOCKS.has(tag)) this.block(element, tag, marks);
    else if (tag === 'q') this.quoted(element, marks);
    else this.children(element, this.inline(element, marks));
  }

  /** Browsers print the quotation marks of a short quotation, which are not in its text. */
  private quoted(element: Element, marks: Marks): void {
    this.builder.words('“', marks);
    this.children(element, marks);
    this.builder.words('”', marks);
  }

  private inline(element: Element, marks: Marks): Marks {
    const href = element.localName === 'a' ? hrefOf(element, this.base) : marks.href;
    return emphasised(element, { ...marks, href: href ?? marks.href });
  }

  private as(kind: Kind, element: Element, marks: Marks): void {
    this.builder.as(kind, () => this.children(element, marks));
  }

  private block(element: Element, tag: string, marks: Marks): void {
    if (/^h[1-6]$/.test(tag)) this.as({ type: 'heading', level: Number(tag[1]) }, element, unmarked);
    else if (tag === 'figcaption' || tag === 'caption') this.as({ type: 'caption' }, element, marks);
    else if (tag === 'blockquote') this.builder.quote(() => this.children(element, marks));
    else if (/^(?:ul|ol|menu|dir)$/.test(tag)) this.list(element, marks);
    else if (tag === 'table') this.table(element, marks);
    else if (tag === 'pre') this.lines(element, marks);
    else {
      this.builder.end();
      this.children(element, /^(?:p|div|td|li)$/.test(tag) ? emphasised(element, marks) : marks);
      this.builder.end();
    }
  }

  private list(list: Element, marks: Marks): void {
    const start =
      list.localName === 'ol'
        ? Math.max(0, Math.min(Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1, 999_999_999))
        : null;
    const items = [...list.children].filter((child) => !isDropped(child));
    this.builder.list(
      start,
      items.map((item) => () => (item.localName === 'li' ? this.children(item, marks) : this.element(item, marks))),
    );
  }

  /** A row is a paragraph, its cells divided by bars. */
  private table(table: Element, marks: Marks): void {
    const rows = rowsOf(table);
    if (isLayout(table, rows)) {
      this.builder.end();
      for (const row of rows)
        for (const cell of row.children) this.builder.as({ type: 'paragraph' }, () => this.children(cell, marks));
      return;
    }
    for (const caption of childElements(table, 'caption')) this.block(caption, 'caption', marks);
    for (const row of rows) {
      this.builder.flat(() => {
        childElements(row, 'td', 'th').forEach((cell, at) => {
          if (at > 0) this.builder.words(' | ', unmarked);
          this.children(cell, marks);
        });
      });
    }
  }

  /** What is set as typed has its line breaks as the ends of its lines. */
  private lines(element: Element, marks: Marks): void {
    for (const line of (element.textContent ?? '').split(/\r\n?|\n/)) {
      this.builder.end();
      this.builder.words(line, marks);
    }
    this.builder.end();
  }
}

/**
 * The blocks of an article in an element: headings, paragraphs, lists, quotations, captions, rows of tables as text;
 * links to the web and e-mail, bold and italic. A line break ends a paragraph. Nothing else comes through.
 * @param base the page's own address, which relative links start from; null where it is unknown
 */
export function blocksIn(element: Element, base: string | null): Block[] {
  const reader = new Reader(base);
  reader.children(element, unmarked);
  return reader.builder.blocks();
}
