import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { PeriodForm } from '@/components/standards/period-form';
import { ReportView } from '@/components/standards/report-view';
import { namesOfPeople } from '@/db/people/people';
import { deskReport } from '@/db/standards/report';
import { periodInWords, periodOf } from './period';

export const metadata: Metadata = { title: 'The desk’s standards' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskStandardsPage({ searchParams }: Props) {
  const { read } = await signedIn();
  const period = periodOf(await searchParams);
  const [report, names] = await Promise.all([deskReport(read, period), namesOfPeople(read)]);
  const query = new URLSearchParams(Object.entries(period).flatMap(([name, day]) => (day ? [[name, day]] : [])));
  return (
    <ReportView
      title="The desk’s standards"
      of={periodInWords(period)}
      report={report}
      names={names}
      files="/standards"
      query={query.size > 0 ? `?${query}` : ''}
    >
      <PeriodForm {...period} />
    </ReportView>
  );
}
