import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Blindness } from '@/domain/blind';
import { mayDo, type Permit } from '@/domain/permission';
import type { DeskSize } from '@/domain/person';
import { database } from '../client';
import { articles, claims, decisions, desk, foundTexts, revisions } from '../schema';
import { blindTo } from '../second-verdicts/blind';
import { type SecondReason, secondVerdictsFor } from '../second-verdicts/waiting';
import { type ClaimStanding, isUnsettled, standings } from './standings';
import { failedEditions, type WaitingConclusion, type WaitingEdition, waitingConclusions } from './waiting-articles';

export type WaitingClaim = {
  /** `changed` and `lost`: by the newest revisions of its article, since the one that `claim.unsettled` names */
  reason: 'changed' | 'lost' | 'returned' | 'submitted' | 'lapsed' | 'assigned' | SecondReason;
  claim: ClaimStanding;
  articleTitle: string;
};
/** A text that differs from what was checked, found at its article's address, for anybody of the desk to deal with. */
export type WaitingText = {
  reason: 'changed-at-address';
  articleId: string;
  articleTitle: string;
  found: { id: string; title: string; fetchedAt: string };
};
/** What waits for a person of an article as a whole, with its title. */
export type WaitingArticle = (WaitingEdition | WaitingConclusion) & { articleTitle: string };
export type Waiting = WaitingText | WaitingArticle | WaitingClaim;

/** The most that is looked through; what waits beyond it comes up as the first of it is done. */
const MOST = 1000;

/**
 * What comes first: a second verdict, for which somebody waits and of whose claim nothing else is theirs to do; what the article does not say any more, then what somebody asked of this person, before what they
 * may choose to do.
 */
const order: WaitingClaim['reason'][] = [
  'second-verdict',
  'lost',
  'changed',
  'returned',
  'adjudication',
  'submitted',
  'lapsed',
  'assigned',
  'second-verdict-drawn',
];

const byReturn = sql`exists (select 1 from ${decisions} d where d.claim_id = ${claims.id})`;

/**
 * What waits for somebody: scheduled editions that failed at their hour, texts that changed at their address, the latest first, and claims: theirs that were returned
 * or lapsed or assigned to them, or whose words changed in the article, and, for who decides, all whose words changed,
 * and submissions that they did not contribute to. Each claim waits for one reason, the first of `order`. Of the
 * submissions the oldest first, else the latest first. Conclusions come last, since they sum up claims.
 */
export async function waitingFor(permit: Permit<'read'>): Promise<Waiting[]> {
  const failed = await titled(await failedEditions(permit, MOST));
  const conclusions = await titled(await waitingConclusions(permit, MOST));
  return [...failed, ...(await changedTexts()), ...(await waitingClaims(permit)), ...conclusions];
}

async function titled<T extends { articleId: string }>(items: T[]): Promise<(T & { articleTitle: string })[]> {
  const titles = await titlesOf(items.map(({ articleId }) => articleId));
  return items.map((item) => ({ ...item, articleTitle: titles.get(item.articleId) ?? '' }));
}

async function changedTexts(): Promise<WaitingText[]> {
  const found = await database()
    .read.select({
      id: foundTexts.id,
      title: foundTexts.title,
      fetchedAt: foundTexts.fetchedAt,
      articleId: articles.id,
    })
    .from(foundTexts)
    .innerJoin(articles, eq(articles.id, foundTexts.articleId))
    .where(ne(articles.state, 'closed'))
    .orderBy(desc(foundTexts.fetchedAt))
    .limit(MOST);
  const titles = await titlesOf(found.map(({ articleId }) => articleId));
  return found.map(({ articleId, ...text }) => ({
    reason: 'changed-at-address',
    articleId,
    articleTitle: titles.get(articleId) ?? '',
    found: text,
  }));
}

async function waitingClaims(permit: Permit<'read'>): Promise<WaitingClaim[]> {
  const { read } = database();
  const me = permit.actor.id ?? '';
  const blindness = await blindTo(read, permit.actor);
  const open = and(isNull(claims.droppedAt), isNull(claims.submittedAt));
  const mine = await standings(
    read,
    blindness,
    and(open, or(and(byReturn, eq(claims.createdBy, me)), eq(claims.assignee, me))),
    [desc(claims.updatedAt)],
    MOST,
  );
  const decides = mayDo(permit.actor.role, 'decide');
  const submitted = decides ? await submissions(me, blindness) : [];
  const found = [
    ...(await secondVerdictsFor(read, permit.actor, blindness, MOST)),
    ...(await unsettledFor(me, decides, blindness)).map((claim) => ({ reason: claim.unsettled!.state, claim })),
    ...submitted.map((claim) => ({ reason: 'submitted' as const, claim })),
    ...mine.flatMap((claim) => {
      if (blindness.has(claim.id)) return [];
      const reason = reasonOf(claim, me);
      return reason ? [{ reason, claim }] : [];
    }),
  ].sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
  const once = found.filter(({ claim }, index) => found.findIndex((other) => other.claim.id === claim.id) === index);
  const titles = await titlesOf(once.map(({ claim }) => claim.articleId));
  return once.map((item) => ({ ...item, articleTitle: titles.get(item.claim.articleId) ?? '' }));
}

/** Claims that somebody has to settle: those that a person has to do with, or all for who decides. */
async function unsettledFor(me: string, all: boolean, blindness: Blindness): Promise<ClaimStanding[]> {
  const open = and(isNull(claims.droppedAt), isUnsettled);
  const found = await standings(database().read, blindness, open, [desc(claims.updatedAt)], MOST);
  return all ? found : found.filter(({ contributors, assignee }) => assignee === me || contributors.includes(me));
}

function reasonOf({ state, assignee }: ClaimStanding, me: string): WaitingClaim['reason'] | null {
  if (state === 'returned' || state === 'lapsed') return state;
  return state === 'draft' && assignee === me ? 'assigned' : null;
}

/** Submissions that this person may decide on: not their own work, unless the desk is of one person. */
async function submissions(me: string, blindness: Blindness): Promise<ClaimStanding[]> {
  const { read } = database();
  const [settings] = await read.select({ size: desk.size }).from(desk).where(eq(desk.id, 1));
  const size: DeskSize = settings?.size ?? 'several';
  const open = and(isNull(claims.droppedAt), isNotNull(claims.submittedAt));
  const found = await standings(read, blindness, open, [asc(claims.submittedAt)], MOST);
  return found.filter(
    ({ state, contributors }) => state === 'submitted' && (size === 'one' || !contributors.includes(me)),
  );
}

/** The headlines of articles as their newest revisions have them, by id. */
export async function titlesOf(articleIds: string[]): Promise<Map<string, string>> {
  if (articleIds.length === 0) return new Map();
  const rows = await database()
    .read.select({ id: articles.id, title: revisions.title })
    .from(articles)
    .innerJoin(revisions, eq(revisions.articleId, articles.id))
    .where(inArray(articles.id, [...new Set(articleIds)]))
    .orderBy(asc(revisions.number));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
