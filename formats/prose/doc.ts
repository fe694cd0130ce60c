import { parseProse } from './parse';
import { printProse } from './print';
import { type Marks, type Run, runsOf, treeOf } from './runs';
import { type Inline, type Item, LARGEST_START, type ProseNode } from './tree';

type DocMark = { type: string; attrs?: Record<string, unknown> };

/** A node of the rationale's editor: a ProseMirror document in Tiptap's names, as JSON. */
export type DocNode = {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: DocMark[];
  content?: DocNode[];
};

const CITATION = /\[([1-9]\d{0,2})\]/;

function docMarks({ strong, emphasis, href }: Marks): Pick<DocNode, 'marks'> {
  const marks: DocMark[] = [
    ...(href ? [{ type: 'link', attrs: { href } }] : []),
    ...(strong ? [{ type: 'bold' }] : []),
    ...(emphasis ? [{ type: 'italic' }] : []),
  ];
  return marks.length > 0 ? { marks } : {};
}

const docLeaf = (run: Run): DocNode =>
  run.type === 'break'
    ? { type: 'hardBreak' }
    : { type: 'text', text: run.type === 'text' ? run.text : `[${run.number}]`, ...docMarks(run) };

/** ProseMirror wants neighbouring texts with the same marks to be one; a citation is text to it. */
function docLeaves(nodes: Inline[]): DocNode[] {
  const leaves: DocNode[] = [];
  for (const leaf of runsOf(nodes).map(docLeaf)) {
    const last = leaves.at(-1);
    if (
      last?.text !== undefined &&
      leaf.text !== undefined &&
      JSON.stringify(last.marks) === JSON.stringify(leaf.marks)
    ) {
      last.text += leaf.text;
    } else leaves.push(leaf);
  }
  return leaves;
}

function docBlock(node: ProseNode): DocNode {
  if (node.type === 'paragraph') return { type: 'paragraph', content: docLeaves(node.children) };
  const content = node.items.map(({ children }) => ({ type: 'listItem', content: children.map(docBlock) }));
  if (node.type === 'bulleted') return { type: 'bulletList', content };
  return { type: 'orderedList', attrs: { start: node.start }, content };
}

/** The document with which the editor opens a text; of an empty text, one empty paragraph. */
export function proseToDoc(markdown: string): DocNode {
  const content = parseProse(markdown).map(docBlock);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function marksOf(marks: DocMark[] = []): Marks {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href;
  return { strong: has('bold'), emphasis: has('italic'), href: typeof href === 'string' ? href : null };
}

function leafRuns({ type, text = '', marks }: DocNode): Run[] {
  if (type === 'hardBreak') return [{ type: 'break', ...marksOf(marks) }];
  return text.split(CITATION).map((part, i): Run => {
    const piece =
      i % 2 === 0 ? { type: 'text' as const, text: part } : { type: 'citation' as const, number: Number(part) };
    return { ...piece, ...marksOf(marks) };
  });
}

const isLeaf = ({ type }: DocNode): boolean => type === 'text' || type === 'hardBreak';

/** An item begins with a paragraph: one that begins with a list gives its items to the list it stands in. */
function proseItems(node: DocNode): Item[] {
  const [first, ...rest] = proseBlocks(node.content ?? []);
  if (!first) return [];
  if (first.type === 'paragraph') return [{ type: 'item', children: [first, ...rest] }];
  const last = first.items.at(-1)!;
  return [...first.items.slice(0, -1), { type: 'item', children: [...last.children, ...rest] }];
}

function proseList(node: DocNode): ProseNode[] {
  const items = (node.content ?? []).flatMap(proseItems);
  if (items.length === 0) return [];
  if (node.type === 'bulletList') return [{ type: 'bulleted', items }];
  const start = node.attrs?.start;
  const inRange = typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= LARGEST_START;
  return [{ type: 'numbered', start: inRange ? start : 1, items }];
}

const proseBlocks = (nodes: DocNode[]): ProseNode[] =>
  nodes.flatMap((node): ProseNode[] => {
    const content = node.content ?? [];
    if (node.type === 'bulletList' || node.type === 'orderedList') return proseList(node);
    if (!content.some(isLeaf)) return proseBlocks(content);
    const children = treeOf(content.flatMap(leafRuns));
    return children.length > 0 ? [{ type: 'paragraph', children }] : [];
  });

/**
 * The Markdown of the editor's document. Empty paragraphs and items are left out, links elsewhere than to the web or
 * e-mail become text, what the subset lacks becomes its text, and a typed `[2]` is a citation.
 */
export const docToProse = (doc: DocNode): string => printProse(proseBlocks(doc.content ?? []));
