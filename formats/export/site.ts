import { strToU8 } from 'fflate';
import { addressOf, type Payload } from '@/domain/edition';
import { type Asset, readerAssets } from './assets';
import { exportDocuments } from './documents';
import { verifyFiles } from './verify-page';

/** A file of an exported edition, its path relative and with `/`. */
export type SiteFile = { path: string; bytes: Uint8Array };

/** A page as it is served: its address there, and its HTML. */
export type SitePage = { address: string; html: string };

export type Site = {
  payload: Payload;
  digest: string;
  /** where the editions are served, `https://desk.example`: links to what is not in the folder lead there */
  origin: string;
  /** the page of the edition, and those of its claims */
  pages: SitePage[];
};

/** Where the file of a page or document is in the folder, by the address under which it is served. */
function placesOf({ payload }: Site, assets: Asset[]): Map<string, string> {
  const { article, edition } = payload.frame;
  const places = new Map(assets.map(({ name }) => [`/assets/${name}`, `assets/${name}`]));
  places.set('/verifying', 'verify.html');
  // the newest edition's address too: in the folder there is one edition
  for (const here of [addressOf(article.slug), addressOf(article.slug, edition.number)]) {
    places.set(here, 'index.html').set(`${here}.json`, 'payload.json');
    for (const { name } of exportDocuments) places.set(`${here}/${name}`, name);
    for (const entry of payload.claims) {
      if ('claim' in entry) places.set(`${here}/claims/${entry.claim.k}`, `claims/${entry.claim.k}.html`);
    }
  }
  return places;
}

const attribute = /(rel="canonical")? (href|src)="([^"]*)"/g;

/** A page whose links lead to files beside it or, for what is not there, to where the editions are served. */
function relinked(html: string, path: string, places: ReadonlyMap<string, string>, origin: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  return html.replace(attribute, (whole, canonical: string | undefined, name: string, value: string) => {
    if (canonical) return `${canonical} ${name}="${value.startsWith('/') ? origin : ''}${value}"`;
    const local = value.startsWith(`${origin}/`) ? value.slice(origin.length) : value;
    if (!local.startsWith('/')) return whole;
    const [address = '', fragment] = local.split('#', 2);
    const file = places.get(address);
    const target = file ? `${up}${file}` : `${origin}${address}`;
    return ` ${name}="${target}${fragment === undefined ? '' : `#${fragment}`}"`;
  });
}

/**
 * An edition as a folder that opens from disk without a server: its pages with styles and fonts, the published record,
 * every document made of it, and a page that verifies the record. The same for the same edition, byte for byte.
 */
export async function siteOf(site: Site): Promise<SiteFile[]> {
  const { payload, origin } = site;
  const assets = readerAssets().all;
  const places = placesOf(site, assets);
  const pages = site.pages.map(({ address, html }): SiteFile => {
    const path = places.get(address);
    if (!path) throw new Error(`${address} is no page of this edition`);
    return { path, bytes: strToU8(relinked(html, path, places, origin)) };
  });
  const documents = await Promise.all(
    exportDocuments.map(async ({ name, ofEdition }) => {
      const made = await ofEdition(payload, origin);
      return { path: name, bytes: typeof made === 'string' ? strToU8(made) : made };
    }),
  );
  const files = [
    ...pages,
    ...documents,
    ...assets.map(({ name, bytes }) => ({ path: `assets/${name}`, bytes })),
    ...verifyFiles(site, readerAssets().css.name),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
