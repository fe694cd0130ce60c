import { begin } from './setup/begin.mjs';
import { build } from './setup/pages.mjs';

await begin(() => build());
