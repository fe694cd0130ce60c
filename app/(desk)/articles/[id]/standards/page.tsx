import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReportView } from '@/components/standards/report-view';
import { namesOfPeople } from '@/db/people/people';
import { articleReport } from '@/db/standards/report';
import { articleAt } from '../under-check';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await articleAt((await params).id);
  return { title: `Standards: ${article.title}` };
}

export default async function ArticleStandardsPage({ params }: Props) {
  const { id } = await params;
  const { read, article } = await articleAt(id);
  const [report, names] = await Promise.all([articleReport(read, id), namesOfPeople(read)]);
  if (!report.ok) notFound();
  return (
    <ReportView
      title="Standards"
      of={article.title}
      back={`/articles/${id}`}
      report={report.value}
      names={names}
      files={`/articles/${id}/standards`}
    />
  );
}
