import { z } from 'zod';
import { safeHref } from '../safe-href';
import { line, text } from '../text';

/** How deep lists and quotations may nest; deeper ones are flattened on import. */
export const DEEPEST = 8;

const words = text({ max: 2_200_000, min: 1 }).refine((value) => !value.includes('\n'), {
  error: 'A text block is one line of the revision’s text: it holds no line feed.',
});

const linkSchema = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({
    href: z.string().refine((href) => safeHref(href) !== null, {
      error: 'A link leads to http, https or mailto, and to nothing else.',
    }),
  }),
});
const markSchema = z.discriminatedUnion('type', [
  linkSchema,
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
]);
export type Mark = z.infer<typeof markSchema>;

const textNodeSchema = z.strictObject({
  type: z.literal('text'),
  text: words,
  marks: z.array(markSchema).max(3).optional(),
});
export type TextNode = z.infer<typeof textNodeSchema>;

const content = z.array(textNodeSchema).optional();

/** Of a transcript: who speaks, when (as printed), and whether the paragraph goes on with what they were saying. */
const speechSchema = z.strictObject({
  speaker: line({ max: 200 }).nullable().optional(),
  time: line({ max: 40 }).nullable().optional(),
  continues: z.literal(true).nullable().optional(),
});
export type Speech = z.infer<typeof speechSchema>;

const paragraphSchema = z.strictObject({ type: z.literal('paragraph'), attrs: speechSchema.optional(), content });
const headingSchema = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.int().min(1).max(6) }),
  content,
});
const captionSchema = z.strictObject({ type: z.literal('caption'), content });

export type TextBlock = z.infer<typeof paragraphSchema> | z.infer<typeof headingSchema> | z.infer<typeof captionSchema>;
export type ListItem = { type: 'listItem'; content: Block[] };
export type BulletList = { type: 'bulletList'; content: ListItem[] };
export type OrderedList = {
  type: 'orderedList';
  attrs?: { start?: number | null; type?: null };
  content: ListItem[];
};
export type Blockquote = { type: 'blockquote'; content: Block[] };
export type Container = BulletList | OrderedList | ListItem | Blockquote;
export type Block = TextBlock | BulletList | OrderedList | Blockquote;

const items = z.array(z.lazy(() => listItemSchema)).min(1);
const listItemSchema: z.ZodType<ListItem> = z.strictObject({
  type: z.literal('listItem'),
  content: z
    .array(z.lazy(() => blockSchema))
    .min(1)
    .refine(([first]) => first?.type === 'paragraph', { error: 'An item of a list begins with a paragraph.' }),
});
const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    paragraphSchema,
    headingSchema,
    captionSchema,
    z.strictObject({ type: z.literal('bulletList'), content: items }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z
        .strictObject({ start: z.int().min(0).max(999_999_999).nullable().optional(), type: z.null().optional() })
        .optional(),
      content: items,
    }),
    z.strictObject({ type: z.literal('blockquote'), content: z.array(blockSchema).min(1) }),
  ]),
);

/**
 * Everything that an article's document may hold, as ProseMirror JSON in Tiptap's names: what is not listed here is
 * neither stored nor drawn. It recurses: ask `checkedDoc`, which looks at the depth first.
 */
export const articleDocSchema = z.strictObject({ type: z.literal('doc'), content: z.array(blockSchema).min(1) });
export type ArticleDoc = { type: 'doc'; content: Block[] };
