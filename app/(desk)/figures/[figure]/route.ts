import { visitor } from '@/app/session';
import { tableOf } from '@/components/figures/tables';
import { deskFigures } from '@/db/figures/figures';
import { periodOf } from '@/domain/figures';
import { tableAsCsv } from '@/formats/export/table';

type Context = { params: Promise<{ figure: string }> };

const plain = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

/** The table behind one figure of the desk, `/figures/work.csv`, as CSV. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const person = await visitor();
  if (!person) return plain(401, 'Sign in to the desk, then try again.');
  const [name, format] = (await params).figure.split('.');
  const query = new URL(request.url).searchParams;
  const today = new Date().toISOString().slice(0, 10);
  const { period, refusal } = periodOf(
    { from: query.get('from') ?? undefined, to: query.get('to') ?? undefined },
    today,
  );
  if (refusal) return plain(400, refusal);
  const figures = await deskFigures(person.read, period);
  const table = format === 'csv' ? tableOf(name ?? '', figures, period, query.get('scale')) : null;
  if (!table) return plain(404, 'There is no such figure.');
  const file = `${name}-${period.from}-${period.to}.csv`;
  return new Response(tableAsCsv(table), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
