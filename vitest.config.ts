import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { makeScratch } from './bin/setup/scratch.mjs';

makeScratch();

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    maxWorkers: '100%',
    testTimeout: process.env.STET_SOAK ? 900_000 : 30_000,
    hookTimeout: 120_000,
  },
});
