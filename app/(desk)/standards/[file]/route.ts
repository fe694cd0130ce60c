import { deskReport } from '@/db/standards/report';
import { ok } from '@/domain/result';
import { reportFile } from '../answer';
import { periodInWords, periodOf } from '../period';

type Context = { params: Promise<{ file: string }> };

/** The desk's report of a period, as a table or a text. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const period = periodOf(Object.fromEntries(new URL(request.url).searchParams));
  const title = 'The desk’s standards';
  return reportFile((await params).file, async (read) =>
    ok({ report: await deskReport(read, period), title, of: periodInWords(period) }),
  );
}
