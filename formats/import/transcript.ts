import { type ArticleDoc, mapBlocks, placedBlocks, type Speech, type TextBlock, type TextNode } from '@/domain/doc';
import { isName } from './name';

const TIME =
  /^[[(]?((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)[\])]?(?:\s*(?:-->|[-–—])\s*[[(]?(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?[\])]?)?(?=\s|$|[:–—-])\s*[:–—-]?\s*/;
const TIME_AT_END = /\s*[[(]?((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)[\])]?$/;
const LABEL = /^(?:>>\s*)?([^:：\n]{1,70}?)\s*(?::(?:\s+|$)|：\s*)/;
/** What stands before a colon in articles and names no speaker. */
const NO_SPEAKER =
  /^(?:note|update|updates|correction|source|sources|photo|image|video|audio|caption|credit|editor's note|by|title|headline|date|published|time|where|when|who|what|why|how|warning|related|tags?|topics?|read more|more|step \d+|part \d+|chapter \d+|pros|cons|summary|background|location|e-?mail|contact|tel|phone|verdict|claim|conclusion|example|https?|for|against)$/i;
const ASIDE = /\s*[[(][^\])]{1,60}[\])]$/;

/** How a line of a transcript begins: with whom it gives the word to, when, or both; `length` is that of the beginning. */
type Opening = { speaker: string | null; time: string | null; length: number };

const isSpeaker = (name: string): boolean =>
  !NO_SPEAKER.test(name) &&
  (/^[QA]$/.test(name) || (/[\p{Lu}\p{Lo}]/u.test(name) && (name === name.toUpperCase() || isName(name))));

/** The speaker that a label names, without “(via video)”, and the time that stands in it. */
function labelOf(text: string): Opening | null {
  const match = LABEL.exec(text);
  if (!match) return null;
  const time = TIME_AT_END.exec(match[1]!)?.[1] ?? null;
  const name = match[1]!.replace(TIME_AT_END, '').replace(ASIDE, '').trim();
  return name !== '' && name.split(' ').length <= 9 && isSpeaker(name)
    ? { speaker: name, time, length: match[0].length }
    : null;
}

/** “Jane Doe 00:12” or “Jane Doe [00:12]” on a line of its own, above what she says. */
function heading(text: string): Opening | null {
  const time = text.length < 90 ? TIME_AT_END.exec(text) : null;
  const name = time
    ? text
        .slice(0, time.index)
        .replace(/[,–—-]$/, '')
        .trim()
    : '';
  return time && name !== '' && isSpeaker(name) ? { speaker: name, time: time[1]!, length: text.length } : null;
}

function openingOf(text: string): Opening | null {
  const timed = TIME.exec(text);
  const length = timed?.[0].length ?? 0;
  const label = labelOf(text.slice(length)) ?? (timed ? null : heading(text));
  if (label) return { ...label, time: label.time ?? timed?.[1] ?? null, length: length + label.length };
  return timed ? { speaker: null, time: timed[1]!, length } : null;
}

/**
 * Whether the openings are a transcript's. Times: three lines or more, and half of all. Names: three labels or more, one
 * of which comes twice, on a third of the lines from the first label to the last; an article has a colon here and there.
 */
function isTranscript(openings: (Opening | null)[]): boolean {
  const timed = openings.filter((opening) => opening?.time).length;
  if (timed >= 3 && timed * 2 >= openings.length) return true;
  const spoken = openings.flatMap((opening, at) => (opening?.speaker ? [{ at, speaker: opening.speaker }] : []));
  const names = new Set(spoken.map(({ speaker }) => speaker));
  const span = (spoken.at(-1)?.at ?? 0) - (spoken[0]?.at ?? 0) + 1;
  return spoken.length >= 3 && names.size >= 2 && names.size < spoken.length && spoken.length * 3 >= span;
}

/** The inline content without its first characters and the blanks after them. */
function without(content: TextNode[] = [], length: number): TextNode[] {
  let left = length;
  const rest = content.flatMap((node) => {
    const text = node.text.slice(left);
    left = Math.max(0, left - node.text.length);
    return text === '' ? [] : [{ ...node, text }];
  });
  const [first, ...others] = rest;
  const trimmed = first?.text.trimStart();
  return first === undefined ? [] : trimmed ? [{ ...first, text: trimmed }, ...others] : others;
}

const speech = ({
  speaker,
  time,
  continues,
}: {
  speaker: string | null;
  time: string | null;
  continues?: boolean;
}): Speech => ({
  ...(speaker ? { speaker } : {}),
  ...(time ? { time } : {}),
  ...(continues ? { continues: true as const } : {}),
});

/**
 * The document of a transcript with speaker and time as what its paragraphs are said by and at, and no more part of
 * their text; any other document as it is. A paragraph without a label, before the last label, goes on with the speaker
 * before it; after the last one nobody is named, since an editor's remark stands there as often.
 */
export function withSpeakers(doc: ArticleDoc): ArticleDoc {
  const blocks = placedBlocks(doc);
  const openings = blocks.map(({ node, text }) => (node.type === 'paragraph' ? openingOf(text) : null));
  if (!isTranscript(openings)) return doc;
  const last = openings.findLastIndex((opening) => opening?.speaker);
  let now: Opening | null = null;
  let pending: Opening | null = null;
  const turn = (node: TextBlock, at: number): TextBlock | null => {
    const opening = openings[at] ?? null;
    if (node.type !== 'paragraph') {
      now = null;
      return node;
    }
    const content = without(node.content, opening?.length ?? 0);
    if (opening && content.length === 0 && at < blocks.length - 1) {
      pending = { ...opening, speaker: opening.speaker ?? pending?.speaker ?? null };
      return null;
    }
    const said: Opening | null = opening ?? pending;
    const speaker: string | null = said?.speaker ?? pending?.speaker ?? null;
    pending = null;
    if (speaker) now = said;
    const goesOn: string | null = speaker === null && at < last ? (now?.speaker ?? null) : null;
    const attrs = speech({ speaker: speaker ?? goesOn, time: said?.time ?? null, continues: goesOn !== null });
    const text = content.length > 0 ? content : node.content;
    return {
      type: 'paragraph',
      ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
      ...(text ? { content: text } : {}),
    };
  };
  return { type: 'doc', content: mapBlocks(doc, turn) };
}
