import { createHash } from 'node:crypto';
import type { ReactElement } from 'react';
import { prerender } from 'react-dom/static';
import { matches } from '@/app/api/door/conditions';
import { MissingPage, type Way } from '@/components/reader/missing-page';
import { readerAssets } from '@/formats/export/assets';

/** How long others may keep an answer: a numbered edition for a minute, everything else only if they ask each time. */
export type Keep = 'a minute' | 'if unchanged';
const cacheControl: Record<Keep, string> = { 'a minute': 'public, max-age=60', 'if unchanged': 'public, no-cache' };

/** The policy of the readers' pages: styles, fonts and images of our own, and nothing that runs. */
const policy = (ancestors: `'none'` | `'self'`): string =>
  `default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`;

/** The address of the readers' stylesheet. */
export const stylesheet = (): string => `/assets/${readerAssets().css.name}`;

/** A page as plain HTML, with no script in it. */
async function htmlOf(page: ReactElement): Promise<string> {
  const { prelude } = await prerender(page);
  const html = await new Response(prelude).text();
  // React parts neighbouring texts so that a browser could take over, which none will; what people wrote is escaped
  return html.replaceAll('<!-- -->', '');
}

type Rendered = { html: string; etag: string };

const etagOf = (body: string): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;

/** Pages already drawn, the least lately asked for first. They are drawn from frozen rows: what is kept stays true. */
const drawn = new Map<string, Rendered>();
let held = 0;
const MOST_HELD = 32_000_000;

function keep(key: string, page: Rendered): void {
  drawn.set(key, page);
  held += page.html.length;
  for (const [oldest, { html }] of drawn) {
    if (held <= MOST_HELD) return;
    drawn.delete(oldest);
    held -= html.length;
  }
}

/** The page under a key that names all it is drawn from, drawn at most once while it is held. */
async function page(key: string, draw: () => Promise<ReactElement>): Promise<Rendered> {
  const known = drawn.get(key);
  if (known) {
    drawn.delete(key);
    drawn.set(key, known);
    return known;
  }
  const html = await htmlOf(await draw());
  const made = { html, etag: etagOf(html) };
  keep(key, made);
  return made;
}

type Body = { text: string; type: string; etag: string; keep: Keep; status?: number };

function respond(request: Request, { text, type, etag, keep: kept, status = 200 }: Body): Response {
  const headers = {
    'Cache-Control': cacheControl[kept],
    'Content-Security-Policy': policy(`'none'`),
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  };
  if (status === 200 && matches(request.headers, etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { status, headers: { ...headers, 'Content-Type': type } });
}

/** A public page. `key` names all that it is drawn from; the stylesheet is added to it here. */
export async function publicPage(
  request: Request,
  { key, keep: kept, draw }: { key: string; keep: Keep; draw: (css: string) => Promise<ReactElement> },
): Promise<Response> {
  const css = stylesheet();
  const { html, etag } = await page(`${key} ${css}`, () => draw(css));
  return respond(request, { text: html, type: 'text/html; charset=utf-8', etag, keep: kept });
}

/** A public document of machine-readable data, which any page of the world may fetch. */
export function publicJson(request: Request, { json, keep: kept }: { json: string; keep: Keep }): Response {
  const response = respond(request, { text: json, type: 'application/json', etag: etagOf(json), keep: kept });
  response.headers.set('Access-Control-Allow-Origin', '*');
  return response;
}

/** A 404 that says what is not there and which ways lead on. */
export async function missing(
  request: Request,
  told: { title: string; happened: string; ways: Way[] },
): Promise<Response> {
  const html = await htmlOf(<MissingPage {...told} css={stylesheet()} />);
  return respond(request, {
    text: html,
    type: 'text/html; charset=utf-8',
    etag: etagOf(html),
    keep: 'if unchanged',
    status: 404,
  });
}

/** A page for the desk's own frame: what readers would get, kept by nobody. */
export async function previewPage(draw: (css: string) => ReactElement, status = 200): Promise<Response> {
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy(`'self'`),
    'Content-Type': 'text/html; charset=utf-8',
  };
  return new Response(await htmlOf(draw(stylesheet())), { status, headers });
}
