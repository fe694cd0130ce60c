import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type Span, sentenceStep, snapToWords, trimmed } from '@/domain/anchor';
import { offsetTable } from './offsets';

/** A touch selection has no release: it counts as made when its handles rest this long, in ms. */
const REST = 250;

/** The selection as a span of the plain text, as it was drawn. */
export function drawnSpan(state: EditorState): Span {
  const table = offsetTable(state.doc);
  return { start: table.offsetAt(state.selection.from), end: table.offsetAt(state.selection.to) };
}

/** A transaction that selects the span, with the caret at the end it had before. */
export function selecting(state: EditorState, { start, end }: Span, backwards = false): Transaction {
  const table = offsetTable(state.doc);
  const [from, to] = [table.positionAt(start), table.positionAt(end)];
  return state.tr.setSelection(TextSelection.create(state.doc, backwards ? to : from, backwards ? from : to));
}

/** Moves the caret by a sentence; with `extend` the selection follows it, forwards to the sentence's end. */
export function bySentence(state: EditorState, forwards: boolean, extend: boolean, language: string): Transaction {
  const table = offsetTable(state.doc);
  const goal = forwards ? (extend ? 'end' : 'next') : 'previous';
  const position = table.positionAt(sentenceStep(table.text, table.offsetAt(state.selection.head), goal, language));
  return state.tr
    .setSelection(TextSelection.create(state.doc, extend ? state.selection.anchor : position, position))
    .scrollIntoView();
}

export type SelectionListener = {
  language: () => string;
  /** the words selected, once the pointer or key that draws the selection is released; null when there are none */
  selected: (span: Span | null) => void;
};

/**
 * Follows the selection and says what it means: whole words, or with Alt held on release just what was drawn. A mouse or
 * key selection is itself drawn out to the words; one made by touch is left alone, for its handles belong to the browser.
 */
export class SelectionWatch {
  private holding: 'pointer' | 'shift' | null = null;
  private touch = false;
  private asDrawn = false;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  private said: Span | null = null;

  constructor(
    private readonly view: EditorView,
    private readonly listener: SelectionListener,
  ) {
    const { ownerDocument } = view.dom;
    ownerDocument.addEventListener('pointerup', this.release);
    ownerDocument.addEventListener('pointercancel', this.release);
    ownerDocument.addEventListener('keyup', this.release);
  }

  /** What is selected now: null when nothing is, or only white space. */
  meaning(): Span | null {
    const { text } = offsetTable(this.view.state.doc);
    const drawn = drawnSpan(this.view.state);
    return this.asDrawn ? trimmed(text, drawn) : snapToWords(text, drawn, this.listener.language());
  }

  press(event: PointerEvent): void {
    this.touch = event.pointerType === 'touch';
    if (!this.touch) this.holding = 'pointer';
    this.asDrawn = false;
  }

  key(event: KeyboardEvent): void {
    this.touch = false;
    this.holding = event.shiftKey ? 'shift' : null;
  }

  /** Selects just this span, as if it had been drawn with Alt held, and brings it into view where the article has focus. */
  place(span: Span): void {
    this.holding = null;
    this.asDrawn = true;
    const placed = selecting(this.view.state, span);
    this.view.dispatch(this.view.hasFocus() ? placed.scrollIntoView() : placed);
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.selection.eq(before.selection)) return;
    clearTimeout(this.rest);
    if (view.state.selection.empty) {
      this.asDrawn = false;
      this.say(null);
    } else if (!this.holding) {
      this.rest = setTimeout(() => this.settle(), this.touch ? REST : 0);
    }
  }

  destroy(): void {
    clearTimeout(this.rest);
    cancelAnimationFrame(this.frame);
    const { ownerDocument } = this.view.dom;
    ownerDocument.removeEventListener('pointerup', this.release);
    ownerDocument.removeEventListener('pointercancel', this.release);
    ownerDocument.removeEventListener('keyup', this.release);
  }

  /** The browser may tell the view of the last change only after the release, but does before it draws the next frame. */
  private readonly release = (event: PointerEvent | KeyboardEvent): void => {
    const isKey = event.type === 'keyup';
    if (this.holding !== (isKey ? 'shift' : 'pointer') || (isKey && (event as KeyboardEvent).key !== 'Shift')) return;
    this.holding = null;
    this.asDrawn = event.altKey;
    clearTimeout(this.rest);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.rest = setTimeout(() => this.settle(), 0);
    });
  };

  private settle(): void {
    if (this.view.isDestroyed) return;
    const { state } = this.view;
    const span = this.meaning();
    const drawn = drawnSpan(state);
    const differs = span && (span.start !== drawn.start || span.end !== drawn.end);
    if (differs && !this.touch) {
      this.view.dispatch(selecting(state, span, state.selection.head < state.selection.anchor));
    }
    this.say(span);
  }

  private say(span: Span | null): void {
    if (span?.start === this.said?.start && span?.end === this.said?.end) return;
    this.said = span;
    this.listener.selected(span);
  }
}
