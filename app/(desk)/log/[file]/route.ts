import { visitor } from '@/app/session';
import { listDeskActivity } from '@/db/activity';
import { namesOfPeople } from '@/db/people/people';
import type { Activity } from '@/domain/activity';
import { rowsAsCsv } from '@/formats/export/table';
import { filterOf } from '../filter';

type Context = { params: Promise<{ file: string }> };

/** Lines that are read at once. */
const AT_ONCE = 500;

const plain = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

const columns = [
  'number',
  'at',
  'by',
  'by_id',
  'type',
  'article_id',
  'claim_id',
  'subject',
  'content',
  'erased',
  'digest',
];

/** How a part of the log is written in each format, and what comes before all of it. */
const formats = {
  csv: {
    type: 'text/csv; charset=utf-8',
    head: rowsAsCsv([columns]),
    write: (entries: Activity[], names: Record<string, string>) =>
      rowsAsCsv(
        entries.map(({ id, at, by, type, articleId, claimId, subject, content, erased, digest }) => [
          ...[id, at, by === null ? 'the server' : (names[by] ?? ''), by ?? '', type],
          ...[
            articleId ?? '',
            claimId ?? '',
            subject ?? '',
            content === null ? '' : JSON.stringify(content),
            erased ? 'yes' : '',
            digest ?? '',
          ],
        ]),
      ),
  },
  jsonl: {
    type: 'application/x-ndjson; charset=utf-8',
    head: '',
    write: (entries: Activity[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  },
};

/** The log as a file, `/log/activity.csv` or `/log/activity.jsonl`, newest first, sent as it is read. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const person = await visitor();
  if (!person) return plain(401, 'Sign in to the desk, then try again.');
  const [name, extension] = (await params).file.split('.');
  const format = extension === 'csv' || extension === 'jsonl' ? formats[extension] : null;
  if (name !== 'activity' || !format) return plain(404, 'The log is at /log/activity.csv and /log/activity.jsonl.');
  const { filter, refusal } = filterOf(Object.fromEntries(new URL(request.url).searchParams));
  if (refusal) return plain(400, refusal);
  const names = await namesOfPeople(person.read);
  let before: number | undefined;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(format.head)),
    pull: async (controller) => {
      const entries = await listDeskActivity(person.read, { ...filter, before, limit: AT_ONCE });
      controller.enqueue(encoder.encode(format.write(entries, names)));
      before = Number(entries.at(-1)?.id);
      if (entries.length < AT_ONCE) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': format.type,
      'Content-Disposition': `attachment; filename="activity.${extension}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
