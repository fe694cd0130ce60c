import { eq } from 'drizzle-orm';
import type { ActivityType } from '@/domain/activity';
import { blindRefusal, isBlinding } from '@/domain/blind';
import type { Claim } from '@/domain/claim';
import { recordEdit } from '@/domain/contribution';
import type { Actor, Permit } from '@/domain/permission';
import { map, ok, type Result, refuse } from '@/domain/result';
import { allows, type ClaimEvent } from '@/domain/workflow';
import type { Tx } from '../client';
import { record } from '../log';
import { claims } from '../schema';
import { indexClaim } from '../search/write';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { digestOfRows, latestApproval, presentClaim, presentSecond, stateOfRows, type Viewer } from './present';
import { type ClaimRows, claimRow } from './rows';

export const noSuchClaim = (): Result<never> => refuse('missing', 'no-such-claim', 'There is no such claim.');

/** Refuses who is blind to the claim, before anything else of it is looked at; and everybody where nothing is left of it. */
export function seesClaim({ claim, second }: ClaimRows, viewer: Viewer): Result<true> {
  if (isBlinding(second && presentSecond(second), viewer.id)) return blindRefusal();
  return claim.erasure === null ? ok(true) : erasedClaim(claim.id);
}

export const erasedClaim = (claimId: string): Result<never> =>
  refuse('rule', 'claim-erased', 'The words of this claim were erased, for good. Make a new claim.', { claimId });

/** What a change did: the rows as they are now, and what the log says of it. Null rows mean that nothing changed. */
export type Change = {
  rows: ClaimRows | null;
  type: ActivityType;
  subject?: string;
  content?: Record<string, unknown>;
};

/**
 * Runs one change of a claim: made against the version that stands (`expected`; `'any'` where the API asks for none),
 * in a state whose table allows the event, with its digest, contribution and activity kept in step.
 */
export function changeClaim(
  permit: Permit,
  id: string,
  expected: Expected | 'any',
  event: ClaimEvent,
  work: Work,
): Promise<Result<Claim>> {
  return changeClaimTelling(permit, id, expected, event, work, (rows) => presentClaim(rows, permit.actor));
}

/** `changeClaim` with an answer other than the claim alone, made from the rows as they are after the change. */
export function changeClaimTelling<T>(
  permit: Permit,
  id: string,
  expected: Expected | 'any',
  event: ClaimEvent,
  work: Work,
  tell: (rows: ClaimRows) => T,
): Promise<Result<T>> {
  return write(permit, async (tx, actor) => {
    const before = await claimRow(tx, id);
    if (!before) return noSuchClaim();
    const sees = seesClaim(before, actor);
    if (!sees.ok) return sees;
    const current = expected === 'any' ? ok(true) : isCurrent(expected, presentClaim(before, actor), 'claim');
    return current.ok ? map(await changeWithin(tx, actor, before, event, work), tell) : current;
  });
}

export type Work = (tx: Tx, rows: ClaimRows, actor: Actor, now: string) => Promise<Result<Change>>;

/** One change of a claim as part of a write that is under way; its rows after it. A refusal leaves no trace. */
export async function changeWithin(
  tx: Tx,
  actor: Actor,
  before: ClaimRows,
  event: ClaimEvent,
  work: Work,
): Promise<Result<ClaimRows>> {
  const allowed = allows(stateOfRows(before), event);
  if (!allowed.ok) return allowed;
  const now = new Date().toISOString();
  const change = await work(tx, before, actor, now);
  if (!change.ok) return change;
  const { rows } = change.value;
  return ok(rows ? await keep(tx, actor, before.claim, rows, change.value, now) : before);
}

/**
 * Stores a claim whose rows a change has altered: digest, contribution, submission, state, time and activity. `stored` is its
 * row as the database holds it; `by` whose words the change puts there, where they are not the actor's.
 */
export async function keep(
  tx: Tx,
  actor: Actor,
  stored: ClaimRows['claim'],
  rows: ClaimRows,
  { type, subject, content }: Omit<Change, 'rows'>,
  now: string,
  by = actor.id ?? '',
): Promise<ClaimRows> {
  const before = rows.claim.digest;
  const digest = digestOfRows(rows);
  const restored = latestApproval(rows)?.digest === digest;
  const claim = {
    ...rows.claim,
    digest,
    contributions: recordEdit(rows.claim.contributions, { person: by, before, after: digest }),
    // an edit that restores what was approved needs no decision any more, and leaves a later return behind
    ...(restored ? { submittedAt: null, submittedBy: null, decisionsBehind: rows.decisions.length } : {}),
    updatedAt: later(stored.updatedAt, now),
  };
  claim.state = stateOfRows({ ...rows, claim });
  const { id, articleId } = claim;
  await tx.update(claims).set(altered(stored, claim)).where(eq(claims.id, id));
  const entry = { type, articleId, claimId: id, subject, content: { ...content, digest } };
  await record(tx, actor, entry, now);
  const after = { ...rows, claim };
  await indexClaim(tx, after);
  return after;
}

/**
 * The time of a change, always after that of the one before: clocks differ between machines, and whoever is told of two
 * changes knows by it which was the last.
 */
const later = (before: string, now: string): string =>
  now > before ? now : new Date(Date.parse(before) + 1).toISOString();

type Row = ClaimRows['claim'];

/** The columns that differ: all of them would cost an eighth more processor a save, indexes and foreign keys included. */
const altered = (before: Row, after: Row): Partial<Row> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before[name as keyof Row]));
