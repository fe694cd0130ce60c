import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that a colour scheme can break: a page that holds all others in one holds them in the other. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** A frame that has yet to go anywhere has no address. */
const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : null);

/**
 * axe on the page as it stands, asked to describe in full only what it objects to. It stays until the page is left, and
 * runs in one go, unless a frame is of another origin: into that it sees only piecewise, and is brought anew.
 */
async function axeOn(page: Page): Promise<AxeBuilder> {
  const frames = page.frames();
  const isOwn = frames.every((frame) => originOf(frame.url()) === originOf(page.url()));
  const has = isOwn ? await Promise.all(frames.map((frame) => frame.evaluate(() => 'axe' in window))) : [false];
  return new AxeBuilder({ page, axeSource: has.every(Boolean) ? 'void 0' : undefined })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(isOwn);
}

const found = async (axe: AxeBuilder) =>
  (await axe.analyze()).violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));

/** All that axe objects to, by each of its rules, on the page as it stands or in a part of it. */
export async function objectionsTo(page: Page, part?: string) {
  const axe = await axeOn(page);
  return found(part === undefined ? axe : axe.include(part));
}

/** The same in light colours, and what the rules of colours object to in dark ones. */
export async function objectionsInBoth(page: Page) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await objectionsTo(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return [...light, ...(await found((await axeOn(page)).withRules(ofColours)))];
}

/** Expects that axe objects to nothing on the page as it stands, and that nothing makes it scroll sideways. */
export async function expectAccessible(page: Page, what = 'this page'): Promise<void> {
  expect.soft(await found((await axeOn(page)).withTags(tags)), what).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(beyond, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** The same of the page as it stands in light colours, and then that its dark colours can be told apart. */
export async function expectAccessibleInBoth(page: Page, what = 'this page'): Promise<void> {
  const at = `${what}, ${page.viewportSize()!.width} px`;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectAccessible(page, `${at}, light`);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await found((await axeOn(page)).withRules(ofColours)), `${at}, dark`).toEqual([]);
}
