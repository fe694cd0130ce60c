import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Span } from '@/domain/anchor';
import { readOnlyCaret } from './caret';
import { painterPlugin } from './highlight-painter';
import { claimsAt, highlightPlugin, highlightsOf, nextClaim } from './highlights';
import { offsetTable } from './offsets';
import { bySentence, SelectionWatch } from './selection';

/** What the article tells its surroundings, and the language it is read in. */
export type ArticleListener = {
  language: string;
  onSelect: (span: Span | null) => void;
  onActivate: (claimId: string | null) => void;
};

const watchKey = new PluginKey<{ watch: SelectionWatch | null }>('selection');

export const watchOf = (view: EditorView): SelectionWatch | null => watchKey.getState(view.state)?.watch ?? null;

/** A press on a highlight activates its claims in turn, smallest first; one on bare text leaves none active. */
function click(view: EditorView, event: MouseEvent, listener: ArticleListener): boolean {
  const selection = view.dom.ownerDocument.getSelection();
  if (event.button !== 0 || event.detail > 1 || (selection && !selection.isCollapsed)) return false;
  const mark = event.target instanceof Element ? event.target.closest('[data-claims]') : null;
  const ids = mark?.getAttribute('data-claims')?.split(' ') ?? [];
  listener.onActivate(nextClaim(ids, highlightsOf(view.state).activeId));
  return false;
}

/** Enter does at the caret what a click does; with nothing there it does nothing. */
function activateAtCaret(view: EditorView, listener: ArticleListener): boolean {
  const offset = offsetTable(view.state.doc).offsetAt(view.state.selection.head);
  const next = nextClaim(claimsAt(view.state, offset), highlightsOf(view.state).activeId);
  if (next !== null) listener.onActivate(next);
  return true;
}

function keydown(view: EditorView, event: KeyboardEvent, listener: ArticleListener): boolean {
  const { key, altKey, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) return false;
  if (key === 'Enter' && !altKey && !shiftKey) return activateAtCaret(view, listener);
  if (!altKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  view.dispatch(bySentence(view.state, key === 'ArrowDown', shiftKey, listener.language));
  return true;
}

function selectionPlugin(listener: () => ArticleListener) {
  const holder: { watch: SelectionWatch | null } = { watch: null };
  return new Plugin({
    key: watchKey,
    state: { init: () => holder, apply: () => holder },
    view(view) {
      const watch = new SelectionWatch(view, {
        language: () => listener().language,
        selected: (span) => listener().onSelect(span),
      });
      holder.watch = watch;
      return { update: (now, before) => watch.update(now, before), destroy: () => watch.destroy() };
    },
    props: {
      handleKeyDown: (view, event) => keydown(view, event, listener()),
      handleDOMEvents: {
        pointerdown: (_, event) => holder.watch?.press(event),
        keydown: (_, event) => holder.watch?.key(event),
        click: (view, event) => click(view, event, listener()),
      },
    },
  });
}

/** All that makes the editor an article under check: read-only, a caret, claims, and a selection that means something. */
export const ArticlePlugins = Extension.create<{ listener: () => ArticleListener }>({
  name: 'article',
  priority: 1000,
  addProseMirrorPlugins() {
    return [readOnlyCaret(), selectionPlugin(this.options.listener), highlightPlugin(), painterPlugin()];
  },
});
