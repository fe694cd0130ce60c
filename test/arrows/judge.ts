import { posix } from 'node:path';
import { importsOf } from './imports';
import { wrongArrow, wrongLibrary } from './rules';

/** The sources of modules by their path from the root, `null` for what is there but imports nothing (CSS, JSON). */
export type House = Map<string, string | null>;

/** Every wrong arrow, misplaced library, import that cannot be followed, and import cycle, as sentences. */
export function judge(house: House): string[] {
  const faults: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [from, source] of house) {
    const imports = source === null ? [] : importsOf(from, source);
    const ours: string[] = [];
    for (const target of imports) {
      const path = pathOf(from, target);
      const to = path === null ? null : resolve(path, house);
      if (target === null) faults.push(`${from} imports something that is not written out.`);
      else if (path === null) faults.push(...some(wrongLibrary(from, target)));
      else if (to === null) faults.push(`${from} imports ${target}, which does not exist.`);
      else {
        ours.push(to);
        faults.push(...some(wrongArrow(from, to)));
      }
    }
    graph.set(from, ours);
  }
  return [...faults, ...cycles(graph).map((cycle) => `Import cycle: ${cycle.join(' → ')}.`)];
}

const some = (fault: string | null): string[] => (fault === null ? [] : [fault]);

/** Where an import points within the house, extension as written; null for a library. */
function pathOf(from: string, target: string | null): string | null {
  if (target?.startsWith('@/')) return posix.normalize(target.slice(2));
  return target?.startsWith('.') ? posix.join(posix.dirname(from), target) : null;
}

function resolve(path: string, house: House): string | null {
  const endings = ['', '.ts', '.tsx', '.mjs', '.d.ts', '/index.ts', '/index.tsx'];
  const candidates = endings.map((ending) => `${path.replace(/\/$/, '')}${ending}`);
  return candidates.find((each) => house.has(each)) ?? null;
}

/** Each cycle once, as the modules on it in order, the first repeated at the end. */
function cycles(graph: Map<string, string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (module: string): void => {
    const met = way.indexOf(module);
    if (met >= 0) found.push([...way.slice(met), module]);
    if (met >= 0 || done.has(module)) return;
    way.push(module);
    for (const next of graph.get(module) ?? []) walk(next);
    way.pop();
    done.add(module);
  };
  for (const module of graph.keys()) walk(module);
  return found;
}
