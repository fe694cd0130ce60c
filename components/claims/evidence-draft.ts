import type { NewEvidence } from '@/domain/contract/claims';
import type { Evidence, NewSource, Source, Stance } from '@/domain/evidence';

/** A piece of evidence as it stands in the boxes of its form. */
export type EvidenceDraft = {
  stance: Stance;
  /** a source the desk knows, used as it is; null describes one */
  sourceId: string | null;
  url: string;
  title: string;
  publisher: string;
  publishedOn: string;
  type: NonNullable<NewSource['type']>;
  withheld: boolean;
  description: string;
  quote: string;
  locator: string;
  primary: boolean;
  accessedOn: string;
  archivedUrl: string;
  note: string;
};

/** Today where the person is, as YYYY-MM-DD. */
const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

const ofSource = (source: Source) => ({
  url: source.url ?? '',
  title: source.title,
  publisher: source.publisher ?? '',
  publishedOn: source.publishedOn ?? '',
  type: source.type,
  withheld: source.withheld,
  description: source.description ?? '',
});

export const emptyDraft = (): EvidenceDraft => ({
  stance: 'supports',
  sourceId: null,
  url: '',
  title: '',
  publisher: '',
  publishedOn: '',
  type: 'page',
  withheld: false,
  description: '',
  quote: '',
  locator: '',
  primary: false,
  accessedOn: today(),
  archivedUrl: '',
  note: '',
});

export const draftOfEvidence = (item: Evidence): EvidenceDraft => ({
  ...ofSource(item.source),
  stance: item.stance,
  sourceId: null,
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
  ...ofSource(source),
  sourceId: source.id,
});

const orNull = (text: string): string | null => text.trim() || null;

/** What the draft asks the API for. A known source that was not touched is named by its id. */
export const evidenceOf = (draft: EvidenceDraft): NewEvidence => ({
  source: draft.sourceId
    ? { id: draft.sourceId }
    : {
        type: draft.type,
        url: orNull(draft.url),
        title: draft.title.trim(),
        publisher: orNull(draft.publisher),
        publishedOn: orNull(draft.publishedOn),
        withheld: draft.withheld,
        description: orNull(draft.description),
      },
  stance: draft.stance,
  quote: orNull(draft.quote),
  locator: orNull(draft.locator),
  primary: draft.primary,
  accessedOn: orNull(draft.accessedOn),
  archivedUrl: orNull(draft.archivedUrl),
  note: orNull(draft.note),
});
