import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout: every path that set-up touches starts here, wherever a command was typed. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the built pages are. */
export const distDir = () => resolve(root, process.env.STET_DIST_DIR || '.next');
