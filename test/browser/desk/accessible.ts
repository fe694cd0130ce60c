import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that a colour scheme can break: a page that holds all others in one holds them in the other. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** A frame that has yet to go anywhere has no address. */
const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : null);

/** Milliseconds for which a frame may keep axe waiting. */
const FRAME = 15_000;

/**
 * axe on the page as it stands, asked to describe in full only what it objects to. It stays until the page is left, and
 * runs in one go, unless a frame is of another origin: into that it sees only piecewise, and is brought anew.
 */
async function axeOn(page: Page): Promise<AxeBuilder> {
  const frames = page.frames();
  const isOwn = frames.every((frame) => originOf(frame.url()) === originOf(page.url()));
  const has = isOwn ? await Promise.all(frames.map((frame) => frame.evaluate(() => 'axe' in window))) : [false];
  return new AxeBuilder({ page, axeSource: has.every(Boolean) ? 'void 0' : undefined })
    .options({ resultTypes: ['violations'], frameWaitTime: FRAME })
    .setLegacyMode(isOwn);
}

/** What axe objects to on the page, or by some rules only. A frame that was loaded anew under it never answers: once more. */
async function found(page: Page, narrowed = (axe: AxeBuilder) => axe) {
  const look = async () => (await narrowed(await axeOn(page)).analyze()).violations;
  const violations = await look().catch(async (thrown: Error) => {
    if (!/frame|navigation/i.test(thrown.message)) throw thrown;
    await Promise.all(page.frames().map((frame) => frame.waitForLoadState()));
    return look();
  });
  return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));
}

const inColours = (page: Page) => found(page, (axe) => axe.withRules(ofColours));

/** All that axe objects to, by each of its rules, on the page as it stands or in a part of it. */
export const objectionsTo = (page: Page, part?: string) =>
  found(page, (axe) => (part === undefined ? axe : axe.include(part)));

/** The same in light colours, and what the rules of colours object to in dark ones. */
export async function objectionsInBoth(page: Page) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await objectionsTo(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return [...light, ...(await inColours(page))];
}

/** Expects that axe objects to nothing on the page as it stands, and that nothing makes it scroll sideways. */
export async function expectAccessible(page: Page, what = 'this page'): Promise<void> {
  expect.soft(await found(page, (axe) => axe.withTags(tags)), what).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(beyond, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** The same of the page as it stands in light colours, and then that its dark colours can be told apart. */
export async function expectAccessibleInBoth(page: Page, what = 'this page'): Promise<void> {
  const at = `${what}, ${page.viewportSize()!.width} px`;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectAccessible(page, `${at}, light`);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await inColours(page), `${at}, dark`).toEqual([]);
}
