import { and, asc, desc, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Blindness } from '@/domain/blind';
import { mayDo, type Permit } from '@/domain/permission';
import { byUrgency, reasonsOf, type Waiting, type WaitingFor } from '@/domain/waiting';
import { titlesOf } from '../articles/titles';
import { database } from '../client';
import { articleAssignees, articles, claims, desk, foundTexts } from '../schema';
import { byDue } from '../schema/columns';
import { blindTo, isSeen } from '../second-verdicts/blind';
import { secondVerdictsFor } from '../second-verdicts/waiting';
import { type ClaimStanding, firstIds, hasOverdueReply, isAmongUnsettled, standings } from './standings';
import { failedEditions, waitingConclusions } from './waiting-articles';
import type { Unnamed } from './waiting-item';

/** The most of each kind that is looked through. */
const MOST = 200;
/** The most that is told of in full. */
const SHOWN = 50;

/** What waits for somebody, each with its reasons, by urgency, then age. */
export async function waitingFor(permit: Permit<'read'>, now = Date.now()): Promise<Waiting> {
  const whom = await whomOf(permit);
  const blindness = await blindTo(database().read, permit.actor);
  const [failed, texts, theirs, found, conclusions] = await Promise.all([
    failedEditions(permit, MOST),
    changedTexts(),
    articlesOf(whom.me),
    claimsFor(whom, blindness),
    waitingConclusions(permit, MOST),
  ]);
  const items = byUrgency([...failed, ...texts, ...theirs, ...found.items, ...conclusions], now);
  const shown = items.slice(0, SHOWN);
  const titles = await titlesOf(shown.map(({ articleId }) => articleId));
  const named = shown.map((item) => {
    const articleTitle = titles.get(item.articleId) ?? '';
    return { ...item, articleTitle, label: item.label || (item.claimId === null ? articleTitle : '') };
  });
  return { items: named, total: items.length, more: found.more || theirs.length === MOST || texts.length === MOST };
}

async function whomOf({ actor }: Permit<'read'>): Promise<WaitingFor> {
  const [settings] = await database().read.select({ size: desk.size }).from(desk).where(eq(desk.id, 1));
  return { me: actor.id ?? '', decides: mayDo(actor.role, 'decide'), size: settings?.size ?? 'several' };
}

async function changedTexts(): Promise<Unnamed[]> {
  const { id, title, fetchedAt } = foundTexts;
  const found = await database()
    .read.select({ id, title, fetchedAt, articleId: articles.id })
    .from(foundTexts)
    .innerJoin(articles, eq(articles.id, foundTexts.articleId))
    .where(ne(articles.state, 'closed'))
    .orderBy(desc(fetchedAt))
    .limit(MOST);
  return found.map((text) => ({
    ...{ id: text.id, articleId: text.articleId, claimId: null, label: text.title, state: null, dueAt: null },
    reasons: [{ kind: 'changed-at-address', at: text.fetchedAt }],
  }));
}

/** The articles under check that are somebody's to see through. */
async function articlesOf(me: string): Promise<Unnamed[]> {
  const { assignedBy: by, assignedAt: at } = articleAssignees;
  const found = await database()
    .read.select({ id: articles.id, dueAt: articles.dueAt, by, at })
    .from(articleAssignees)
    .innerJoin(articles, eq(articles.id, articleAssignees.articleId))
    .where(and(eq(articleAssignees.personId, me), eq(articles.state, 'checking')))
    .orderBy(asc(byDue(articles.dueAt)))
    .limit(MOST);
  return found.map(({ id, dueAt, ...assigned }) => ({
    ...{ id, articleId: id, claimId: null, label: '', state: null, dueAt },
    reasons: [{ kind: 'assigned', ...assigned }],
  }));
}

/** Conditions that pick, each by an index, the claims for which some builder of `domain/waiting` may find a reason. */
function candidates(whom: WaitingFor, blindness: Blindness): SQL[] {
  const { me, decides } = whom;
  const seen = isSeen(claims.id, blindness);
  const worked = or(
    eq(claims.createdBy, me),
    eq(claims.assignee, me),
    sql`instr(${claims.contributions}, ${JSON.stringify(me)})`,
  );
  const ordinary = [
    and(isAmongUnsettled, isNull(claims.droppedAt), decides ? undefined : worked)!,
    and(eq(claims.createdBy, me), inArray(claims.state, ['returned', 'lapsed']))!,
    and(eq(claims.assignee, me), inArray(claims.state, ['draft', 'returned', 'lapsed']))!,
    and(hasOverdueReply, inArray(claims.state, ['draft', 'returned', 'lapsed']), worked)!,
    ...(decides ? [eq(claims.state, 'submitted')] : []),
  ];
  return [...ordinary.map((condition) => and(condition, seen)!), ...secondVerdictsFor(whom)];
}

async function claimsFor(whom: WaitingFor, blindness: Blindness): Promise<{ items: Unnamed[]; more: boolean }> {
  const order = [asc(byDue(claims.dueAt)), asc(claims.id)];
  const found = await Promise.all(
    candidates(whom, blindness).map((condition) =>
      standings(database().read, blindness, sql`${claims.id} in ${firstIds(condition, order, MOST)}`),
    ),
  );
  const once = new Map(found.flat().map((claim) => [claim.id, claim]));
  return {
    items: [...once.values()].flatMap((claim) => itemOf(claim, whom)),
    more: found.some(({ length }) => length === MOST),
  };
}

function itemOf(claim: ClaimStanding, whom: WaitingFor): Unnamed[] {
  const [first, ...others] = reasonsOf(claim, whom);
  if (!first) return [];
  const { id, articleId, statement: label, state, dueAt } = claim;
  return [{ id, articleId, claimId: id, label, state, dueAt, reasons: [first, ...others] }];
}
