import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ReportPage } from '@/components/revisions/report-page';
import { readReport } from '@/db/revisions/report';
import { articleAt, underCheck } from '../../under-check';
import { placesOf } from './places';

type Props = { params: Promise<{ id: string; n: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, n } = await params;
  const { article } = await articleAt(id);
  return { title: `Revision ${n === 'newest' ? article.revision.number : n} of ${article.title}` };
}

/** The report of a revision; `newest` is that of the newest one; the first leads to the timeline, for it has none. */
export default async function RevisionPage({ params }: Props) {
  const { id, n } = await params;
  const { article, read } = await articleAt(id);
  if (n !== 'newest' && !/^[1-9]\d{0,8}$/.test(n)) notFound();
  const number = n === 'newest' ? article.revision.number : Number(n);
  const [given, report] = await Promise.all([underCheck(id), readReport(read, id, number)]);
  if (!report.ok && report.refusal.problems[0]?.rule === 'no-report') redirect(`/articles/${id}/revisions`);
  if (!report.ok) notFound();
  return <ReportPage {...given} report={report.value} places={await placesOf(read, id, report.value)} />;
}
