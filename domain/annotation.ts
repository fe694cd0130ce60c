import { z } from 'zod';
import type { ForeignQuote } from './anchor';

/** What an annotation made with another tool says, as far as it matters for a claim. */
export type ForeignAnnotation = {
  /** its own id, by which it is known again; of one without, the digest of what it says */
  id: string;
  /** the address it annotates */
  page: string | null;
  /** each passage that it annotates; none for a note on the page as a whole */
  quotes: ForeignQuote[];
  /** what it says, in Markdown */
  rationale: string;
  tags: string[];
  /** why it is nothing to make a claim of; null where it is */
  unusable: 'reply' | 'unreadable' | 'too-long' | null;
};

/** What became of one annotation. */
export const annotationReportSchema = z.object({
  id: z.string(),
  outcome: z
    .enum(['made', 'known', 'missing', 'ambiguous', 'other-page', 'empty', 'reply', 'unreadable', 'too-long'])
    .describe('`made`: a draft claim; `known`: imported before. Of all others no claim was made.'),
  message: z.string().describe('What became of it, in a sentence.'),
  quote: z.string().nullable().describe('The words that it annotates.'),
  tags: z.array(z.string()).describe('Its tags, which a claim has no place for.'),
  claimId: z.string().nullable(),
});
export type AnnotationReport = z.infer<typeof annotationReportSchema>;
export type AnnotationOutcome = AnnotationReport['outcome'];

export const annotationsReportSchema = z.object({
  made: z.int().describe('How many claims were made.'),
  items: z.array(annotationReportSchema).describe('In the order of what was sent.'),
});
export type AnnotationsReport = z.infer<typeof annotationsReportSchema>;

const sentences: Record<AnnotationOutcome, string> = {
  made: 'It is a draft claim now.',
  known: 'It was imported before; its claim is left as it is.',
  missing: 'The newest revision does not say these words.',
  ambiguous: 'These words stand in several places, and what surrounds them does not tell which is meant.',
  'other-page': 'It is a note on another page than this article’s.',
  empty: 'It says nothing, of no words.',
  reply: 'It is a reply to another annotation.',
  unreadable: 'It is not a Web Annotation, nor one of Hypothesis.',
  'too-long': 'It says more than the 20,000 characters that a rationale may have.',
};

export const reportOfAnnotation = (
  { id, quotes, tags }: Pick<ForeignAnnotation, 'id' | 'quotes' | 'tags'>,
  outcome: AnnotationOutcome,
  claimId: string | null = null,
): AnnotationReport => ({
  id,
  outcome,
  message: sentences[outcome],
  quote: quotes[0]?.exact ?? null,
  tags,
  claimId,
});

const addressOf = (page: string): string | null => {
  if (!URL.canParse(page)) return null;
  const { host, pathname } = new URL(page);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`.toLowerCase();
};

/** Whether an annotation's page is the article's, as far as both are known: scheme, query and a last slash aside. */
export function isSamePage(page: string | null, url: string | null): boolean {
  if (page === null || url === null) return true;
  const [one, other] = [addressOf(page), addressOf(url)];
  return one === null || other === null || one === other;
}
