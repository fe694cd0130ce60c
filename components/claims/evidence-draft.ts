import { z } from 'zod';
import { isTemporary } from '@/client/outbox/change';
import { type NewEvidence, newEvidenceSchema } from '@/domain/contract/claims';
import { type Evidence, type Source, stances } from '@/domain/evidence';
import { draftOfSource, emptySource, errorsInSource, sourceDraftSchema, sourceOf } from './source-draft';

/** A piece of evidence as it stands in the boxes of its form. */
export const evidenceDraftSchema = sourceDraftSchema.extend({
  stance: z.enum(stances),
  sourceId: z.string().nullable().describe('A source the desk knows, used as it is; null describes one.'),
  quote: z.string(),
  locator: z.string(),
  primary: z.boolean(),
  accessedOn: z.string(),
  archivedUrl: z.string(),
  note: z.string(),
});
export type EvidenceDraft = z.infer<typeof evidenceDraftSchema>;

/** Today where the person is, as YYYY-MM-DD. */
const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

export const emptyDraft = (): EvidenceDraft => ({
  ...emptySource,
  stance: 'supports',
  sourceId: null,
  quote: '',
  locator: '',
  primary: false,
  accessedOn: today(),
  archivedUrl: '',
  note: '',
});

export const draftOfEvidence = (item: Evidence): EvidenceDraft => ({
  ...draftOfSource(item.source),
  stance: item.stance,
  sourceId: isTemporary(item.source.id) ? null : item.source.id,
  quote: item.quote ?? '',
  locator: item.locator ?? '',
  primary: item.primary,
  accessedOn: item.accessedOn ?? '',
  archivedUrl: item.archivedUrl ?? '',
  note: item.note ?? '',
});

/** The draft with a source that the desk knows put into its boxes. */
export const withSource = (draft: EvidenceDraft, source: Source): EvidenceDraft => ({
  ...draft,
  ...draftOfSource(source),
  sourceId: source.id,
});

/** The source that the desk knows and the draft names, as it is shown until the server has answered. */
export const knownSource = (draft: EvidenceDraft): Source | undefined =>
  draft.sourceId === null ? undefined : { id: draft.sourceId, site: null, ...sourceOf(draft) };

const orNull = (text: string): string | null => text.trim() || null;

/** What the draft asks the API for. A known source that was not touched is named by its id. */
export const evidenceOf = (draft: EvidenceDraft): NewEvidence => ({
  source: draft.sourceId ? { id: draft.sourceId } : sourceOf(draft),
  stance: draft.stance,
  quote: orNull(draft.quote),
  locator: orNull(draft.locator),
  primary: draft.primary,
  accessedOn: orNull(draft.accessedOn),
  archivedUrl: orNull(draft.archivedUrl),
  note: orNull(draft.note),
});

/** What is wrong with each box, checked by the very schemas the server parses with. */
export function errorsIn(draft: EvidenceDraft): Record<string, string> {
  const { source, ...item } = evidenceOf(draft);
  const errors = draft.sourceId ? {} : errorsInSource(draft);
  for (const { path, message } of newEvidenceSchema.omit({ source: true }).safeParse(item).error?.issues ?? []) {
    errors[String(path[0])] ??= message;
  }
  return errors;
}
