import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { indexed } from '@/domain/search/words';
import type { Tx } from '../client';
import { searchDocuments } from '../schema';
import type { SearchDocument } from './document';
import { numbersFor } from './number';

/** Tells whether a thing is still indexed as it is. The index need not be kept from tampering, so half a digest does. */
export const digestOfDocument = ({ facets, title, who, body, more }: SearchDocument): string =>
  createHash('sha256')
    .update(JSON.stringify([facets, title, who, body, more]))
    .digest('base64url')
    .slice(0, 22);

/** Indexes a thing as it is now, in the transaction that writes it. Costs little where nothing searchable has changed. */
export async function put(tx: Tx, document: SearchDocument): Promise<void> {
  const { type, subject, facets, title, who, body, more } = document;
  const [first, end] = numbersFor(subject);
  const [changed] = await tx.all<{ doc: number }>(sql`
    insert into ${searchDocuments} (doc, type, subject, digest)
    select (select coalesce(max(doc) + 1, ${first}) from ${searchDocuments} where doc >= ${first} and doc < ${end}),
      ${type}, ${subject}, ${digestOfDocument(document)} where true
    on conflict (subject) do update set digest = excluded.digest where search_documents.digest <> excluded.digest
    returning doc`);
  if (!changed) return;
  await tx.run(sql`insert or replace into search_index (rowid, facets, title, who, body, more) values
    (${changed.doc}, ${facets.join(' ')}, ${indexed(title)}, ${indexed(who)}, ${indexed(body)}, ${indexed(more)})`);
}

/** Takes a thing out of the index: what is gone, erased or not to be found any more. */
export async function forget(tx: Tx, subject: string): Promise<void> {
  const [gone] = await tx.all<{ doc: number }>(
    sql`delete from ${searchDocuments} where subject = ${subject} returning doc`,
  );
  if (gone) await tx.run(sql`delete from search_index where rowid = ${gone.doc}`);
}
