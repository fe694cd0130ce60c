import type { Claim } from '@/domain/claim';
import type { EvidencePatch, NewEvidence } from '@/domain/contract/claims';
import type { Evidence, Source, SourceChoice } from '@/domain/evidence';
import { temporaryId } from '../outbox/change';

/** A source as it will be shown: the known one that was chosen, or the one described. */
export const sourceAs = (choice: SourceChoice, known?: Source): Source =>
  'title' in choice
    ? {
        id: known?.id ?? temporaryId(),
        type: choice.type ?? 'page',
        url: choice.url ?? null,
        title: choice.title,
        publisher: choice.publisher ?? null,
        publishedOn: choice.publishedOn ?? null,
        site: known && known.url === choice.url ? known.site : null,
        withheld: choice.withheld ?? false,
        description: choice.description ?? null,
      }
    : (known ?? sourceAs({ title: 'A source the desk knows' }));

/** Evidence as it will stand once the server has it, under the number it will get. */
export const evidenceAs = (claim: Claim, id: string, given: NewEvidence, source: Source): Evidence => ({
  id,
  number: claim.nextEvidence,
  stance: given.stance,
  quote: given.quote ?? null,
  locator: given.locator ?? null,
  primary: given.primary ?? false,
  accessedOn: given.accessedOn ?? null,
  archivedUrl: given.archivedUrl ?? null,
  note: given.note ?? null,
  source,
});

/** Evidence with the fields of a patch; `source` is how the patch's source is shown. */
export function evidenceWith(item: Evidence, { removed, source: choice, ...fields }: EvidencePatch, source?: Source) {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...item, ...given, source: choice && source ? source : item.source } as Evidence;
}
