export { safeHref } from '@/domain/safe-href';
export { type DocNode, docToProse, proseToDoc } from './doc';
export { citedNumbers, parseProse } from './parse';
export { plainProse } from './plain';
export { printProse } from './print';
export type { Inline, Item, Paragraph, ProseNode } from './tree';
