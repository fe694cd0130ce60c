import type { ParagraphChild } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { FootnoteDefinition, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import type { Payload } from '@/domain/edition';
import { editionTree } from './edition-markdown';
import { holdable } from './xml';
import { zipFiles } from './zip';

/*
 * An edition as a Word document: what the Markdown document says, with Word's own headings, lists, links and footnotes.
 * The library is loaded when the first one is asked for.
 */

type Docx = typeof import('docx');
type Style = { bold?: boolean; italics?: boolean; style?: string };

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
/** Whether a text begins in a script that is written from the right. */
const beginsRight = (text: string): boolean => rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? '');

const wordsOf = (nodes: PhrasingContent[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'children' in node ? wordsOf(node.children) : '')).join('');

/**
 * The notes in the order in which they are referred to, which some programs take for granted, and to which reference each
 * belongs: in Word a note has one. It is the first in the article, which follows that in the list of claims; of a claim
 * that stands nowhere in the article, the one in the list.
 */
function notesOf(tree: Root): { notes: FootnoteDefinition[]; numbers: Map<unknown, number> } {
  const definitions = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition');
  const references: { identifier: string }[] = [];
  const visit = (node: { type: string; identifier?: string; children?: unknown[] }): void => {
    if (node.type === 'footnoteReference') references.push(node as { identifier: string });
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(tree);
  const chosen = new Set(
    definitions.map(({ identifier }) => {
      const [listed, standing] = references.filter((reference) => reference.identifier === identifier);
      return standing ?? listed;
    }),
  );
  const inOrder = references.filter((reference) => chosen.has(reference));
  return {
    notes: inOrder.flatMap(({ identifier }) => definitions.find((one) => one.identifier === identifier) ?? []),
    numbers: new Map(inOrder.map((reference, i) => [reference, i + 1])),
  };
}

/** Turns a document's blocks and words into the library's. */
function printer(docx: Docx, numbers: ReadonlyMap<unknown, number>) {
  const { Paragraph, TextRun, ExternalHyperlink, FootnoteReferenceRun, HeadingLevel } = docx;
  const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];

  function run(node: PhrasingContent, style: Style): ParagraphChild[] {
    if (node.type === 'text')
      return [new TextRun({ text: holdable(node.value), rightToLeft: rightToLeft.test(node.value), ...style })];
    if (node.type === 'break') return [new TextRun({ break: 1 })];
    if (node.type === 'strong') return runs(node.children, { ...style, bold: true });
    if (node.type === 'emphasis') return runs(node.children, { ...style, italics: true });
    if (node.type === 'link') {
      const children = runs(node.children, { ...style, style: 'Hyperlink' });
      return [new ExternalHyperlink({ link: holdable(node.url), children })];
    }
    const number = numbers.get(node);
    return number === undefined ? [] : [new FootnoteReferenceRun(number)];
  }
  const runs = (nodes: PhrasingContent[], style: Style = {}): ParagraphChild[] =>
    nodes.flatMap((node) => run(node, style));

  type Place = { level?: number; ordered?: number; quoted?: boolean; note?: boolean };
  const paragraph = (nodes: PhrasingContent[], { level, ordered, quoted, note }: Place, more: object = {}) =>
    new Paragraph({
      children: [...(ordered === undefined ? [] : [new TextRun(`${ordered}. `)]), ...runs(nodes)],
      bidirectional: beginsRight(wordsOf(nodes)),
      spacing: { after: note ? 40 : 120 },
      ...(note ? { style: 'FootnoteText' } : {}),
      ...(level !== undefined && ordered === undefined ? { bullet: { level } } : {}),
      ...(ordered === undefined ? {} : { indent: { start: 360 * ((level ?? 0) + 1) } }),
      ...(quoted ? { indent: { start: 480 } } : {}),
      ...more,
    });

  const items = (children: ListItem[], place: Place, start: number | null) =>
    children.flatMap((item, i) =>
      item.children.flatMap((node, at) =>
        block(node, { ...place, ordered: start !== null && at === 0 ? start + i : undefined }),
      ),
    );

  function block(node: RootContent, place: Place = {}): InstanceType<Docx['Paragraph']>[] {
    if (node.type === 'paragraph') return [paragraph(node.children, place)];
    if (node.type === 'heading')
      return [paragraph(node.children, {}, { heading: headings[Math.min(node.depth, headings.length) - 1] })];
    if (node.type === 'blockquote') return node.children.flatMap((child) => block(child, { ...place, quoted: true }));
    if (node.type !== 'list') return [];
    const level = place.level === undefined ? 0 : place.level + 1;
    return items(node.children, { ...place, level }, node.ordered ? (node.start ?? 1) : null);
  }
  return { block };
}

/** Links that the library names by chance, by the order in which they stand; times that it reads from the clock. */
function settled(packed: Uint8Array, publishedAt: string): Uint8Array {
  const names = new Map<string, string>();
  const named = (chance: string): string => {
    const name = names.get(chance) ?? `rIdLink${names.size + 1}`;
    names.set(chance, name);
    return name;
  };
  const files = Object.entries(unzipSync(packed)).map(([path, bytes]) => {
    if (!/\.(xml|rels)$/.test(path)) return { path, bytes };
    const xml = strFromU8(bytes)
      .replace(/(?<==")rId[a-z0-9_-]{15,}(?=")/g, named)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${publishedAt}`);
    return { path, bytes: strToU8(xml) };
  });
  return zipFiles(files);
}

const INK = '1b1a17';

/** Word's own styles in the look of the pages. Sizes are in half points. */
const stylesFor = (language: { value: string; bidirectional: string }) => ({
  document: { run: { font: 'Georgia', size: 22, language } },
  heading1: { run: { size: 40, bold: true, color: INK }, paragraph: { spacing: { after: 160 } } },
  heading2: { run: { size: 28, bold: true, color: INK }, paragraph: { spacing: { before: 320, after: 120 } } },
  heading3: { run: { size: 24, bold: true, color: INK }, paragraph: { spacing: { before: 240, after: 80 } } },
  heading4: { run: { size: 22, bold: true, color: INK } },
  footnoteText: { run: { size: 18 } },
});

/** An edition as a Word document (Office Open XML): the same bytes for the same edition. */
export async function editionDocx(payload: Payload, origin: string): Promise<Uint8Array> {
  const docx = await import('docx');
  const { article, desk, edition } = payload.frame;
  const tree = editionTree(payload, origin);
  const { notes, numbers } = notesOf(tree);
  const { block } = printer(docx, numbers);
  const language = { value: article.language, bidirectional: article.language };
  const document = new docx.Document({
    title: holdable(article.title),
    creator: holdable(desk.name),
    lastModifiedBy: holdable(desk.name),
    styles: { default: stylesFor(language) },
    footnotes: Object.fromEntries(
      notes.map(({ children }, i) => [i + 1, { children: children.flatMap((node) => block(node, { note: true })) }]),
    ),
    sections: [{ children: tree.children.flatMap((node) => block(node)) }],
  });
  return settled(new Uint8Array(await docx.Packer.toBuffer(document)), edition.publishedAt);
}
