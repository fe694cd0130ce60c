import { z } from 'zod';
import type { ArticleDoc } from './doc';
import { dueSchema } from './due';
import { emailSchema } from './person';
import { scaleSchema } from './scale';
import { line } from './text';
import { webAddress } from './web-address';

export const articleStates = ['checking', 'published', 'closed'] as const;
export const articleRights = ['own', 'licensed', 'excerpt'] as const;
export type ArticleRights = (typeof articleRights)[number];

/** BCP 47, as far as a form can check it: a primary language and up to four subtags. */
export const languageSchema = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/, {
  error: 'Give the language as a tag such as en, en-GB or pt-BR.',
});

export const contactSchema = z.object({ name: line({ max: 120 }), email: emailSchema });

/** What is known of an article apart from its text. */
export const metadataFields = {
  publication: line({ max: 200 }).nullable(),
  byline: line({ max: 300 }).nullable(),
  contact: contactSchema.nullable(),
  publishedOn: z.iso.date({ error: 'Give the date as YYYY-MM-DD.' }).nullable(),
  url: webAddress.nullable(),
  language: languageSchema,
  rights: z.enum(articleRights),
};
export const titleSchema = line({ max: 300 });

export const articleSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  ...metadataFields,
  state: z.enum(articleStates),
  scale: scaleSchema,
  revision: z.object({ number: z.int(), sha256: z.string() }).describe('The newest revision.'),
  setAside: z.array(z.string()).describe('Lines of the original that are not article, in order.'),
  assignees: z.array(z.string()).describe('Ids of the people who see it through.'),
  dueAt: dueSchema,
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Article = z.infer<typeof articleSchema>;

/**
 * A ProseMirror document of the article; its text blocks joined by one line feed are the revision's text. As a contract
 * answers it: what one may hold is `articleDocSchema` of `domain/doc`, by which every document is checked when stored.
 */
export const docSchema = z.custom<ArticleDoc>().meta({ type: 'object', description: 'A ProseMirror document.' });

export const revisionKinds = ['import', 'correction'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

export const revisionSchema = z.object({
  number: z.int().min(1),
  title: z.string(),
  text: z.string(),
  doc: docSchema,
  sha256: z.string(),
  kind: z.enum(revisionKinds).describe('`correction`: an editor mended how the text was imported.'),
  reason: z.string().nullable().describe('Why it was added, in the words of who added it.'),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type Revision = z.infer<typeof revisionSchema>;

/** A revision without its text, as lists and reports name it. */
export const revisionHeadSchema = revisionSchema.omit({ text: true, doc: true });
export type RevisionHead = z.infer<typeof revisionHeadSchema>;
