import { z } from 'zod';
import type { ForeignQuote } from '@/domain/anchor';
import type { ForeignAnnotation } from '@/domain/annotation';
import { digestOf } from '@/domain/canonical';
import { ok, type Result, refuse } from '@/domain/result';
import { repair } from '@/domain/text';
import { type Inline, printProse } from '../prose';
import { plainSpaces } from './lines';

/** How many annotations one request may hold. */
export const MOST_ANNOTATIONS = 2000;
/** How long a rationale may be (`domain/claim`). */
const LONGEST = 20_000;

const quoteSelector = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const positionSelector = z.looseObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().min(0),
  end: z.int().min(0),
});
const textualBody = z.looseObject({
  value: z.string(),
  format: z.string().optional(),
  purpose: z.unknown().optional(),
});
const annotation = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  uri: z.string().optional(),
  text: z.string().optional(),
  bodyValue: z.string().optional(),
  body: z.unknown().optional(),
  target: z.unknown(),
  tags: z.array(z.string()).optional(),
  references: z.array(z.unknown()).optional(),
});
type Annotation = z.infer<typeof annotation>;
type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const all = (value: unknown): unknown[] => (value === undefined || value === null ? [] : [value].flat());

/** The annotations of a collection or one page of it, of Hypothesis' API or export, or a list of them; null: none of it. */
function listIn(document: unknown): unknown[] | null {
  if (Array.isArray(document)) return document;
  if (!isObject(document)) return null;
  for (const field of ['rows', 'annotations', 'items'] as const) {
    if (Array.isArray(document[field])) return document[field];
  }
  if (isObject(document.first)) return listIn(document.first);
  return document.target === undefined ? null : [document];
}

/** Selectors lie side by side, or each refines the one before it. */
function* selectorsOf(selector: unknown, depth = 0): Generator<unknown> {
  for (const each of all(selector)) {
    yield each;
    if (isObject(each) && each.refinedBy !== undefined && depth < 4) yield* selectorsOf(each.refinedBy, depth + 1);
  }
}

/** The words as an import would have them, so that they are found in what was imported. */
const cleaned = (text: string): string => plainSpaces(repair(text).text).text;

function quoteOf(target: unknown): ForeignQuote | null {
  if (!isObject(target)) return null;
  const selectors = [...selectorsOf(target.selector)];
  const quote = selectors.map((each) => quoteSelector.safeParse(each).data).find(Boolean);
  if (!quote) return null;
  const position = selectors.map((each) => positionSelector.safeParse(each).data).find(Boolean);
  return {
    exact: cleaned(quote.exact),
    prefix: cleaned(quote.prefix ?? ''),
    suffix: cleaned(quote.suffix ?? ''),
    position: position ? { start: position.start, end: position.end } : null,
  };
}

const pageOf = ({ uri, target }: Annotation): string | null => {
  const source = all(target).map((each) => (typeof each === 'string' ? each : isObject(each) ? each.source : null));
  return uri ?? source.find((each) => typeof each === 'string') ?? null;
};

/** Plain text as Markdown that says just that: paragraphs a blank line apart, and line breaks. */
const asProse = (plain: string): string =>
  printProse(
    plain
      .trim()
      .split(/\n{2,}/)
      .map((lines) => ({ type: 'paragraph' as const, children: lines.split('\n').flatMap(lineOf) })),
  );

const lineOf = (text: string, index: number): Inline[] => [
  ...(index > 0 ? [{ type: 'break' as const }] : []),
  ...(text === '' ? [] : [{ type: 'text' as const, text }]),
];

type Said = { words: string; tags: string[] };

/** A body is what it says, or a tag; Markdown stays what it is, any other text has its signs escaped. */
function saidIn(body: unknown): Said {
  if (typeof body === 'string') return { words: asProse(repair(body).text), tags: [] };
  const { data } = textualBody.safeParse(body);
  if (!data) return { words: '', tags: [] };
  if (all(data.purpose).includes('tagging')) return { words: '', tags: [data.value] };
  const { text } = repair(data.value);
  return { words: data.format === 'text/markdown' ? text : asProse(text), tags: [] };
}

function saidBy({ text, bodyValue, body, tags = [] }: Annotation): Said {
  const bodies = [...all(bodyValue), ...all(body)].map(saidIn);
  const words = [repair(text ?? '').text, ...bodies.map((said) => said.words)].map((each) => each.trim());
  return { words: words.filter(Boolean).join('\n\n'), tags: [...tags, ...bodies.flatMap((said) => said.tags)] };
}

const unreadable = (item: unknown): ForeignAnnotation => ({
  id: isObject(item) && typeof item.id === 'string' ? item.id.slice(0, 500) : '',
  page: null,
  quotes: [],
  rationale: '',
  tags: [],
  unusable: 'unreadable',
});

function read(item: unknown): ForeignAnnotation {
  const { data } = annotation.safeParse(item);
  if (!data || all(data.target).length === 0) return unreadable(item);
  const { words, tags } = saidBy(data);
  const quotes = all(data.target).flatMap((target) => quoteOf(target) ?? []);
  const page = pageOf(data);
  return {
    id:
      data.id === undefined
        ? digestOf({ page, words, quotes: quotes.map(({ exact }) => exact) })
        : repair(String(data.id)).text.slice(0, 500),
    page,
    quotes,
    rationale: words,
    tags: tags.map((tag) => repair(tag).text),
    unusable: all(data.references).length > 0 ? 'reply' : [...words].length > LONGEST ? 'too-long' : null,
  };
}

/**
 * Reads annotations made with other tools: a Web Annotation, a page or collection of them (W3C), or what Hypothesis'
 * API and export give. Each is read by itself, so that one that cannot be read loses no other. Refuses, as `malformed`,
 * what holds none that can be read, and, as `too-large`, more than 2,000.
 */
export function readAnnotations(document: unknown): Result<ForeignAnnotation[]> {
  const list = listIn(document);
  if (list && list.length > MOST_ANNOTATIONS) {
    return refuse('too-large', 'too-many-annotations', 'These are over 2,000 annotations. Import them in parts.');
  }
  const found = (list ?? []).map(read);
  if (!found.some(({ unusable }) => unusable !== 'unreadable')) {
    const message = 'There are no annotations in this. Send a Web Annotation collection, or an export of Hypothesis.';
    return refuse('malformed', 'no-annotations', message);
  }
  return ok(found);
}
