import { fillSampleDesk } from '@/bin/sample/desk';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';

/** What this script prints: who is on the sample desk, each with the secret of a sign-in link, and its article. */
export type Filled = { guests: { name: string; secret: string }[]; article: { id: string; slug: string } };

await migrate();
const { guests, article } = await fillSampleDesk();
const filled: Filled = {
  guests: guests.map(({ person, secret }) => ({ name: person.name, secret })),
  article: { id: article.id, slug: article.slug },
};
console.log(JSON.stringify(filled));
await closeDatabase();
