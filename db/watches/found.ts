import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Report } from '@/domain/revision';
import type { Found } from '@/domain/watch';
import { readArticle } from '../articles/read';
import { database } from '../client';
import { record } from '../log';
import { addRevision } from '../revisions/add';
import { type Expected, isCurrent } from '../version';
import { answerBefore, write } from '../write';
import { pendingText, removeFound } from './rows';

const nothingFound = (): Result<never> =>
  refuse('missing', 'nothing-found', 'No changed text waits here. Somebody may have dealt with it.');

/** The text found at an article's address that waits to be accepted or dismissed. */
export async function readFound(permit: Permit<'read'>, articleId: string): Promise<Result<Found>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const found = await pendingText(database().read, articleId);
  return found ? ok(found) : nothingFound();
}

/**
 * Makes a found text the newest revision. Adding any revision of its text deals with what waits, so that the write is
 * that of `addRevision` alone.
 */
export async function acceptFound(
  permit: Permit<'annotate'>,
  articleId: string,
  expected: Expected,
  reason: string | null,
): Promise<Result<Report>> {
  const answered = await answerBefore<Report>(permit);
  if (answered) return answered;
  const found = await pendingText(database().read, articleId);
  if (!found) return nothingFound();
  const current = isCurrent(expected, found, 'found text');
  if (!current.ok) return current;
  const { title, text, doc, setAside, url } = found;
  const kind = 'import' as const;
  return addRevision(permit, articleId, {
    kind,
    title,
    text,
    doc,
    setAside,
    reason: reason ?? `Found at ${url}`,
    base: null,
  });
}

/** Puts a found text away: the same text is not found again until another has stood there. */
export function dismissFound(permit: Permit<'annotate'>, articleId: string, expected: Expected): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    const found = await pendingText(tx, articleId);
    if (!found) return nothingFound();
    const current = isCurrent(expected, found, 'found text');
    if (!current.ok) return current;
    await removeFound(tx, articleId);
    const { id: subject, title, sha256 } = found;
    await record(tx, actor, { type: 'text.dismissed', articleId, subject, content: { title, sha256 } });
    return ok(null);
  });
}
