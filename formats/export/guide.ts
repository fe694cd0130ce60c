import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** HTML of what our own documents are made of; anything else in them is a mistake of ours. */
function htmlOf(node: Nodes): string {
  const inner = () => ('children' in node ? node.children.map(htmlOf).join('') : '');
  if (node.type === 'root') return inner();
  if (node.type === 'text') return escaped(node.value);
  if (node.type === 'inlineCode') return `<code>${escaped(node.value)}</code>`;
  if (node.type === 'code') return `<pre><code>${escaped(node.value)}</code></pre>`;
  if (node.type === 'heading') return `<h${node.depth}>${inner()}</h${node.depth}>`;
  if (node.type === 'paragraph') return `<p>${inner()}</p>`;
  if (node.type === 'strong') return `<strong>${inner()}</strong>`;
  if (node.type === 'emphasis') return `<em>${inner()}</em>`;
  throw new Error(`A ${node.type} has no place in a guide`);
}

let made: string | undefined;

/** The guide to verifying an edition as HTML. Read from disk once. */
export function verifyingGuide(): string {
  made ??= htmlOf(
    fromMarkdown(readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'docs', 'verifying.md'), 'utf8')),
  );
  return made;
}
