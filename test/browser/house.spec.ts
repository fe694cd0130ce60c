import { expect, test } from '@playwright/test';

test('the desk answers with a policy under which only its own scripts run', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  expect(response?.headers()['content-security-policy']).toMatch(
    /script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/,
  );
  expect(errors).toEqual([]);
});
