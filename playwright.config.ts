import { defineConfig } from '@playwright/test';
import { findBrowser } from './bin/setup/browser.mjs';
import { makeScratch } from './bin/setup/scratch.mjs';

makeScratch();

/** Keeps Chromium from calling home, which on a machine without a network costs seconds. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/browser/server.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: !!process.env.CI,
  // patience for a machine on which much else runs: only what fails takes longer by it
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: process.env.STET_REPORT ? [['list'], ['json', { outputFile: `${process.env.STET_REPORT}` }]] : [['list']],
  use: {
    baseURL: process.env.STET_TEST_ORIGIN, // set by the global setup before a worker reads this
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 20_000,
    // pictures and snapshots of all that passes would cost a fifth of the run; `--trace on` takes them of one file
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser() ?? undefined, args: quiet },
  },
});
