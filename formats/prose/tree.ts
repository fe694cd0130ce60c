/** What stands inside a paragraph. A link holds no link and no citation. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  /** `[2]`: the claim's evidence of that number */
  | { type: 'citation'; number: number }
  | { type: 'strong'; children: Inline[] }
  | { type: 'emphasis'; children: Inline[] }
  /** `href` has passed {@link safeHref} */
  | { type: 'link'; href: string; children: Inline[] };

export type Paragraph = { type: 'paragraph'; children: Inline[] };
/** Begins with a paragraph; more paragraphs and lists may follow. */
export type Item = { type: 'item'; children: ProseNode[] };
export type ProseNode =
  | Paragraph
  | { type: 'bulleted'; items: Item[] }
  | { type: 'numbered'; start: number; items: Item[] };

/** How deep lists may nest; what stands deeper joins the deepest list. */
export const DEEPEST_LIST = 6;
export const LARGEST_START = 999_999_999;

/** Every inline node of a tree in order, links, strong and emphasis before what they hold. */
export function* inlines(nodes: (ProseNode | Inline)[]): Generator<Inline> {
  for (const node of nodes) {
    if (node.type === 'bulleted' || node.type === 'numbered') {
      for (const item of node.items) yield* inlines(item.children);
    } else {
      if (node.type !== 'paragraph') yield node;
      if ('children' in node) yield* inlines(node.children);
    }
  }
}
