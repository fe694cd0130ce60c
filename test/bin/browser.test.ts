import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newFolder } from '@/test/scratch';
import { findBrowser } from '../../bin/setup/browser.mjs';

let folder: string;
beforeEach(() => {
  folder = newFolder();
  vi.stubEnv('PATH', folder);
  vi.stubEnv('CHROMIUM_PATH', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('the browser named in CHROMIUM_PATH comes first', () => {
  writeFileSync(join(folder, 'chromium'), '');
  vi.stubEnv('CHROMIUM_PATH', '/opt/chromium/chrome');
  expect(findBrowser()).toBe('/opt/chromium/chrome');
});

test.each(['chromium', 'chromium-browser', 'google-chrome'])('else a system’s own %s is found', (name) => {
  writeFileSync(join(folder, name), '');
  expect(findBrowser()).toBe(join(folder, name));
});

test('else it is left to Playwright', () => {
  expect(findBrowser() ?? '').not.toContain(folder);
});
