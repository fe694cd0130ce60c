import { expect, test } from '@playwright/test';
import { bubble, open, serveToTests, visit } from './article/opened';
import type {} from './article/page';
import { claim, clickBefore, clickOn, drag, placeOf, selected, spanOf, text } from './article/pointing';
import { objectionsInBoth } from './desk/accessible';

serveToTests();

test.describe('claims in the text', () => {
  const pile = () => [
    claim('sentence', 'The mayor said 41 trees were felled in Elm Street.', { tone: 'mixed', state: 'submitted' }),
    claim('figure', '41 trees', { tone: 'false', state: 'approved' }),
    claim('middle', 'said 41 trees were felled', { tone: 'none', state: 'draft' }),
  ];

  test('are flat marks that name the claims above them, and never change the text', async ({ page }) => {
    await open(page, pile());
    await expect(page.locator('.claim-mark')).toHaveText([
      'The mayor ',
      'said ',
      '41 trees',
      ' were felled',
      ' in Elm Street.',
    ]);
    await expect(page.locator('[data-depth="3"]')).toHaveAttribute('data-claims', 'figure middle sentence');
    await expect(page.locator('[data-depth="3"]')).toHaveAttribute('data-tone', 'false');
    expect(await page.getByRole('textbox').evaluate((element) => element.textContent)).toBe(text.replaceAll('\n', ''));
  });

  test('are activated in turn by clicks, smallest first; bare text leaves none active', async ({ page }) => {
    await open(page, pile());
    for (let click = 0; click < 4; click += 1) {
      await clickOn(page, '41 trees');
      await page.waitForTimeout(600); // a click sooner would be part of a double click
    }
    await clickOn(page, 'The council');
    expect(await page.evaluate(() => window.harness.heard.activated)).toEqual([
      'figure',
      'middle',
      'sentence',
      'figure',
      null,
    ]);
  });

  test('show which one is active over all it covers', async ({ page }) => {
    await open(page, pile());
    await page.evaluate((claims) => window.harness.show(claims, 'middle'), pile());
    await expect(page.locator('[data-active]')).toHaveText(['said ', '41 trees', ' were felled']);
  });

  test('stand where the margin is told, and come into view when asked', async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 200 });
    await open(page, [...pile(), claim('last', 'vote again')]);
    await expect.poll(() => page.evaluate(() => window.harness.tops.size)).toBe(4);
    const tops = await page.evaluate(() => {
      const from = document.querySelector('.article-text')!.getBoundingClientRect().top;
      const mark = document.querySelector('[data-claims=last]')?.getBoundingClientRect().top ?? Number.NaN;
      return { told: window.harness.tops.get('last')!, stands: mark - from };
    });
    expect(Math.abs(tops.told - tops.stands)).toBeLessThan(3);
    await page.evaluate(() => window.harness.article!.scrollTo('last'));
    await expect(page.locator('[data-claims=last]')).toBeInViewport();
    const rect = await page.evaluate(() => window.harness.article!.rectOf('last'));
    expect(rect!.bottom).toBeGreaterThan(rect!.top);
    await page.evaluate(() => scrollTo(0, 0));
    await page.setViewportSize({ width: 390, height: 200 });
    await expect.poll(() => page.evaluate(() => window.harness.tops.get('last')!)).toBeGreaterThan(tops.told);
  });

  test('are left for a place in the text that is named, which has the focus then', async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 200 });
    await open(page);
    await page.evaluate((span) => window.harness.article!.place(span), spanOf('ote agai'));
    await expect(page.getByRole('textbox')).toBeFocused();
    await expect.poll(() => selected(page)).toBe('ote agai');
    expect(await page.evaluate(() => window.harness.article!.selection())).toEqual(spanOf('ote agai'));
    await expect(page.locator('.article-text p').last()).toBeInViewport();
  });

  test('take the selection as their new span from the bubble', async ({ page }) => {
    await open(page, pile());
    await page.evaluate((claims) => window.harness.show(claims, 'figure'), pile());
    await drag(page, 'the stumps');
    await page.getByRole('button', { name: 'Move claim here' }).click();
    expect(await page.evaluate(() => window.harness.heard.moved)).toEqual([spanOf('the stumps')]);
  });

  test('are redrawn in no other block than their own', async ({ page }) => {
    await open(page, [claim('a', 'mayor'), claim('b', 'stumps')]);
    const kept = await page.evaluateHandle(() => document.querySelector('[data-claims=a]')!);
    await page.evaluate((claims) => window.harness.show(claims), [claim('a', 'mayor'), claim('b', 'café')]);
    await expect(page.locator('[data-claims=b]')).toHaveText('café');
    expect(await kept.evaluate((mark) => mark.isConnected)).toBe(true);
  });
});

test('nothing changes the text: keys, paste, cut, drop, input methods or commands; copying works', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, [claim('a', 'mayor said 41')]);
  const article = page.getByRole('textbox');
  const before = await article.evaluate((element) => element.innerHTML);
  const same = async (what: string) => {
    await page.waitForTimeout(50);
    expect(await article.evaluate((element) => element.innerHTML), what).toBe(before);
    expect(
      await page.evaluate(() =>
        window.harness.editor!.state.doc.textBetween(0, window.harness.editor!.state.doc.content.size, '\n'),
      ),
      what,
    ).toBe(text);
  };
  await clickBefore(page, 'felled');
  await page.keyboard.type('abc');
  for (const key of [
    'Enter',
    'Shift+Enter',
    'Backspace',
    'Delete',
    'Control+Backspace',
    'Control+Delete',
    'Control+b',
  ]) {
    await page.keyboard.press(key);
    await same(key);
  }
  await page.keyboard.insertText('中文');
  await same('text inserted by an input method');

  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await session.send('Input.imeSetComposition', { text: 'にほんご', selectionStart: 4, selectionEnd: 4 });
  await same('a composition under way');
  await session.send('Input.insertText', { text: '日本語' });
  await same('a composition');
  await page.keyboard.press('ArrowRight');

  await drag(page, 'trees were felled');
  await expect.poll(() => selected(page)).toBe('trees were felled');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('trees were felled');
  for (const key of ['x', 'Control+x', 'Control+v', 'Control+Shift+v', 'Control+z', 'Control+y']) {
    await page.keyboard.press(key);
    await same(key);
  }
  await session.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '蚊' });
  await same('a composition over a selection');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('z');
  await same('everything deleted');
  for (const command of [
    'insertText',
    'insertHTML',
    'delete',
    'forwardDelete',
    'cut',
    'bold',
    'insertParagraph',
    'undo',
  ]) {
    await page.evaluate((name) => document.execCommand(name, false, 'x'), command);
    await same(`execCommand ${command}`);
  }
  const { x1, y1 } = await placeOf(page, 'Nobody');
  await page.evaluate(
    ([x, y]) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'dropped');
      data.setData('text/html', '<b>dropped</b>');
      const target = document.elementFromPoint(x!, y!)!;
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, clientX: x, clientY: y, bubbles: true, cancelable: true }),
        );
      }
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [x1, y1],
  );
  await same('a drop and a paste');
  await clickBefore(page, 'Nobody');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => selected(page), 'the caret still works').toBe('Nobody');
});

test('the text stands where it stood before the editor came', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 800 });
  await visit(page);
  const places = () =>
    page.locator('.article-text p').evaluateAll((all) =>
      all.map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return { x, y, width, height, words: each.textContent };
      }),
    );
  await page.evaluate((text) => window.harness.mountPlain(text), text);
  const before = await places();
  expect(before.map(({ words }) => words).join('\n')).toBe(text);
  await page.evaluate((text) => window.harness.mount(text, []), text);
  await expect(page.getByRole('textbox')).toBeVisible();
  expect(await places()).toEqual(before);
});

test('axe finds nothing, light and dark, with and without a selection', async ({ page }) => {
  const tones = ['false', 'mostly-false', 'mixed', 'mostly-true', 'true', 'misleading', 'unproven', 'not-checkable'];
  const words = ['mayor', '41', 'trees', 'felled', 'Elm', 'Smith', 'counted', 'stumps'];
  await open(page, [
    ...tones.map((tone, i) => claim(tone, words[i]!, { tone, label: `Claim ${i}: ${tone}, draft` })),
    claim('wide', 'The mayor said 41 trees were felled', { tone: 'mixed' }),
  ]);
  expect(await objectionsInBoth(page)).toEqual([]);
  await drag(page, 'the noise');
  await expect(bubble(page)).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
});
