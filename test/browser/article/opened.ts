import { expect, type Page, test } from '@playwright/test';
import { type claim, serveArticle, text } from './pointing';

let served: Awaited<ReturnType<typeof serveArticle>>;
let failures: string[] = [];

/** Serves the article to the tests of a file, none of which may put anything on the console. */
export function serveToTests(): void {
  test.beforeAll(async () => {
    served = await serveArticle();
  });
  test.afterAll(() => served.close());
  test.afterEach(() => expect(failures).toEqual([]));
}

/** Goes to where the article will be. */
export async function visit(page: Page): Promise<void> {
  failures = [];
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(served.origin);
}

/** Opens the article there, with these claims in it. */
export async function open(page: Page, claims = [] as ReturnType<typeof claim>[]): Promise<void> {
  await visit(page);
  await page.evaluate(([text, claims]) => window.harness.mount(text, claims), [text, claims] as const);
  await expect(page.getByRole('textbox', { name: 'A fictional article' })).toBeVisible();
}

/** The button that offers to make a claim of what is selected. */
export const bubble = (page: Page) => page.getByRole('button', { name: 'Claim', exact: true });
