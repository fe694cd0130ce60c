import { ok, type Result, refuse } from '../result';
import { textOfDoc } from './blocks';
import { type ArticleDoc, articleDocSchema, DEEPEST } from './schema';

/** Levels of JSON that a document has: a list is four deeper than the text in it. */
const MOST_LEVELS = 2 * DEEPEST + 8;

/** Whether plain JSON nests no deeper than a number of levels of `content`; it does not recurse. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return false;
    level = level.flatMap((node) => {
      const content = (node as { content?: unknown } | null)?.content;
      return Array.isArray(content) ? content : [];
    });
  }
  return true;
}

/** A document of the one schema, or a refusal (`malformed`) that says what it holds and may not. */
export function checkedDoc(value: unknown): Result<ArticleDoc> {
  if (!isShallow(value)) {
    return refuse('malformed', 'doc-too-deep', 'Lists and quotations nest too deep in this document. Flatten them.');
  }
  const parsed = articleDocSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  return refuse(
    'malformed',
    'doc-malformed',
    `This document holds what an article may not (${where || 'doc'}): ${issue?.message ?? 'unknown'}`.slice(0, 500),
  );
}

/** The document of a revision: one of the schema whose text blocks, joined by one line feed, are the text. */
export function docOfText(value: unknown, text: string): Result<ArticleDoc> {
  const checked = checkedDoc(value);
  if (!checked.ok || textOfDoc(checked.value) === text) return checked;
  return refuse('malformed', 'doc-text-differs', 'The document says something else than the text. Import it again.');
}
