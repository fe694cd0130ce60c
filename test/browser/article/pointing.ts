import type { Page } from '@playwright/test';
import type { HighlightRange } from '@/components/article/article-editor';
import { serveArticle } from './serve';

export const text = [
  'The mayor said 41 trees were felled in Elm Street. Sen. Smith was not asked.',
  '',
  'Nobody counted 🌳🌳 the stumps, and naïve café owners complained about “the noise” for weeks on end.',
  'המועצה אמרה שהעצים נכרתו ביום שני',
  'The council will vote again.',
].join('\n');

/** The span of these words; of a later repeat with `from`. */
export function spanOf(words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The article does not say ${words}`);
  return { start, end: start + words.length };
}

export const claim = (id: string, words: string, more: Partial<HighlightRange> = {}): HighlightRange => ({
  id,
  ...spanOf(words),
  tone: 'none',
  state: 'draft',
  ...more,
});

/** Where words stand in the window: the left edge of the first and the right edge of the last letter, in mid-line. */
export async function placeOf(page: Page, words: string) {
  const { start, end } = spanOf(words);
  return page.evaluate(
    ([start, end]) => {
      const { editor } = window.harness;
      const blocks: { from: number; offset: number }[] = [];
      let offset = 0;
      editor!.state.doc.forEach((node, before) => {
        blocks.push({ from: before + 1, offset });
        offset += node.content.size + 1;
      });
      const position = (at: number) => {
        const block = blocks.findLast((each) => each.offset <= at)!;
        return block.from + at - block.offset;
      };
      const first = editor!.view.coordsAtPos(position(start!), 1);
      const last = editor!.view.coordsAtPos(position(end!), -1);
      return { x1: first.left, y1: (first.top + first.bottom) / 2, x2: last.left, y2: (last.top + last.bottom) / 2 };
    },
    [start, end],
  );
}

/** Draws a selection from the first to the last of these words with the mouse. */
export async function drag(page: Page, from: string, to = from): Promise<void> {
  const start = await placeOf(page, from);
  const end = await placeOf(page, to);
  await page.mouse.move(start.x1, start.y1);
  await page.mouse.down();
  await page.mouse.move((start.x1 + end.x2) / 2, (start.y1 + end.y2) / 2, { steps: 4 });
  await page.mouse.move(end.x2, end.y2, { steps: 4 });
  await page.mouse.up();
}

/** Puts the caret before these words by a click. */
export async function clickBefore(page: Page, words: string): Promise<void> {
  const { x1, y1 } = await placeOf(page, words);
  await page.mouse.click(x1 + 1, y1);
}

export async function clickOn(page: Page, words: string): Promise<void> {
  const { x1, x2, y1 } = await placeOf(page, words);
  await page.mouse.click((x1 + x2) / 2, y1);
}

/** What the article last said is selected, as words. */
export const selected = (page: Page): Promise<string | null> =>
  page.evaluate(() => window.harness.heard.selected).then((span) => span && text.slice(span.start, span.end));

/** What the page itself shows as selected. */
export const shown = (page: Page): Promise<string> => page.evaluate(() => String(getSelection()));

export { serveArticle };
