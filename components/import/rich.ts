import type { SentContent } from '@/domain/contract/articles';

/** Content that is more than its text: HTML from a clipboard, or a draft's document that was gone back from. */
export type Rich = SentContent;

/** Longer than an article ever is, and than this browser could keep. */
const LONGEST = 2_000_000;
const SAYS_MORE = /<(?:h[1-6]|ul|ol|blockquote|table|figcaption|strong|em|b|i|a\s[^>]*href)[\s>]/i;

/** The clipboard's HTML where it holds more than the text beside it: headings, lists, quotations, links, emphasis. */
export function richOf(clipboard: DataTransfer): Rich | null {
  const content = clipboard.getData('text/html');
  return content.length <= LONGEST && SAYS_MORE.test(content) ? { format: 'html', content } : null;
}
