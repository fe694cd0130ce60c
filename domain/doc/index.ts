export {
  isPlain,
  isTextBlock,
  itemsOf,
  mapBlocks,
  type Placed,
  placedBlocks,
  plainDoc,
  textOfBlock,
  textOfDoc,
} from './blocks';
export { checkedDoc, docOfText } from './check';
export { withTexts } from './reword';
export {
  type ArticleDoc,
  type Block,
  type Blockquote,
  type BulletList,
  type Container,
  DEEPEST,
  type ListItem,
  type Mark,
  type OrderedList,
  type Speech,
  type TextBlock,
  type TextNode,
} from './schema';
export { claimantAt } from './speaker';
