import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { articles, claims, comments, searchDocuments, searchForm, sources } from '../schema';
import { forget, put } from './put';
import { documentsOf, type Thing } from './write';

/** The form that this version of the code indexes in: to be raised when documents or their words change. */
const FORM = 1;

/** Things indexed by one write, so that other writes get their turn between. */
const AT_ONCE = 200;

/** Whether the index is of the form that this version of the code writes. */
export async function searchIsCurrent(db: Database): Promise<boolean> {
  const [row] = await db.read.select({ form: searchForm.form }).from(searchForm);
  return row?.form === FORM;
}

/**
 * Builds the index anew from what the desk holds, oldest first, and answers how many things it has. May run while others
 * write: what they write is indexed by them, before or after, as it is.
 */
export async function rebuildSearch(db: Database): Promise<number> {
  await db.write(async (tx) => {
    await tx.delete(searchForm);
    await tx.delete(searchDocuments);
    await tx.run(sql`insert into search_index (search_index) values ('delete-all')`);
  });
  let after = '';
  for (let some = await things(db, after); some.length > 0; some = await things(db, after)) {
    await db.write(async (tx) => {
      for (const [index, document] of (await documentsOf(tx, some)).entries()) {
        await (document ? put(tx, document) : forget(tx, some[index]!.id));
      }
    });
    after = some.at(-1)!.id;
  }
  return db.write(async (tx) => {
    await tx.run(sql`insert into search_index (search_index) values ('optimize')`);
    await tx
      .insert(searchForm)
      .values({ id: 1, form: FORM })
      .onConflictDoUpdate({ target: searchForm.id, set: { form: FORM } });
    return tx.$count(searchDocuments);
  });
}

/** The articles, claims, sources and comments that were made next after an id, in the order they were made in. */
export const things = (db: Pick<Database, 'read'>, after: string): Promise<Thing[]> =>
  db.read.all<Thing>(sql`
    select 'article' as type, id from (select id from ${articles} where id > ${after} order by id limit ${AT_ONCE})
    union all select 'claim', id from (select id from ${claims} where id > ${after} order by id limit ${AT_ONCE})
    union all select 'source', id from (select id from ${sources} where id > ${after} order by id limit ${AT_ONCE})
    union all select 'comment', id from (select id from ${comments} where id > ${after} order by id limit ${AT_ONCE})
    order by id limit ${AT_ONCE}`);
