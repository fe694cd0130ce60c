import type { ReactNode } from 'react';
import type { Container, Speech } from '@/domain/doc';
import { MarkedText, type Marking } from './marked-text';
import type { Paragraph } from './passages';
import { directionOf } from './words';

/** Who speaks in a transcript, and when, above the first paragraph of what they say. */
function Speaker({ speaker, time, continues }: Speech) {
  const said = continues ? [time] : [speaker, time];
  const words = said.filter((part) => part != null).join(' · ');
  return words === '' ? null : <span className="speaker">{words}</span>;
}

/** The article's own headings stand below the page's, which take the first two levels. */
const headings = ['h3', 'h3', 'h3', 'h4', 'h5', 'h6'] as const;

/** A paragraph, heading or caption of the article, with its claims marked. */
export function ParagraphText({ paragraph, marking }: { paragraph: Paragraph; marking: Marking }) {
  const node = paragraph.block?.node;
  const { language } = marking.frame.article;
  const Tag = node?.type === 'heading' ? headings[node.attrs.level - 1]! : 'p';
  const kind = node?.type === 'heading' || node?.type === 'caption' ? ` ${node.type}` : '';
  return (
    <Tag className={`text${kind}`} lang={language} dir={directionOf(language)}>
      {node?.type === 'paragraph' && node.attrs && <Speaker {...node.attrs} />}
      <MarkedText runs={paragraph.runs} marking={marking} />
    </Tag>
  );
}

function Contained({ container, children }: { container: Container; children: ReactNode }) {
  if (container.type === 'blockquote') return <blockquote className="quoted">{children}</blockquote>;
  if (container.type === 'listItem') return <li>{children}</li>;
  if (container.type === 'bulletList') return <ul className="listed">{children}</ul>;
  return (
    <ol className="listed" start={container.attrs?.start ?? undefined}>
      {children}
    </ol>
  );
}

/** Paragraphs in the lists and quotations in which they stand; `draw` draws one. */
export function nested(paragraphs: Paragraph[], draw: (paragraph: Paragraph) => ReactNode, depth = 0): ReactNode[] {
  const drawn: ReactNode[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const first = paragraphs[at]!;
    const container = first.block?.within[depth];
    if (!container) {
      drawn.push(draw(first));
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < paragraphs.length && paragraphs[end]!.block?.within[depth] === container) end += 1;
    drawn.push(
      <Contained key={first.start} container={container}>
        {nested(paragraphs.slice(at, end), draw, depth + 1)}
      </Contained>,
    );
    at = end;
  }
  return drawn;
}
