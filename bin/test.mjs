import { begin } from './setup/begin.mjs';

await begin(async () => {
  throw new Error('Not there yet: run the steps one by one (tsc, biome, vitest, playwright).');
});
