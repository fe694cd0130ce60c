import { problemDocument } from '@/app/api/door/problem';
import { migrationsAreCurrent } from '@/db/migrate';

export const dynamic = 'force-dynamic';

/** Whether the database answers and has every migration; asks it anew each time. */
export async function GET(): Promise<Response> {
  const ready = await migrationsAreCurrent().catch(() => false);
  if (ready) return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
  const detail = 'The database does not answer, or its migrations are behind.';
  return problemDocument({ type: 'about:blank', title: 'Not ready', status: 503, detail });
}
