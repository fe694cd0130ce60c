import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { type ClaimFilter, NOBODY } from '@/domain/claim-filter';
import type { ClaimState } from '@/domain/workflow';
import { claims } from '../schema';
import { byDue } from '../schema/columns';
import { holdsWords } from '../words';
import { isAmongUnsettled, unsettledJson } from './standings';

/** The order of a board's columns: what is to be done comes before what is. */
const columns: readonly ClaimState[] = ['draft', 'submitted', 'returned', 'lapsed', 'approved', 'dropped'];

/** The states that a filter asks for: all but dropped unless it names some. */
export const statesOf = ({ state }: ClaimFilter): ClaimState[] => {
  const named = state?.split(',') as ClaimState[] | undefined;
  return columns.filter((each) => (named ? named.includes(each) : each !== 'dropped'));
};

const DAY = 86_400_000;

/** The condition of a filter on claims. */
export function chosenBy(filter: ClaimFilter, now = Date.now()): SQL | undefined {
  const { article, verdict, kind, claimant, assignee, creator, q } = filter;
  return and(
    inStates(statesOf(filter), isSelective(filter)),
    article ? eq(claims.articleId, article) : undefined,
    verdict ? eq(claims.verdict, verdict) : undefined,
    kind ? eq(claims.kind, kind) : undefined,
    holdsWords([sql`json_extract(${claims.claimant}, '$.name')`], claimant),
    assignee ? (assignee === NOBODY ? isNull(claims.assignee) : eq(claims.assignee, assignee)) : undefined,
    creator ? eq(claims.createdBy, creator) : undefined,
    dueWithin(filter.due, now),
    unsettledAs(filter.unsettled),
    holdsWords([claims.statement, claims.quotes], q),
  );
}

/** Whether a filter picks so few claims that going through them is quicker than going through those of a state. */
const isSelective = ({ article, assignee, creator, unsettled }: ClaimFilter): boolean =>
  Boolean(article || creator || unsettled || (assignee && assignee !== NOBODY));

/**
 * One state is found by the index of states, which has it by due time. A plus keeps SQLite from that index where another
 * finds fewer claims, or where several states are asked for, which it would have to sort.
 */
function inStates(states: ClaimState[], selective: boolean): SQL {
  const [only] = states;
  const isOne = states.length === 1 && only && !selective;
  return isOne ? eq(claims.state, only) : sql`+${inArray(claims.state, states)}`;
}

function dueWithin(due: ClaimFilter['due'], now: number): SQL | undefined {
  if (due === undefined) return undefined;
  if (due === 'none') return isNull(claims.dueAt);
  const until = { overdue: 0, day: DAY, week: 7 * DAY }[due];
  return sql`${byDue(claims.dueAt)} <= ${new Date(now + until).toISOString()}`;
}

function unsettledAs(unsettled: ClaimFilter['unsettled']): SQL | undefined {
  if (unsettled === undefined || unsettled === 'any') return unsettled && isAmongUnsettled;
  return and(isAmongUnsettled, sql`json_extract(${unsettledJson}, '$.state') = ${unsettled}`);
}
