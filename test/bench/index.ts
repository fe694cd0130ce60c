import { benchHighlights } from './highlights';
import { benchSaves } from './saves';
import { benchWorkspace } from './workspace';

/** `npm run bench [-- NAME …]`: what is fast, measured and printed beside its yardstick. All of them by default. */
const benches = new Map<string, () => Promise<void>>([
  ['highlights', benchHighlights],
  ['saves', benchSaves],
  ['workspace', benchWorkspace],
]);

const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : benches.keys()) {
  const bench = benches.get(name);
  if (!bench) throw new Error(`There is no bench "${name}". Choose from: ${[...benches.keys()].join(', ')}.`);
  await bench();
}
