import { expect, type Locator, type Page } from '@playwright/test';

/** The article's text in a workspace, once it takes selections. */
export async function articleText(page: Page): Promise<Locator> {
  const text = page.locator('.article-text[contenteditable]');
  await expect(text).toBeVisible();
  return text;
}

/** Where words stand in the window: the left edge of the first letter and the right edge of the last, in mid-line. */
async function placeOf(page: Page, words: string) {
  const text = await articleText(page);
  await text.getByText(words).first().scrollIntoViewIfNeeded();
  return text.evaluate((element, words) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent!.indexOf(words);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + words.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0]!, rects.at(-1)!];
      const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2;
      return { x1: first.left + 2, y1: middle(first), x2: last.right - 2, y2: middle(last) };
    }
    throw new Error(`“${words}” is not in the article in one piece`);
  }, words);
}

/** Draws over words of the article with the mouse. */
export async function drawOver(page: Page, words: string): Promise<void> {
  const { x1, y1, x2, y2 } = await placeOf(page, words);
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move((x1 + x2) / 2, (y1 + y2) / 2, { steps: 4 });
  await page.mouse.move(x2, y2, { steps: 4 });
  await page.mouse.up();
}
