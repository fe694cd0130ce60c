import { type Foreign, isolated } from './foreign';

/** What a line is made of: our words, somebody's words, and links, which a plain text shows by their address. */
export type Run = string | Foreign | { href: string; label: string | Foreign };
export type Line = readonly Run[];

/** A message is made of blocks once, so that its plain text and its HTML say the same. */
export type Block =
  | { is: 'paragraph' | 'foot'; lines: readonly Line[] }
  /** what somebody did, to what, and where that belongs */
  | { is: 'item'; lines: readonly Line[] };

export const paragraph = (...lines: Line[]): Block => ({ is: 'paragraph', lines });
export const item = (...lines: Line[]): Block => ({ is: 'item', lines });
export const foot = (...lines: Line[]): Block => ({ is: 'foot', lines });

const plain = (words: string | Foreign): string => (typeof words === 'string' ? words : isolated(words));

/** Addresses stand on a line of their own, where every mail reader finds their end. */
const runAsText = (run: Run): string =>
  typeof run === 'object' && 'href' in run ? `${plain(run.label)}\n${run.href}` : plain(run);

const blockAsText = ({ is, lines }: Block): string => {
  const text = lines.map((line) => line.map(runAsText).join('')).join('\n');
  if (is === 'item') return text.replace(/^/gm, '  ');
  return is === 'foot' ? `-- \n${text}` : text; // what follows such a line is a signature (RFC 3676, 4.3)
};

export const asText = (blocks: readonly Block[]): string => `${blocks.map(blockAsText).join('\n\n')}\n`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const marked = (words: string | Foreign): string =>
  typeof words === 'string' ? escaped(words) : `<bdi dir="auto">${escaped(words.foreign)}</bdi>`;
const runAsHtml = (run: Run): string =>
  typeof run === 'object' && 'href' in run ? `<a href="${escaped(run.href)}">${marked(run.label)}</a>` : marked(run);

/** Colours and sizes are the reader's own, so that it is as light or dark as they have it. */
const styles: Record<Block['is'], string> = {
  paragraph: 'margin:0 0 1.25em',
  item: 'margin:0 0 1.25em;padding-inline-start:1em;border-inline-start:2px solid #888',
  foot: 'margin:2em 0 0;font-size:0.875em',
};
const blockAsHtml = ({ is, lines }: Block): string =>
  `<p style="${styles[is]}">${lines.map((line) => line.map(runAsHtml).join('')).join('<br>\n')}</p>`;

/** A page of plain HTML: nothing is fetched for it, and nothing tells whether it was read. */
export const asHtml = (title: string, blocks: readonly Block[]): string => `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
</head>
<body style="margin:0;padding:1.5em;font:1em/1.5 Georgia,'Times New Roman',serif">
<div style="max-width:36em">
${blocks.map(blockAsHtml).join('\n')}
</div>
</body>
</html>
`;
