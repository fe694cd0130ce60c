import { createHash } from 'node:crypto';
import type { ReactElement } from 'react';
import { matches } from '@/app/api/door/conditions';
import { htmlOf } from '@/components/reader/html';
import { MissingPage, type Way } from '@/components/reader/missing-page';
import { readerAssets } from '@/formats/export/assets';

/** How long others may keep an answer: a numbered edition for a minute, everything else only if they ask each time. */
export type Keep = 'a minute' | 'if unchanged';
const cacheControl: Record<Keep, string> = { 'a minute': 'public, max-age=60', 'if unchanged': 'public, no-cache' };

/** Who may show a page in a frame of theirs: nobody, the desk, or (an embed) everybody. */
type Ancestors = `'none'` | `'self'` | '*';

/**
 * The policy of the readers' pages: styles, fonts and images of our own, and nothing that runs. `connect-src`, of use to
 * scripts alone, lets Lighthouse fetch robots.txt on a page's behalf.
 */
const policy = (ancestors: Ancestors): string =>
  `default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`;

/** The address of the readers' stylesheet. */
export const stylesheet = (): string => `/assets/${readerAssets().css.name}`;

type Made = { body: Uint8Array; etag: string };

const etagOf = (body: Uint8Array): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;

/** Bytes, so that no answer has to make them of text again. */
function madeOf(drawn: string | Uint8Array): Made {
  const body = typeof drawn === 'string' ? Buffer.from(drawn) : drawn;
  return { body, etag: etagOf(body) };
}

/** What was already drawn, the least lately asked for first. It is drawn from frozen rows, which its key names: what is kept stays true. */
const drawn = new Map<string, Made>();
let held = 0;
const MOST_HELD = 64_000_000;

function hold(key: string, made: Made): void {
  drawn.set(key, made);
  held += made.body.length;
  for (const [oldest, { body }] of drawn) {
    if (held <= MOST_HELD) return;
    drawn.delete(oldest);
    held -= body.length;
  }
}

/** What is being drawn now, so that many who ask at once cost no more than one. */
const drawing = new Map<string, Promise<Made>>();

async function drawnBy(key: string, draw: () => Promise<string | Uint8Array>): Promise<Made> {
  try {
    const made = madeOf(await draw());
    hold(key, made);
    return made;
  } finally {
    drawing.delete(key);
  }
}

/** What is drawn under a key that names all it is drawn from, at most once while it is held. */
function once(key: string, draw: () => Promise<string | Uint8Array>): Made | Promise<Made> {
  const known = drawn.get(key);
  if (known) {
    drawn.delete(key);
    drawn.set(key, known);
    return known;
  }
  const going = drawing.get(key) ?? drawnBy(key, draw);
  drawing.set(key, going);
  return going;
}

type Answer = Made & { type: string; keep: Keep; status?: number; ancestors?: Ancestors };

function respond(request: Request, answer: Answer): Response {
  const { body, type, etag, keep, status = 200, ancestors = `'none'` } = answer;
  const headers = {
    'Cache-Control': cacheControl[keep],
    'Content-Security-Policy': policy(ancestors),
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  };
  if (status === 200 && matches(request.headers, etag)) return new Response(null, { status: 304, headers });
  return new Response(body as BodyInit, { status, headers: { ...headers, 'Content-Type': type } });
}

const html = 'text/html; charset=utf-8';

/** `key` names all that is drawn from, the stylesheet apart. */
type Page = { key: string; keep: Keep; draw: (css: string) => Promise<ReactElement>; status?: number };

/** A public page. */
export async function publicPage(
  request: Request,
  { key, keep, draw, status }: Page,
  embed = false,
): Promise<Response> {
  const css = stylesheet();
  const made = await once(`${key} ${css}`, async () => htmlOf(await draw(css)));
  return respond(request, { ...made, type: html, keep, status, ancestors: embed ? '*' : `'none'` });
}

type Document = {
  key: string;
  keep: Keep;
  type: string;
  draw: () => Promise<string | Uint8Array>;
  /** the name under which a browser keeps it, where it is to be kept rather than shown */
  file?: string;
};

/** A public document that is no page, which any page of the world may fetch. `key` names all that it is made of. */
export async function publicDocument(request: Request, { key, draw, file, ...told }: Document): Promise<Response> {
  const response = respondToAll(request, { ...(await once(key, draw)), ...told });
  const name = file === undefined ? '' : encodeURIComponent(file);
  if (name !== '') response.headers.set('Content-Disposition', `attachment; filename*=UTF-8''${name}`);
  return response;
}

/** The same of a text that is made at once, and of which there are too many to hold. */
export const publicText = (request: Request, body: string, told: { keep: Keep; type: string }): Response =>
  respondToAll(request, { ...madeOf(body), ...told });

function respondToAll(request: Request, answer: Answer): Response {
  const response = respond(request, answer);
  response.headers.set('Access-Control-Allow-Origin', '*');
  // over there a picture or a file may be shown by any page too
  response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  return response;
}

/** A 404 that says what is not there and which ways lead on. */
export async function missing(
  request: Request,
  told: { title: string; happened: string; ways: Way[] },
): Promise<Response> {
  const body = await htmlOf(<MissingPage {...told} css={stylesheet()} />);
  return respond(request, { ...madeOf(body), type: html, keep: 'if unchanged', status: 404 });
}

/** A page for the desk's own frame: what readers would get, kept by nobody. */
export async function previewPage(draw: (css: string) => ReactElement, status = 200): Promise<Response> {
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy(`'self'`),
    'Content-Type': html,
  };
  return new Response(await htmlOf(draw(stylesheet())), { status, headers });
}
