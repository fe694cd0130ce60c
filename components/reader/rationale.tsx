import type { ReactNode } from 'react';
import { safeHref } from '@/domain/safe-href';
import { parseProse } from '@/formats/prose/parse';
import type { Inline, ProseNode } from '@/formats/prose/tree';

type Cites = (number: number) => string | null;

function inline(node: Inline, key: number, cites: Cites): ReactNode {
  const children = 'children' in node ? node.children.map((child, i) => inline(child, i, cites)) : null;
  if (node.type === 'text') return node.text;
  if (node.type === 'break') return <br key={key} />;
  if (node.type === 'strong') return <strong key={key}>{children}</strong>;
  if (node.type === 'emphasis') return <em key={key}>{children}</em>;
  if (node.type === 'link')
    return (
      <a key={key} href={safeHref(node.href) ?? undefined} rel="noopener">
        {children}
      </a>
    );
  const target = cites(node.number);
  if (target === null) return `[${node.number}]`;
  return (
    <a key={key} href={target} aria-label={`evidence ${node.number}`}>
      {`[${node.number}]`}
    </a>
  );
}

function block(node: ProseNode, key: number, cites: Cites): ReactNode {
  if (node.type === 'paragraph')
    return (
      <p key={key} dir="auto">
        {node.children.map((child, i) => inline(child, i, cites))}
      </p>
    );
  const items = node.items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, to a text
    <li key={i}>{item.children.map((child, j) => block(child, j, cites))}</li>
  ));
  return node.type === 'bulleted' ? (
    <ul key={key}>{items}</ul>
  ) : (
    <ol key={key} start={node.start}>
      {items}
    </ol>
  );
}

/** A rationale as a page shows it. `cites` gives the address of a piece of evidence, null where there is none. */
export const Rationale = ({ text, cites }: { text: string; cites: Cites }) => (
  <div className="rationale">{parseProse(text).map((node, i) => block(node, i, cites))}</div>
);
