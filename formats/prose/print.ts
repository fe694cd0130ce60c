import { isWord } from './emphasis';
import { runsOf, treeOf } from './runs';
import type { Inline, Item, ProseNode } from './tree';

const BACKSLASH_THAT_WOULD_ESCAPE = /\\(?=[\\*_[\]()<>`#&+\-.=!]|$)/g;
const SIGNS = /[*[\]`<]/g;
const CHARACTER_REFERENCE = /&(?=[#\w])/g;
const LINE_THAT_WOULD_BEGIN_A_BLOCK = /^(?=[-+](?:[\s-]|$)|#{1,6}(?:\s|$)|[>=])/gm;
const LINE_THAT_WOULD_BEGIN_A_NUMBER = /^(\d{1,9})(?=[.)](?:\s|$))/gm;
const LARGEST_NUMBER = 999_999_999;

/** Escapes what this parser, or another reader of Markdown, would take for more than text. */
function escaped(text: string, before: Inline | undefined, after: Inline | undefined): string {
  const whole = text
    .replace(BACKSLASH_THAT_WOULD_ESCAPE, '\\\\')
    .replace(SIGNS, '\\$&')
    .replace(/_/g, (sign, at: number, all: string) => (isWord(all[at - 1]) && isWord(all[at + 1]) ? sign : '\\_'))
    .replace(CHARACTER_REFERENCE, '\\&');
  const start = before?.type === 'citation' && whole.startsWith('(') ? '\\' : '';
  return start + (after?.type === 'link' ? whole.replace(/!$/, '\\!') : whole);
}

function link(href: string, children: Inline[]): string {
  const [only] = children;
  if (children.length === 1 && only?.type === 'text' && only.text === href) return `<${href}>`;
  return `[${inline(children)}](${href.replace(/[()]/g, '\\$&').replace(CHARACTER_REFERENCE, '\\&')})`;
}

function inline(nodes: Inline[]): string {
  const print = (node: Inline, i: number): string => {
    if (node.type === 'text') return escaped(node.text, nodes[i - 1], nodes[i + 1]);
    if (node.type === 'break') return '\\\n';
    if (node.type === 'citation') return `[${node.number}]`;
    if (node.type === 'link') return link(node.href, node.children);
    const sign = node.type === 'strong' ? '**' : '*';
    return sign + inline(node.children) + sign;
  };
  return nodes.map(print).join('');
}

const paragraph = (children: Inline[]): string =>
  inline(treeOf(runsOf(children)))
    .replace(LINE_THAT_WOULD_BEGIN_A_BLOCK, '\\')
    .replace(LINE_THAT_WOULD_BEGIN_A_NUMBER, '$1\\');

/** Puts an item's later lines under its first, so that they are read as the item's. */
const item = (sign: string, { children }: Item): string =>
  `${sign} ${blocks(children, true).replace(/\n(?!\n)/g, `\n${' '.repeat(sign.length + 1)}`)}`;

/** Two lists of a kind next to each other stay two by having different signs. */
function list(node: Exclude<ProseNode, { type: 'paragraph' }>, second: boolean): string {
  if (node.type === 'bulleted') return node.items.map((each) => item(second ? '*' : '-', each)).join('\n');
  const sign = (i: number) => `${Math.min(node.start + i, LARGEST_NUMBER)}${second ? ')' : '.'}`;
  return node.items.map((each, i) => item(sign(i), each)).join('\n');
}

function blocks(nodes: ProseNode[], inItem: boolean): string {
  let printed = '';
  let seconds = false;
  nodes.forEach((node, i) => {
    const before = nodes[i - 1];
    seconds = before?.type === node.type && !seconds;
    const close = inItem && before?.type === 'paragraph' && (node.type !== 'numbered' || node.start === 1);
    if (before) printed += close && node.type !== 'paragraph' ? '\n' : '\n\n';
    printed += node.type === 'paragraph' ? paragraph(node.children) : list(node, seconds);
  });
  return printed;
}

/** The Markdown of a tree, which reads back as the same tree: `parseProse(printProse(tree))` equals a parsed `tree`. */
export const printProse = (tree: ProseNode[]): string => blocks(tree, false);
