import { inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Blindness } from '@/domain/blind';
import { claimOfThread } from '../discussion/rows';
import { comments, evidence, threads } from '../schema';

/**
 * The condition that a document of the index tells nobody who is so blind of a first verdict: it is none of the claims to
 * which they are blind, nor a comment on one, nor a source that one cites, whose finder can be searched for. Undefined
 * for who is blind to nothing.
 */
export function isFindable(doc: SQL, blindness: Blindness): SQL | undefined {
  if (blindness.size === 0) return undefined;
  const ids = [...blindness.keys()];
  const said = sql`select c.id from ${comments} c join ${threads} on ${threads.id} = c.thread_id
    left join ${evidence} on ${evidence.id} = ${threads.evidenceId} where ${inArray(claimOfThread, ids)}`;
  const cited = sql`select e.source_id from ${evidence} e where ${inArray(sql`e.claim_id`, ids)}`;
  const hidden = or(
    sql`(type = 'claim' and ${inArray(sql`subject`, ids)})`,
    sql`(type = 'comment' and subject in (${said}))`,
    sql`(type = 'source' and subject in (${cited}))`,
  );
  return sql`${doc} not in (select doc from search_documents where ${hidden})`;
}
