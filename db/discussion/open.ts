import { checkQuote, describeSpan } from '@/domain/anchor';
import type { NewComment, NewThread } from '@/domain/contract/discussion';
import type { Comment, Thread } from '@/domain/discussion';
import type { Actor, Permit } from '@/domain/permission';
import { map, ok, type Result, refuse } from '@/domain/result';
import { noSuchArticle } from '../articles/read';
import { noSuchClaim, seesClaim } from '../claims/change';
import { newestRevision, ofNewest } from '../claims/places';
import { claimRow } from '../claims/rows';
import type { Tx } from '../client';
import { newId } from '../ids';
import { threadAnchors, threads } from '../schema';
import { write } from '../write';
import { presentComment, presentThread } from './present';
import { type ThreadRows, threadRow } from './rows';
import { newlyMentioned, say } from './say';
import { tell } from './tell';

/** What a thread that is being opened is on. */
type Place = Pick<ThreadRows['thread'], 'articleId'> &
  Partial<Pick<ThreadRows['thread'], 'claimId' | 'evidenceId' | 'decisionId' | 'quote'>>;

/** Opens a thread within a write, with its first comment and its activity. */
export async function beginThread(
  tx: Tx,
  actor: Actor,
  place: Place,
  body: string,
  now: string,
): Promise<Result<{ id: string; first: Comment }>> {
  const mentioned = await newlyMentioned(tx, body);
  if (!mentioned.ok) return mentioned;
  const id = newId();
  await tx.insert(threads).values({ id, ...place, createdBy: actor.id ?? '', createdAt: now });
  const said = await say(tx, actor, id, body, now);
  const claimId = (await threadRow(tx, id))?.claimId ?? null;
  const more = { evidence: place.evidenceId ?? null, decision: place.decisionId ?? null };
  const thread = { id, articleId: place.articleId };
  await tell(tx, actor, { type: 'thread.opened', thread, claimId, said, mentioned: mentioned.value, more }, now);
  return ok({ id, first: presentComment(said, claimId) });
}

/** Opens a thread on a claim, or on a piece of its evidence. A dropped claim can be discussed like any other. */
export function addComment(
  permit: Permit<'annotate'>,
  claimId: string,
  { body, evidenceId }: NewComment,
): Promise<Result<Comment>> {
  return write(permit, async (tx, actor) => {
    const rows = await claimRow(tx, claimId);
    if (!rows) return noSuchClaim();
    const sees = seesClaim(rows, actor);
    if (!sees.ok) return sees;
    if (evidenceId !== undefined && !rows.evidence.some(({ item }) => item.id === evidenceId)) return notItsEvidence();
    const on = evidenceId === undefined ? { claimId } : { evidenceId };
    const place = { articleId: rows.claim.articleId, ...on };
    return map(await beginThread(tx, actor, place, body, new Date().toISOString()), ({ first }) => first);
  });
}

const notItsEvidence = (): Result<never> =>
  refuse('rule', 'not-its-evidence', 'The claim has no such evidence, or not any more. Choose another piece.', {
    pointer: '/evidenceId',
  });

/** Opens a thread on words of the newest revision, which must say just that there. */
export function openThread(
  permit: Permit<'annotate'>,
  articleId: string,
  { body, anchor, revision }: NewThread,
): Promise<Result<Thread>> {
  return write(permit, async (tx, actor) => {
    const newest = await newestRevision(tx, articleId);
    if (!newest) return noSuchArticle();
    const current = ofNewest(newest, revision);
    if (!current.ok) return current;
    const span = checkQuote(newest.body, anchor);
    if (!span.ok) return span;
    const described = describeSpan(newest.body, span.value);
    const now = new Date().toISOString();
    const begun = await beginThread(tx, actor, { articleId, quote: described.exact }, body, now);
    if (!begun.ok) return begun;
    const { id } = begun.value;
    await tx
      .insert(threadAnchors)
      .values({ threadId: id, revisionId: newest.id, ...described, state: 'exact', footing: null });
    return ok(presentThread((await threadRow(tx, id))!));
  });
}
