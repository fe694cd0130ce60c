import { inArray } from 'drizzle-orm';
import type { Article } from '@/domain/article';
import type { Hold } from '@/domain/hold';
import type { Permit } from '@/domain/permission';
import type { Schedule } from '@/domain/schedule';
import type { ClaimState } from '@/domain/workflow';
import { listArticles } from '../articles/read';
import type { ArticleFilter } from '../articles/rows';
import { groupBy } from '../claims/rows';
import { database } from '../client';
import { standingHolds } from '../holds/hold';
import { schedulesOf } from '../schedules/rows';
import { claims } from '../schema';
import { blindTo } from '../second-verdicts/blind';
import { type ClaimStanding, standings } from './standings';

/** An article in the desk's list, with how far its check is. */
export type ArticleProgress = {
  article: Article;
  /** how many claims stand in each state; dropped ones are not counted */
  states: Partial<Record<ClaimState, number>>;
  /** how many claims have each verdict, by its key */
  verdicts: Record<string, number>;
  /** what keeps it from being published now */
  hold: Hold | null;
  /** the edition that waits for its hour, or failed at it */
  scheduled: Schedule | null;
  /** how many claims a person has to settle since the article changed */
  unsettled: number;
  /** ids of who worked on its claims */
  people: string[];
  /** when the article or one of its claims last changed */
  changedAt: string;
};

/** Articles, newest first, with their progress; `before` is the id to go on from. */
export async function articlesInProgress(
  permit: Permit<'read'>,
  filter: ArticleFilter & { limit: number },
): Promise<ArticleProgress[]> {
  const found = await listArticles(permit, filter);
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const blindness = await blindTo(database().read, permit.actor);
  const standing = await standings(database().read, blindness, inArray(claims.articleId, ids));
  const byArticle = groupBy(standing, ({ articleId }) => articleId);
  const holds = await standingHolds(database().read, ids);
  const scheduled = await schedulesOf(database().read, ids);
  return found.map((article) => ({
    ...progressOf(article, byArticle.get(article.id) ?? []),
    hold: holds.get(article.id) ?? null,
    scheduled: scheduled.get(article.id) ?? null,
  }));
}

function progressOf(article: Article, all: ClaimStanding[]): Omit<ArticleProgress, 'hold' | 'scheduled'> {
  const open = all.filter(({ state }) => state !== 'dropped');
  const verdicts: Record<string, number> = {};
  const states: ArticleProgress['states'] = {};
  for (const { state, verdict } of open) {
    states[state] = (states[state] ?? 0) + 1;
    if (verdict) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  }
  const people = [...new Set(open.flatMap(({ contributors }) => contributors))];
  const changedAt = [article.updatedAt, ...all.map(({ updatedAt }) => updatedAt)].sort().at(-1) ?? article.updatedAt;
  const unsettled = open.filter((claim) => claim.unsettled !== null).length;
  return { article, states, verdicts, unsettled, people, changedAt };
}
