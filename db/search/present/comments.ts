import { inArray } from 'drizzle-orm';
import { lineOfClaim } from '@/domain/claim';
import type { Permit } from '@/domain/permission';
import type { Hit } from '@/domain/search/hit';
import { database } from '../../client';
import { commentRows, threadRows } from '../../discussion/rows';
import { claims, comments, people, threads } from '../../schema';
import { snippetAmong, type Wanted } from './wanted';

/** How much of a comment is shown of which no word was searched for. */
const BEGINNING = 180;

export async function commentHits(_permit: Permit<'read'>, ids: readonly string[], wanted: Wanted): Promise<Hit[]> {
  const { read } = database();
  const found = await commentRows(read, inArray(comments.id, [...ids]));
  const under = await threadRows(
    read,
    inArray(
      threads.id,
      found.map(({ comment }) => comment.threadId),
    ),
  );
  const threadOf = new Map(under.map((each) => [each.thread.id, each]));
  const statements = await statementsOf(under.flatMap(({ claimId }) => claimId ?? []));
  const names = await namesOf(found.map(({ comment }) => comment.createdBy));
  return found.flatMap(({ comment, versions }): Hit[] => {
    const thread = threadOf.get(comment.threadId);
    const body = versions.at(-1)?.body;
    if (!thread || body === undefined) return [];
    return [
      {
        type: 'comment',
        id: comment.id,
        label: { text: names.get(comment.createdBy) ?? '', marks: [] },
        snippet: snippetAmong([body], wanted) ?? { text: body.slice(0, BEGINNING), marks: [] },
        detail: (thread.claimId === null ? thread.place?.exact : statements.get(thread.claimId)) ?? null,
        articleId: thread.thread.articleId,
        claimId: thread.claimId,
        verdict: null,
        state: null,
        at: comment.createdAt,
      },
    ];
  });
}

async function statementsOf(ids: string[]): Promise<Map<string, string>> {
  const { id, statement, quotes } = claims;
  const rows = await database().read.select({ id, statement, quotes }).from(claims).where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, lineOfClaim(row)]));
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const { id, name } = people;
  const rows = await database().read.select({ id, name }).from(people).where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}
