import { randomBytes } from 'node:crypto';
import { and, inArray, isNull } from 'drizzle-orm';
import { digestOf } from '@/domain/canonical';
import { mentionedIn } from '@/domain/mention';
import type { Actor } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Reading } from '../claims/rows';
import type { Tx } from '../client';
import { newId } from '../ids';
import { comments, commentVersions, people } from '../schema';
import type { CommentRow } from './rows';

type Version = CommentRow['versions'][number];

/** One version of a comment's words, with the digest by which the log knows them. */
export function versionOf(commentId: string, number: number, body: string, writtenAt: string): Version {
  const salt = randomBytes(16).toString('hex');
  return { commentId, number, body, salt, digest: digestOf({ salt, body }), writtenAt };
}

/** Stores a new comment in a thread. */
export async function say(tx: Tx, actor: Actor, threadId: string, body: string, now: string): Promise<CommentRow> {
  const comment = { id: newId(), threadId, createdBy: actor.id ?? '', createdAt: now, withdrawnAt: null };
  const version = versionOf(comment.id, 1, body, now);
  await tx.insert(comments).values(comment);
  await tx.insert(commentVersions).values(version);
  return { comment, versions: [version] };
}

/**
 * The people whom a comment mentions and did not mention before, to be told of it. Refuses a mention of somebody who is
 * not of the desk, or not any more.
 */
export async function newlyMentioned(db: Reading, body: string, before = ''): Promise<Result<string[]>> {
  const known = new Set(mentionedIn(before));
  const ids = mentionedIn(body).filter((id) => !known.has(id));
  if (ids.length === 0) return ok([]);
  const found = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, ids.slice(0, 100)), isNull(people.disabledAt)));
  if (found.length === ids.length) return ok(ids);
  return refuse(
    'rule',
    'unknown-person',
    'Somebody who is mentioned is not at this desk. Choose from its people, or write the name without a mention.',
    { pointer: '/body' },
  );
}
