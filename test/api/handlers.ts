/// <reference types="vite/types/importMeta.d.ts" />
type Params = Record<string, string | string[]>;
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response> | Response;
type Module = Partial<Record<string, Handler>>;

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** One file of route handlers, and the addresses it answers in the contract's notation: `/api/v1/claims/{id}`. */
type Entry = { path: string; load: () => Promise<Module> };

const files = import.meta.glob<Module>('../../app/**/route.{ts,tsx}');
const entries: Entry[] = Object.entries(files).map(([file, load]) => ({ path: addressOf(file), load }));

/** As Next reads folders: groups in parentheses are no part of the address, `[id]` stands for anything. */
function addressOf(file: string): string {
  const folders = file.split('/').slice(3, -1);
  const steps = folders.filter((folder) => !/^\(.*\)$/.test(folder));
  return `/${steps.map((step) => step.replace(/^\[(.+)\]$/, '{$1}')).join('/')}`;
}

/** Every handler there is, as `GET /api/v1/claims/{id}`. */
export async function allHandlers(): Promise<string[]> {
  const named = entries.map(async ({ path, load }) => {
    const module = await load();
    return methods.filter((method) => module[method]).map((method) => `${method} ${path}`);
  });
  return (await Promise.all(named)).flat().sort();
}

type Found = { path: string; params: Params; handler: Handler | undefined };

/** The handler that Next would choose for a request: the most literal address that fits; undefined for no such method. */
export async function handlerFor(method: string, pathname: string): Promise<Found | null> {
  const fitting = entries.flatMap((entry) => {
    const params = paramsIn(entry.path, pathname);
    return params ? [{ entry, params }] : [];
  });
  const [best] = fitting.sort((a, b) => looseness(a.entry.path) - looseness(b.entry.path));
  if (!best) return null;
  const module = await best.entry.load();
  return { path: best.entry.path, params: best.params, handler: module[method] };
}

const looseness = (path: string): number => (path.includes('{...') ? 100 : (path.match(/\{/g)?.length ?? 0));

function paramsIn(path: string, pathname: string): Params | null {
  const names: string[] = [];
  const pattern = path.replace(/\{(\.{3})?([^}]+)\}|[^{]+/g, (part, rest?: string, name?: string) => {
    if (name === undefined) return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    names.push(rest ? `...${name}` : name);
    return rest ? '(.+)' : '([^/]+)';
  });
  const found = new RegExp(`^${pattern}$`).exec(pathname);
  if (!found) return null;
  const read = (name: string, value: string) =>
    name.startsWith('...')
      ? [name.slice(3), value.split('/').map(decodeURIComponent)]
      : [name, decodeURIComponent(value)];
  return Object.fromEntries(names.map((name, index) => read(name, found[index + 1]!)));
}
