import type { Editor } from '@tiptap/core';
import { type Span, sentenceAt } from '@/domain/anchor';
import { watchOf } from './article-plugins';
import { drawBlock } from './highlight-painter';
import { highlightsOf } from './highlights';
import { offsetTable } from './offsets';

/** What the workspace may ask of the article. Spans are offsets in the revision's plain text. */
export type ArticleHandle = {
  /** puts the focus back into the article, with the caret or selection it had */
  focus(): void;
  /** the words selected, drawn out to whole words unless Alt was held; null when there are none */
  selection(): Span | null;
  /** the sentence at the caret, or null in a blank paragraph */
  sentenceSpan(): Span | null;
  /** where a claim's highlight stands in the window, in px; null when it has no place in the text */
  rectOf(claimId: string): { top: number; bottom: number } | null;
  /** brings a claim's highlight into view if it is not */
  scrollTo(claimId: string): void;
  /** puts the focus into the article with just this span selected, and in view; an empty one places the caret */
  place(span: Span): void;
};

const rangeOf = ({ state }: Editor, claimId: string): Span | undefined =>
  highlightsOf(state).ranges.find(({ id }) => id === claimId);

function rectOf(editor: Editor, claimId: string): { top: number; bottom: number } | null {
  const range = rangeOf(editor, claimId);
  if (!range) return null;
  const table = offsetTable(editor.state.doc);
  return {
    top: editor.view.coordsAtPos(table.positionAt(range.start), 1).top,
    bottom: editor.view.coordsAtPos(table.positionAt(range.end), -1).bottom,
  };
}

function scrollTo(editor: Editor, claimId: string): void {
  const { view } = editor;
  const span = rangeOf(editor, claimId);
  const block = span && offsetTable(view.state.doc).blockAt(span.start);
  if (!span || !block) return;
  drawBlock(view, block.index);
  const { node } = view.domAtPos(block.position + Math.min(span.start - block.offset + 1, block.length));
  const element = node instanceof Element ? node : node.parentElement;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}

/** The handle of an editor; before there is one, nothing is selected and nothing happens. */
export const articleHandle = (editor: Editor | null, language: string): ArticleHandle => ({
  focus: () => editor?.view.focus(),
  selection: () => (editor && watchOf(editor.view)?.meaning()) ?? null,
  sentenceSpan() {
    if (!editor) return null;
    const { text, offsetAt } = offsetTable(editor.state.doc);
    return sentenceAt(text, offsetAt(editor.state.selection.head), language);
  },
  rectOf: (claimId) => editor && rectOf(editor, claimId),
  scrollTo: (claimId) => editor && scrollTo(editor, claimId),
  place(span) {
    if (!editor) return;
    editor.view.focus();
    watchOf(editor.view)?.place(span);
  },
});
