import type { ReactNode } from 'react';
import { safeHref } from '@/domain/safe-href';
import { parseProse } from '@/formats/prose/parse';
import type { Inline, ProseNode } from '@/formats/prose/tree';

type Ways = {
  /** the address of a piece of evidence, null where there is none */
  cites: (number: number) => string | null;
  /** how words are shown, where that is not just as they are */
  words?: (text: string) => ReactNode;
};

function inline(node: Inline, key: number, ways: Ways): ReactNode {
  const children = 'children' in node ? node.children.map((child, i) => inline(child, i, ways)) : null;
  if (node.type === 'text') return ways.words ? <span key={key}>{ways.words(node.text)}</span> : node.text;
  if (node.type === 'break') return <br key={key} />;
  if (node.type === 'strong') return <strong key={key}>{children}</strong>;
  if (node.type === 'emphasis') return <em key={key}>{children}</em>;
  if (node.type === 'link')
    return (
      <a key={key} href={safeHref(node.href) ?? undefined} rel="noopener">
        {children}
      </a>
    );
  const target = ways.cites(node.number);
  if (target === null) return `[${node.number}]`;
  return (
    <a key={key} href={target} aria-label={`evidence ${node.number}`}>
      {`[${node.number}]`}
    </a>
  );
}

function block(node: ProseNode, key: number, ways: Ways): ReactNode {
  if (node.type === 'paragraph')
    return (
      <p key={key} dir="auto">
        {node.children.map((child, i) => inline(child, i, ways))}
      </p>
    );
  const items = node.items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, to a text
    <li key={i}>{item.children.map((child, j) => block(child, j, ways))}</li>
  ));
  return node.type === 'bulleted' ? (
    <ul key={key}>{items}</ul>
  ) : (
    <ol key={key} start={node.start}>
      {items}
    </ol>
  );
}

/** A rationale as a page shows it. */
export const Rationale = ({ text, ...ways }: { text: string } & Ways) => (
  <div className="rationale">{parseProse(text).map((node, i) => block(node, i, ways))}</div>
);
