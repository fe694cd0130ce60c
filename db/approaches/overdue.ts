import { type SQL, sql } from 'drizzle-orm';
import { approaches, claims } from '../schema';

const silent = sql`p.outcome is null and p.removed_at is null
  and p.deadline <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

/** The condition that somebody was asked for a reply to a claim and let the deadline pass: found by the deadlines. */
export const isReplyOverdue: SQL = sql`${claims.id} in (select p.claim_id from ${approaches} p where ${silent})`;

/** Who was asked first of those, with their deadline, as JSON; null where there is nobody. */
export const replyOverdueJson = sql<string | null>`(select json_object('party', p.party, 'deadline', p.deadline)
  from ${approaches} p where p.claim_id = ${claims.id} and ${silent} order by p.id limit 1)`;
