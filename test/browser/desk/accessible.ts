import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that a colour scheme can break: a page that holds all others in one holds them in the other. */
const ofColours = ['color-contrast', 'link-in-text-block'];

async function expectNothingFrom(axe: AxeBuilder, what: string): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));
  expect.soft(found, what).toEqual([]);
}

/** Expects that axe objects to nothing on the page as it stands, and that nothing makes it scroll sideways. */
export async function expectAccessible(page: Page, what = 'this page'): Promise<void> {
  await expectNothingFrom(new AxeBuilder({ page }).withTags(tags), what);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(beyond, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** The same of the page as it stands in light colours, and then that its dark colours can be told apart. */
export async function expectAccessibleInBoth(page: Page, what = 'this page'): Promise<void> {
  const at = `${what}, ${page.viewportSize()!.width} px`;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectAccessible(page, `${at}, light`);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNothingFrom(new AxeBuilder({ page }).withRules(ofColours), `${at}, dark`);
}
