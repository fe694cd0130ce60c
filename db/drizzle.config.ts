import { defineConfig } from 'drizzle-kit';

/** For `npm run db:generate`, which compares the schema with the migrations and never touches a database. */
export default defineConfig({
  dialect: 'turso',
  schema: './db/schema/index.ts',
  out: './db/migrations',
});
