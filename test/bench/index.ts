import { resolve } from 'node:path';
import { benchAnchoring } from './anchoring';
import { benchDesk } from './desk';
import { benchHighlights } from './highlights';
import { benchImports } from './imports';
import { benchLive } from './live';
import { benchPublic } from './public';
import { benchSaves } from './saves';
import { benchSearch } from './search';
import { benchStart } from './start';
import { benchWorkspace } from './workspace';

/**
 * `npm run bench [-- NAME … FILE …]`: what is fast, measured and printed beside its yardstick. All of them by default.
 * Files, of revisions to measure anchoring on, are named from where the command was typed.
 */
const benches = new Map<string, (files: string[]) => void | Promise<void>>([
  ['anchoring', benchAnchoring],
  ['desk', benchDesk],
  ['highlights', benchHighlights],
  ['imports', benchImports],
  ['live', benchLive],
  ['public', benchPublic],
  ['saves', benchSaves],
  ['search', benchSearch],
  ['start', benchStart],
  ['workspace', benchWorkspace],
]);

const isFile = (argument: string): boolean => /\.jsonl(\.gz)?$/.test(argument);

const given = process.argv.slice(2);
const named = given.filter((argument) => !isFile(argument));
const files = given.filter(isFile).map((file) => resolve(process.env.INIT_CWD ?? '', file));
for (const name of named.length > 0 ? named : benches.keys()) {
  const bench = benches.get(name);
  if (!bench) throw new Error(`There is no bench "${name}". Choose from: ${[...benches.keys()].join(', ')}.`);
  await bench(files);
}
