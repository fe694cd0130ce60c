import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';

/** A process that migrates the database named by its environment, as a starting server does. */
await migrate();
await closeDatabase();
