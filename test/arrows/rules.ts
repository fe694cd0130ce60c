/** The rooms, and which rooms, or parts of rooms, each may import besides itself. */
const arrows: Record<string, string[]> = {
  app: ['components', 'db', 'formats', 'domain'],
  components: ['client', 'domain', 'formats/prose'],
  client: ['domain'],
  db: ['domain'],
  formats: ['domain'],
  domain: [],
  bin: ['db', 'formats', 'components/reader', 'domain'],
};

/** Libraries that only some may import; `where` names rooms, parts of rooms or single modules. */
const homes: { what: string; library: RegExp; where: string[] }[] = [
  { what: 'Tiptap', library: /^(@tiptap\/|prosemirror-)/, where: ['components'] },
  { what: 'SQL', library: /^(drizzle-orm|@libsql\/client|libsql)(\/|$)/, where: ['db'] },
  { what: 'Next', library: /^next\/(link|navigation)$/, where: ['app', 'components', 'bin/start.mjs'] },
  { what: 'Next', library: /^next(\/(?!(link|navigation)$)|$)/, where: ['app', 'bin/start.mjs'] },
  { what: 'React', library: /^react(-dom)?(\/|$)/, where: ['app', 'components', 'bin'] },
  {
    what: 'A parser',
    library: /^(mdast-|micromark|remark|hast-|rehype|parse5|htmlparser2|linkedom|cheerio|turndown|mammoth|chrono-node)/,
    where: ['formats'],
  },
  {
    what: 'A parser',
    library: /^(@mozilla\/readability|fast-xml-parser|saxes|papaparse|fflate|jszip|yauzl)(\/|$)/,
    where: ['formats'],
  },
  { what: 'A printer', library: /^(csv-stringify|docx|fontkit|sharp|schema-dts)(\/|$)/, where: ['formats'] },
  { what: 'A mailer', library: /^nodemailer(\/|$)/, where: ['formats/outgoing'] },
  { what: 'Node', library: /^node:/, where: ['app', 'db', 'formats', 'bin'] },
];

/** All that the domain may import, so that it runs the same everywhere. */
const domainLibraries = /^(zod|@noble\/hashes|tldts)(\/|$)/;
/** Used by the browser too, although it stands in a room of the server's. */
const browserPart = 'formats/prose';

/** The room a module belongs to; null for tests and the configuration of tools, which may import anything. */
export function roomOf(path: string): string | null {
  if (path === 'proxy.ts' || path === 'instrumentation.ts') return 'app';
  const [top = ''] = path.split('/');
  return top in arrows ? top : null;
}

/** Whether a path is a part of the house (a folder or a module, extension aside) or within it. */
const within = (path: string, part: string): boolean =>
  path === part || roomOf(path) === part || path.startsWith(`${part}/`) || path.replace(/\.\w+$/, '') === part;

/** Why a module may not import another of ours, or null when it may. */
export function wrongArrow(from: string, to: string): string | null {
  const room = roomOf(from);
  if (room === null) return null;
  const itself = within(from, browserPart) ? browserPart : room;
  const allowed = [itself, ...arrows[room]!];
  if (allowed.some((part) => within(to, part))) return null;
  return `${from} may not import ${to}: ${itself} may import ${allowed.slice(1).join(', ') || 'itself only'}.`;
}

/** Why a module may not import a library, or null when it may. */
export function wrongLibrary(from: string, library: string): string | null {
  const room = roomOf(from);
  if (room === null) return null;
  if (room === 'domain' && !domainLibraries.test(library)) {
    return `${from} may not import ${library}: domain may import zod, @noble/hashes and tldts only.`;
  }
  const home = homes.find((each) => each.library.test(library));
  if (!home) return null;
  const atHome = home.where.some((part) => room === part || within(from, part));
  if (atHome && !(home.what === 'Node' && within(from, browserPart))) return null;
  return `${from} may not import ${library}: ${home.what} belongs in ${home.where.join(', ')}.`;
}
