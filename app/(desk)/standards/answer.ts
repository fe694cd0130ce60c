import { visitor } from '@/app/session';
import { namesOfPeople } from '@/db/people/people';
import type { StandardsReport } from '@/domain/contract/standards';
import type { Permit } from '@/domain/permission';
import type { Result } from '@/domain/result';
import { reportFiles } from '@/formats/export/standards-report';

type Read = (read: Permit<'read'>) => Promise<Result<{ report: StandardsReport; title: string; of: string }>>;

const plain = (words: string, status: number): Response =>
  new Response(words, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** A report as a file to keep, for people of the desk. */
export async function reportFile(name: string, read: Read): Promise<Response> {
  const person = await visitor();
  if (!person) return plain('Sign in to the desk to read its reports.', 401);
  const file = Object.hasOwn(reportFiles, name) ? reportFiles[name] : undefined;
  const found = file && (await read(person.read));
  if (!file || !found?.ok) return plain('There is no such report.', 404);
  const { report, title, of } = found.value;
  const names = await namesOfPeople(person.read);
  const body = file.make(report, { title, of, names, madeAt: new Date().toISOString() });
  const headers = {
    'Content-Type': file.type,
    'Content-Disposition': `attachment; filename="standards-${name}"`,
    'Cache-Control': 'private, no-store',
  };
  return new Response(body, { headers });
}
