import { expect, type Page, test } from '@playwright/test';
import type {} from './article/page';
import {
  claim,
  clickBefore,
  clickOn,
  drag,
  placeOf,
  selected,
  serveArticle,
  shown,
  spanOf,
  text,
} from './article/pointing';
import { objectionsInBoth } from './desk/accessible';

let served: Awaited<ReturnType<typeof serveArticle>>;
let failures: string[] = [];

test.beforeAll(async () => {
  served = await serveArticle();
});
test.afterAll(() => served.close());

async function open(page: Page, claims = [] as ReturnType<typeof claim>[]): Promise<void> {
  failures = [];
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(served.origin);
  await page.evaluate(([text, claims]) => window.harness.mount(text, claims), [text, claims] as const);
  await expect(page.getByRole('textbox', { name: 'A fictional article' })).toBeVisible();
}

test.afterEach(() => expect(failures).toEqual([]));

const bubble = (page: Page) => page.getByRole('button', { name: 'Claim', exact: true });

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
  await page.goto(served.origin);
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
