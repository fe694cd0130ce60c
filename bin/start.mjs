import { begin } from './setup/begin.mjs';
import { ensureBuilt } from './setup/pages.mjs';
import { root } from './setup/root.mjs';

/**
 * `npm start`, and with --dev `npm run dev`: installs and builds what has changed, then serves. Until the packages
 * are installed nothing here may need one, so everything in TypeScript is imported after that.
 */
const dev = process.argv.includes('--dev');

await begin(async () => {
  const began = performance.now();
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  const { register } = await import('tsx/esm/api');
  register();
  process.setSourceMapsEnabled(false); // tsx turns them on, and then every error would read the pages' maps
  const { startHouse } = await import('./server/house.ts');
  const house = await startHouse(root);
  if (!dev) await ensureBuilt();
  const { default: next } = await import('next');
  const { default: state } = await import('next/dist/server/app-render/parse-and-validate-flight-router-state.js');
  await house.open({ next, checkRouterState: state.parseAndValidateFlightRouterState, dev });
  await house.announce(performance.now() - began);
});
