export { type DocNode, docToProse, proseToDoc } from './doc';
export { safeHref } from './href';
export { citedNumbers, parseProse } from './parse';
export { plainProse } from './plain';
export { printProse } from './print';
export type { Inline, Item, Paragraph, ProseNode } from './tree';
