'use client';
import type { Claim } from '@/domain/claim';
import type { Report } from '@/domain/revision';
import { CheckingProvider, type UnderCheck } from '../claims/under-check';
import { Spinner } from '../ui/spinner';
import { ReportBody } from './report-body';
import type { ReportedPlaces } from './report-claim';

type Props = UnderCheck & { claims: readonly Claim[]; report: Report; places: ReportedPlaces };

/** What a revision did to the claims of its article, and where a person settles each of them. */
export function ReportPage({ claims, report, places, ...given }: Props) {
  const waiting = (
    <div className="p-8">
      <Spinner />
    </div>
  );
  return (
    <CheckingProvider {...given} claims={claims} fallback={waiting}>
      <ReportBody report={report} places={places} />
    </CheckingProvider>
  );
}
