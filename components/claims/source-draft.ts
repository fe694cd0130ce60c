import { z } from 'zod';
import { type NewSource, newSourceSchema, type Source, sourceTypes } from '@/domain/evidence';

/** A source as it stands in the boxes of a form. */
export const sourceDraftSchema = z.object({
  url: z.string(),
  title: z.string(),
  publisher: z.string(),
  publishedOn: z.string(),
  type: z.enum(sourceTypes),
  withheld: z.boolean(),
  description: z.string(),
});
export type SourceDraft = z.infer<typeof sourceDraftSchema>;

export const draftOfSource = (source: Source): SourceDraft => ({
  url: source.url ?? '',
  title: source.title,
  publisher: source.publisher ?? '',
  publishedOn: source.publishedOn ?? '',
  type: source.type,
  withheld: source.withheld,
  description: source.description ?? '',
});

export const emptySource: SourceDraft = {
  url: '',
  title: '',
  publisher: '',
  publishedOn: '',
  type: 'page',
  withheld: false,
  description: '',
};

const orNull = (text: string): string | null => text.trim() || null;

export const sourceOf = (draft: SourceDraft): Required<NewSource> => ({
  type: draft.type,
  url: orNull(draft.url),
  title: draft.title.trim(),
  publisher: orNull(draft.publisher),
  publishedOn: orNull(draft.publishedOn),
  withheld: draft.withheld,
  description: orNull(draft.description),
});

/** What is wrong with each box of a source, checked by the very schema the server parses with. */
export function errorsInSource(draft: SourceDraft): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!draft.title.trim()) errors.title = 'Give the source a title.';
  if (draft.withheld && !draft.description.trim()) {
    errors.description = 'Describe the source in words that may be published.';
  }
  for (const { path, message } of newSourceSchema.safeParse(sourceOf(draft)).error?.issues ?? []) {
    errors[String(path[0])] ??= message;
  }
  return errors;
}
