import { claimNow } from '@/db/watches/claim';
import { readFound } from '@/db/watches/found';
import { settleLook } from '@/db/watches/settle';
import { readWatch, setWatch } from '@/db/watches/watch';
import { etagOf } from '@/domain/canonical';
import type { Actor } from '@/domain/permission';
import type { Found, Look, Watch, WatchInterval } from '@/domain/watch';
import { article } from './checking';
import { may, value } from './desk';

/** A text as a look at an article's address reads it. */
export const textAt = (text: string, more: Partial<Extract<Look, { kind: 'read' }>> = {}): Look => ({
  kind: 'read',
  url: 'https://ledger.example/ferry',
  title: 'Saltmere ferry counts its passengers',
  text,
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  setAside: [],
  etag: null,
  lastModified: null,
  ...more,
});

export const refusal = (rule = 'fetch-slow', retryAfter?: number): Look => ({
  kind: 'refused',
  problem: { rule, message: 'The site took too long.' },
  retryAfter,
});

/** An article with an address, watched or not, and its watch. */
export async function watched(by: Actor, { url, every }: { url: string; every: WatchInterval | null }) {
  const made = await article(by, { url });
  const before = value(await readWatch(may('read', by), made.id));
  const watch = every ? value(await setWatch(may('annotate', by), made.id, [etagOf(before)], every)) : before;
  return { ...made, watch };
}

/** Somebody has an article's address looked at, and sees this. */
export async function look(by: Actor, articleId: string, seen: Look, now?: Date): Promise<Watch> {
  const claimed = value(await claimNow(may('annotate', by), articleId, now));
  return value(await settleLook(may('annotate', by), claimed, seen, now));
}

/** A changed text that waits for somebody. */
export async function foundAt(
  by: Actor,
  articleId: string,
  text = 'The ferry carried 39,000 passengers in June.',
): Promise<Found> {
  await look(by, articleId, textAt(text));
  return value(await readFound(may('read', by), articleId));
}
