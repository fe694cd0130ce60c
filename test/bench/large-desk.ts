import Database from 'libsql';
import { newPerson, openDesk, type TestPerson } from '../desk';
import { type Filled, fill, type Size } from './large-desk/rows';

export type LargeDesk = Filled & { folder: string; file: string; people: TestPerson[]; close: () => Promise<void> };

/**
 * A desk as it is after some years, of made-up words in four invented languages, the same in every run: 10,000 articles
 * and 100,000 claims unless told otherwise, in every state, with places, evidence and decisions. It is written straight
 * into the file, so that it has no log. The search index is as empty as before.
 */
export async function largeDesk(size: Size = { articles: 10_000, claims: 100_000 }): Promise<LargeDesk> {
  const { folder, close } = await openDesk();
  const people = [await newPerson('reviewer'), await newPerson('reviewer'), await newPerson('editor')];
  const file = `${folder}/stet.db`;
  const database = new Database(file);
  try {
    const filled = fill(
      database,
      size,
      people.map(({ id }) => id),
    );
    return { folder, file, people, close, ...filled };
  } finally {
    database.close();
  }
}
