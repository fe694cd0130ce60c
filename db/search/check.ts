import { inArray, sql } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import type { HitType } from '@/domain/search/hit';
import { database } from '../client';
import { searchDocuments } from '../schema';
import type { SearchDocument } from './document';
import { digestOfDocument } from './put';
import { things } from './rebuild';
import { documentsOf, type Thing } from './write';

/** How far the index holds what the desk says: how many things it has, and the first that it has wrong. */
export type SearchCheck = { documents: number; broken: Broken | null };
export type Broken = { type: HitType | null; id: string; problem: string };

/** Compares the index with everything it is made of, and with itself. Others may write meanwhile. */
export async function checkSearch(_permit: Permit<'administer'>): Promise<SearchCheck> {
  const { read } = database();
  const documents = await read.$count(searchDocuments);
  const broken = (await wrongThing()) ?? (await strayRow());
  return { documents, broken };
}

async function wrongThing(): Promise<Broken | null> {
  let after = '';
  for (let some = await things(database(), after); some.length > 0; some = await things(database(), after)) {
    const suspects = await differing(some);
    // a write between two reads is no fault, so what differs is looked at once more
    const [broken] = suspects.length > 0 ? await differing(suspects) : [];
    if (broken) return broken;
    after = some.at(-1)!.id;
  }
  return null;
}

async function differing(some: readonly Thing[]): Promise<(Thing & { problem: string })[]> {
  const { read } = database();
  const documents = await documentsOf(read, some);
  const ids = some.map(({ id }) => id);
  const kept = await read.select().from(searchDocuments).where(inArray(searchDocuments.subject, ids));
  const digests = new Map(kept.map(({ subject, digest }) => [subject, digest]));
  return some.flatMap(({ type, id }, index) => {
    const problem = problemOf(documents[index] ?? null, digests.get(id));
    return problem ? [{ type, id, problem }] : [];
  });
}

function problemOf(document: SearchDocument | null, digest: string | undefined): string | null {
  if (!document) return digest === undefined ? null : 'It is indexed although there is nothing to be found.';
  if (digest === undefined) return 'It is not indexed.';
  return digest === digestOfDocument(document) ? null : 'It is indexed as it was, not as it is.';
}

/** Rows of the index and the list of what it holds must be the same ones. */
async function strayRow(): Promise<Broken | null> {
  const [stray] = await database().read.all<{ doc: number; type: HitType | null; subject: string | null }>(sql`
    select d.doc as doc, d.type as type, d.subject as subject from ${searchDocuments} d
      where not exists (select 1 from search_index_docsize s where s.id = d.doc)
    union all select s.id, null, null from search_index_docsize s
      where not exists (select 1 from ${searchDocuments} d where d.doc = s.id) limit 1`);
  if (!stray) return null;
  return {
    type: stray.type,
    id: stray.subject ?? String(stray.doc),
    problem: 'The index and its list differ.',
  };
}
