import { z } from 'zod';
import { activitySchema } from '../activity';
import { articleSchema, articleStates, docSchema, metadataFields, titleSchema } from '../article';
import { dueSchema } from '../due';
import { text } from '../text';
import { addresses } from './addresses';
import { listOf, numberedPageQuery, pageQuery, route } from './route';

const given = {
  title: titleSchema.optional(),
  publication: metadataFields.publication.optional(),
  byline: metadataFields.byline.optional(),
  contact: metadataFields.contact.optional(),
  publishedOn: metadataFields.publishedOn.optional(),
  url: metadataFields.url.optional(),
  language: metadataFields.language.optional(),
  rights: metadataFields.rights.optional(),
  scale: z.string().max(40).optional().describe('Id of a scale; its newest version is used.'),
  setAside: z
    .array(text({ max: 5000 }))
    .max(5000)
    .optional()
    .describe('Lines that are not article; replaces what would be recognised.'),
};

/** The formats of an article that is sent along. */
export const contentFormats = ['text', 'html', 'markdown', 'doc'] as const;
/** An article as it is sent along. */
export type SentContent = { format: (typeof contentFormats)[number]; content: string };

/** `content` may hold anything here: an import repairs NUL, unpaired surrogates and the like, and says so. */
export const importSchema = z
  .strictObject({
    format: z
      .enum([...contentFormats, 'url'])
      .optional()
      .describe(
        'Text unless said otherwise. `doc` is the JSON of a document as a preview answers it; `url`: the server reads what stands at the address in `url`.',
      ),
    content: z.string().optional().describe('The article as it was pasted; none with format `url`.'),
    ...given,
  })
  .superRefine(({ format, content, url }, context) => {
    const wrong = (field: 'content' | 'url', message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (format !== 'url' && content === undefined) wrong('content', 'Give the text of the article.');
    if (format === 'url' && content !== undefined) wrong('content', 'Give an address to read or a text, not both.');
    if (format === 'url' && !url) wrong('url', 'Give the address that is to be read.');
  });
export type ImportRequest = z.infer<typeof importSchema>;

/** One line of the original and what was recognised in it. */
export const importedLineSchema = z.object({
  text: z.string(),
  role: z.string().describe('paragraph, title, publication, date, byline, contact, copyright, …'),
  reason: z.string().nullable().describe('Why it was set aside; null for a paragraph.'),
  setAside: z.boolean(),
});

const briefRevision = z.object({ number: z.int(), text: z.string(), sha256: z.string() });
export const importedSchema = articleSchema.extend({ revision: briefRevision });
const { id, slug, assignees, dueAt, createdBy, createdAt, updatedAt, ...previewed } = importedSchema.shape;
export const previewSchema = z.object({
  ...previewed,
  lines: z.array(importedLineSchema),
  doc: docSchema.describe('All lines as a document, a text block each, to be changed and sent back as `doc`.'),
  titled: z.boolean().describe('Whether the title was given or found; else it is how the text begins.'),
  repairs: z.array(z.string()).describe('What had to be mended, in words.'),
});

export const patchArticleSchema = z.strictObject({
  publication: given.publication,
  byline: given.byline,
  contact: given.contact,
  publishedOn: given.publishedOn,
  url: given.url,
  language: given.language,
  rights: given.rights,
  scale: given.scale,
  assignees: z
    .array(z.string().regex(/^[\w-]{1,64}$/, { error: 'Give the id of a person.' }))
    .max(20)
    .optional()
    .describe('Ids of the people who see it through, in place of those before.'),
  dueAt: dueSchema.optional(),
  state: z.enum(['checking', 'closed']).optional().describe('`checking` opens a closed article again.'),
});

export const articleRoutes = {
  importArticle: route(addresses.importArticle, {
    summary: 'Import an article',
    access: 'annotate',
    body: importSchema,
    multipart: true,
    answer: importedSchema,
    etag: true,
  }),
  previewArticle: route(addresses.previewArticle, {
    summary: 'What an import would store; stores nothing',
    access: 'annotate',
    body: importSchema,
    multipart: true,
    status: 200,
    answer: previewSchema,
  }),
  listArticles: route(addresses.listArticles, {
    summary: 'Articles, newest first',
    access: 'read',
    query: z.object({
      ...pageQuery,
      state: z.enum(articleStates).optional(),
      q: z.string().max(200).optional().describe('Words of the title, publication or byline.'),
      assignee: z.string().max(64).optional().describe('Articles assigned to this person, or with a claim that is.'),
    }),
    answer: listOf(articleSchema),
    paged: true,
  }),
  readArticle: route(addresses.readArticle, {
    summary: 'One article',
    access: 'read',
    answer: articleSchema,
    etag: true,
  }),
  editArticle: route(addresses.editArticle, {
    summary: "Change an article's metadata",
    access: 'annotate',
    body: patchArticleSchema,
    answer: articleSchema,
    ifMatch: 'required',
    etag: true,
  }),
  listActivity: route(addresses.listActivity, {
    summary: 'The log of an article, newest first',
    access: 'read',
    query: z.object({
      ...numberedPageQuery,
      claim: z.string().max(64).optional().describe('Only what concerns this claim.'),
    }),
    answer: listOf(activitySchema),
    paged: true,
  }),
};
