import { expect, type Page, test } from '@playwright/test';
import { bubble, open, serveToTests } from './article/opened';
import type {} from './article/page';
import { claim, clickBefore, drag, placeOf, selected, shown, spanOf, text } from './article/pointing';

serveToTests();

test.describe('a selection by mouse', () => {
  test('snaps to whole words and offers a claim', async ({ page }) => {
    await open(page);
    await drag(page, 'ees were fell');
    await expect.poll(() => selected(page)).toBe('trees were felled');
    expect(await shown(page)).toBe('trees were felled');
    await bubble(page).click();
    expect(await page.evaluate(() => window.harness.heard.created)).toEqual([spanOf('trees were felled')]);
    await expect(page.locator('.claim-mark')).toHaveText('trees were felled');
    await expect(bubble(page)).toBeHidden();
  });

  test('stays as drawn with Alt held on release', async ({ page }) => {
    await open(page);
    await page.keyboard.down('Alt');
    await drag(page, 'ees were fell');
    await page.keyboard.up('Alt');
    await expect.poll(() => selected(page)).toBe('ees were fell');
    expect(await shown(page)).toBe('ees were fell');
  });

  test('may run backwards and keeps its direction', async ({ page }) => {
    await open(page);
    const { x1, x2, y1 } = await placeOf(page, 'ees were fell');
    await page.mouse.move(x2, y1);
    await page.mouse.down();
    await page.mouse.move(x1, y1, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => selected(page)).toBe('trees were felled');
    expect(
      await page.evaluate(
        () => window.harness.editor!.state.selection.head < window.harness.editor!.state.selection.anchor,
      ),
    ).toBe(true);
  });

  test('may cross paragraphs', async ({ page }) => {
    await open(page);
    await drag(page, 'Smith was not asked', 'Nobody counted');
    await expect.poll(() => selected(page)).toBe('Smith was not asked.\n\nNobody counted');
    await bubble(page).click();
    await expect(page.locator('.claim-mark')).toHaveText(['Smith was not asked.', 'Nobody counted']);
  });

  test('of a press inside the old selection starts afresh', async ({ page }) => {
    await open(page);
    await drag(page, 'trees were felled in Elm');
    await expect.poll(() => selected(page)).toBe('trees were felled in Elm');
    await drag(page, 'were felled');
    await expect.poll(() => selected(page)).toBe('were felled');
  });

  test('by triple click is the paragraph and no more', async ({ page }) => {
    await open(page);
    const { x1, y1 } = await placeOf(page, 'Nobody counted');
    await page.mouse.click(x1 + 10, y1, { clickCount: 3 });
    await expect.poll(() => selected(page)).toBe(text.split('\n')[2]);
  });

  test('by double click is the word', async ({ page }) => {
    await open(page);
    const { x1, y1 } = await placeOf(page, 'naïve');
    await page.mouse.dblclick(x1 + 10, y1);
    await expect.poll(() => selected(page)).toBe('naïve');
  });

  test('takes emoji whole and right-to-left words as they are read', async ({ page }) => {
    await open(page);
    await drag(page, 'counted 🌳🌳 the');
    await expect.poll(() => selected(page)).toBe('counted 🌳🌳 the');
    await drag(page, 'אמרה שהעצים');
    await expect.poll(() => selected(page)).toBe('אמרה שהעצים');
    await bubble(page).click();
    await expect(page.locator('.claim-mark')).toHaveText('אמרה שהעצים');
    await expect(page.locator('p[dir=auto]', { hasText: 'המועצה' })).toHaveCSS('direction', 'rtl');
  });

  test('ends with a click on bare text, and the bubble with it', async ({ page }) => {
    await open(page);
    await drag(page, 'trees were felled');
    await expect(bubble(page)).toBeVisible();
    await clickBefore(page, 'Nobody');
    await expect.poll(() => selected(page)).toBeNull();
    await expect(bubble(page)).toBeHidden();
  });
});

test.describe('a selection by keyboard alone', () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('textbox')).toBeFocused();
  });

  test('by characters snaps when Shift is released', async ({ page }) => {
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.down('Shift');
    for (let i = 0; i < 7; i += 1) await page.keyboard.press('ArrowRight');
    expect(await selected(page)).toBeNull();
    await page.keyboard.up('Shift');
    await expect.poll(() => selected(page)).toBe('mayor said');
    expect(await shown(page)).toBe('mayor said');
  });

  test('by words', async ({ page }) => {
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await expect.poll(() => selected(page)).toBe('The mayor');
  });

  test('by sentences', async ({ page }) => {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await expect.poll(() => selected(page)).toBe('Sen. Smith was not asked.');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => selected(page)).toBeNull();
    expect(await page.evaluate(() => window.harness.article!.sentenceSpan())).toEqual(
      spanOf('Sen. Smith was not asked.'),
    );
  });

  test('of everything', async ({ page }) => {
    await page.keyboard.press('Control+a');
    await expect.poll(() => selected(page)).toBe(text);
  });

  test('reaches the bubble with Tab, makes the claim and keeps the place', async ({ page }) => {
    await page.keyboard.press('Control+Shift+ArrowRight');
    await expect(bubble(page)).toBeVisible();
    await expect(page.getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(bubble(page)).toBeFocused();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => window.harness.heard.created)).toEqual([{ start: 0, end: 3 }]);
    await expect(bubble(page)).toBeHidden();
    await page.evaluate(() => window.harness.article!.focus());
    await page.keyboard.press('Control+Shift+ArrowRight');
    await expect.poll(() => selected(page)).toBe('mayor');
  });

  test('opens the claim at the caret with Enter and says what stands there', async ({ page }) => {
    await page.evaluate(
      (claims) => window.harness.show(claims),
      [claim('a', 'The mayor', { label: 'Claim 1: false, draft' })],
    );
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[aria-live]')).toHaveText('Claim 1: false, draft');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => window.harness.heard.activated)).toEqual(['a']);
  });
});

test.describe('a selection by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  /** What a long press and its handles do; a browser without a window has no long press of its own. */
  async function press(page: Page, from: number, to: number): Promise<void> {
    const { x1, y1 } = await placeOf(page, 'mayor');
    await page.touchscreen.tap(x1 + 4, y1);
    await page.evaluate(
      ([from, to]) => {
        const words = document.querySelector('.article-text p')!.firstChild!;
        getSelection()!.setBaseAndExtent(words, from!, words, to!);
      },
      [from, to],
    );
  }

  test('is left to its handles in the page, means whole words, and a tap on the bubble makes the claim', async ({
    page,
  }) => {
    await open(page);
    await press(page, 6, 12);
    await expect.poll(() => selected(page)).toBe('mayor said');
    expect(await shown(page)).toBe('yor sa');
    await bubble(page).tap();
    expect(await page.evaluate(() => window.harness.heard.created)).toEqual([spanOf('mayor said')]);
    await expect(bubble(page)).toBeHidden();
  });

  test('of a claim that is tapped activates it', async ({ page }) => {
    await open(page, [claim('a', 'mayor')]);
    const { x1, y1 } = await placeOf(page, 'mayor');
    await page.touchscreen.tap(x1 + 8, y1);
    await expect.poll(() => page.evaluate(() => window.harness.heard.activated)).toEqual(['a']);
  });

  test('tells no keyboard to open', async ({ page }) => {
    await open(page);
    await expect(page.getByRole('textbox')).toHaveAttribute('inputmode', 'none');
  });
});
