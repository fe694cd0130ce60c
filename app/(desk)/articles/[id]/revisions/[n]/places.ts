import { type Around, aroundOf } from '@/components/revisions/around';
import type { ReportedPlaces } from '@/components/revisions/report-claim';
import { readRevision } from '@/db/revisions/read';
import type { Permit } from '@/domain/permission';
import { type Finding, isIntact, type Report, type ReportedClaim } from '@/domain/revision';

/** What is shown beside words that changed, and of the place where lost ones stood, which is all that is left of them. */
const BESIDE = { changed: { most: 90 }, lost: { most: 400, beyond: true } };

const findingsOf = ({ anchor, alsoAt, about }: ReportedClaim): Finding[] =>
  anchor === null || about === 'headline' ? [] : [anchor, ...alsoAt];

/** The surroundings of all words that changed or are lost: where they stood, and where they stand now. */
export async function placesOf(read: Permit<'read'>, articleId: string, report: Report): Promise<ReportedPlaces> {
  const open = report.claims.flatMap(findingsOf).filter(({ state }) => !isIntact(state));
  const numbers = new Set([report.revision.number, ...open.map(({ from }) => from.revision)]);
  const texts = new Map<number, string>();
  for (const number of open.length > 0 ? numbers : []) {
    const revision = await readRevision(read, articleId, number);
    if (revision.ok) texts.set(number, revision.value.text);
  }
  const around = ({ state, from, to }: Finding): { was: Around | null; now: Around | null } => {
    if (isIntact(state)) return { was: null, now: null };
    const most = state === 'lost' ? BESIDE.lost : BESIDE.changed;
    return {
      was: aroundOf(texts.get(from.revision) ?? '', from, most),
      now: to && aroundOf(texts.get(report.revision.number) ?? '', to, most),
    };
  };
  return Object.fromEntries(report.claims.map((claim) => [claim.claimId, findingsOf(claim).map(around)]));
}
