import { expect, test } from '@playwright/test';

for (const path of ['/setup', '/sign-in', '/no-such-page', '/articles/no-such-article']) {
  test(`${path} runs its own scripts and styles under a policy that lets no others run`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()));
    const response = await page.goto(path);
    const policy = response!.headers()['content-security-policy'];
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/);
    await expect(page.locator('script[src]').first()).toBeAttached();
    await page.waitForLoadState('networkidle');
    expect(refused).toEqual([]);

    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<b id="probe" onclick="window.ran = 1">'));
    await page.locator('#probe').dispatchEvent('click');
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
}

test('each answer has a nonce of its own', async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get('/sign-in')).headers()['content-security-policy']),
  );
  expect(policies[0]).not.toBe(policies[1]);
});
