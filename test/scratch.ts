import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for what a test keeps in files. Those of a run are taken away when it ends (`bin/setup/scratch.mjs`). */
export const newFolder = (): string => mkdtempSync(join(process.env.STET_SCRATCH ?? tmpdir(), 'stet-'));
