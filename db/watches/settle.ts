import { and, eq } from 'drizzle-orm';
import { sha256Hex } from '@/domain/canonical';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { dueAfter, type Look, meaningOf, type Watch } from '@/domain/watch';
import { type ArticleRow, articleRow } from '../articles/rows';
import type { Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { foundTexts, watches } from '../schema';
import { write } from '../write';
import { type Claimed, release } from './claim';
import { pendingText, removeFound, type WatchRow } from './rows';
import { watchOf } from './watch';

type Seen = Extract<Look, { kind: 'read' }>;
type Here = { tx: Tx; actor: Actor; article: ArticleRow; watch: WatchRow; now: Date };

/**
 * Keeps what a look at a claimed address found, and gives the watch back. A text that is news is stored, with its line
 * in the log, to wait for somebody. Nothing is kept of a look whose lease has run out, or whose article has got another
 * address meanwhile.
 */
export async function settleLook(
  permit: Permit<'annotate'>,
  claimed: Claimed,
  look: Look,
  now = new Date(),
): Promise<Result<Watch>> {
  const settled = await write(permit, async (tx, actor) => {
    await settle({ tx, actor, now }, claimed, look);
    return ok(await watchOf(tx, claimed.articleId));
  });
  if (permit.actor.request) await release(claimed); // an answer kept under its key settles nothing
  return settled;
}

async function settle(by: Pick<Here, 'tx' | 'actor' | 'now'>, claimed: Claimed, look: Look): Promise<void> {
  const { articleId, lease, watched } = claimed;
  const mine = and(eq(watches.articleId, articleId), eq(watches.lease, lease));
  const [watch] = await by.tx.select().from(watches).where(mine);
  const article = watch && (await articleRow(by.tx, articleId));
  if (!article) return;
  const stands = article.article.url === watched.url && !isCancelled(look);
  const changes = stands ? await changesBy(look, { ...by, article, watch }) : {};
  await by.tx
    .update(watches)
    .set({ ...changes, lease: null, leaseEndsAt: null })
    .where(mine);
}

/** Whoever asked went away, or the server is ending: that says nothing of the address. */
const isCancelled = (look: Look): boolean => look.kind === 'refused' && look.problem.rule === 'fetch-cancelled';

async function changesBy(look: Look, here: Here): Promise<Partial<WatchRow>> {
  const { watch, now, tx, article } = here;
  const checkedAt = now.toISOString();
  if (look.kind === 'refused') {
    const failures = watch.failures + 1;
    const { message } = look.problem;
    return { ...next(here, failures, look.retryAfter), checkedAt, failures, outcome: 'refused', problem: message };
  }
  const settled = { ...next(here), checkedAt, failures: 0, problem: null };
  if (look.kind === 'read') return { ...settled, ...(await changesByText(look, here)) };
  const waits = (await pendingText(tx, article.article.id)) !== null;
  return { ...settled, outcome: waits ? 'changed' : 'unchanged' };
}

const next = ({ watch: { every }, now }: Here, failures = 0, retryAfter = 0): Partial<WatchRow> =>
  every ? { dueAt: dueAfter(every, now, failures, retryAfter).toISOString() } : {};

async function changesByText(look: Seen, here: Here): Promise<Partial<WatchRow>> {
  const { tx, article, watch } = here;
  const read = { title: look.title, sha256: sha256Hex(look.text) };
  const seen =
    watch.seenTitle === null || watch.seenSha256 === null ? null : { title: watch.seenTitle, sha256: watch.seenSha256 };
  const pending = await pendingText(tx, article.article.id);
  const meaning = meaningOf(read, { newest: article.revision, seen, pending });
  if (meaning === 'news') await keepText(look, read.sha256, here);
  if (meaning === 'as-checked' && pending) await withdraw(pending.id, here);
  return {
    seenUrl: look.url,
    etag: look.etag,
    lastModified: look.lastModified,
    seenTitle: read.title,
    seenSha256: read.sha256,
    outcome: meaning === 'news' || meaning === 'waits' ? 'changed' : 'unchanged',
  };
}

/** Stores a text to wait for somebody, in place of an older one that waits. */
async function keepText(look: Seen, sha256: string, { tx, actor, article, now }: Here): Promise<void> {
  const articleId = article.article.id;
  const { url, title, text: body, doc, setAside } = look;
  const found = { id: newId(), articleId, url, title, body, doc, sha256, setAside, fetchedAt: now.toISOString() };
  await removeFound(tx, articleId);
  await tx.insert(foundTexts).values(found);
  const content = { url, title, sha256 };
  await record(tx, actor, { type: 'text.found', articleId, subject: found.id, content }, found.fetchedAt);
}

/** The address reads as the newest revision again: what waited there is gone, and the log keeps that it was there. */
async function withdraw(id: string, { tx, actor, article, now }: Here): Promise<void> {
  const articleId = article.article.id;
  await removeFound(tx, articleId);
  const entry = { type: 'text.withdrawn', articleId, subject: id } as const;
  await record(tx, actor, entry, now.toISOString());
}
