import { randomUUID } from 'node:crypto';
import type { ProblemDocument } from '@/domain/contract/route';

/** A write as it is sent; under its key it can be sent again. */
export type Write = { method: 'POST' | 'PATCH'; path: string; body: unknown; ifMatch?: string; key: string };

export const newWrite = (write: Omit<Write, 'key'>): Write => ({ ...write, key: randomUUID() });

export type Outcome = { status: number; etag: string; body: unknown };

/** Sends a write over the network. Rejects when no whole answer came: then nobody knows whether it was made. */
export async function send(
  origin: string,
  token: string,
  { method, path, body, ifMatch, key }: Write,
): Promise<Outcome> {
  const headers = new Headers({
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
  });
  if (ifMatch !== undefined) headers.set('If-Match', ifMatch);
  const response = await fetch(`${origin}${path}`, { method, headers, body: JSON.stringify(body) });
  const answered = await response.text();
  return { status: response.status, etag: response.headers.get('etag') ?? '', body: JSON.parse(answered) };
}

export async function read<T>(origin: string, token: string, path: string): Promise<{ etag: string; body: T }> {
  const response = await fetch(`${origin}${path}`, { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}: ${await response.text()}`);
  return { etag: response.headers.get('etag') ?? '', body: (await response.json()) as T };
}

/** Every item of a list, page by page. */
export async function readAll<T>(origin: string, token: string, path: string): Promise<T[]> {
  const items: T[] = [];
  for (let next: string | undefined = `${path}${path.includes('?') ? '&' : '?'}limit=200`; next; ) {
    const response: Response = await fetch(`${origin}${next}`, { headers: { Authorization: `Bearer ${token}` } });
    items.push(...((await response.json()) as { items: T[] }).items);
    next = /^<(.+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return items;
}

/** The answer, if it acknowledges the write; throws with the server's words otherwise. */
export function acknowledged({ method, path }: Write, outcome: Outcome): Outcome {
  if (outcome.status < 300) return outcome;
  throw new Error(`${method} ${path} answered ${outcome.status}: ${(outcome.body as ProblemDocument).detail}`);
}
