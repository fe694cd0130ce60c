import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { setupLink } from '@/db/people/setup';

/**
 * What the server asks of the desk's database. The database is one for the whole process, so what happens here
 * happens on the connection that the pages use.
 */
export const desk = {
  migrate: () => migrate(),
  /** the secret of the one-time setup link; null once the desk has a person */
  setupLink: () => setupLink(),
  close: () => closeDatabase(),
};
