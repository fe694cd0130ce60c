import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

const refuse = (_: EditorView, event: Event): boolean => {
  event.preventDefault();
  return true;
};

/** A press inside the old selection would start a drag of its text instead of a new selection. */
function startAfresh(view: EditorView, event: MouseEvent): boolean {
  const selection = view.dom.ownerDocument.getSelection();
  if (event.button === 0 && !event.shiftKey && selection && !selection.isCollapsed) selection.removeAllRanges();
  return false;
}

/**
 * An input method writes into the page without asking: nothing can prevent it. The view never learns of the composition
 * (so it does not protect what is being composed) and puts the text back at once; losing the focus for a moment makes
 * the input method give up.
 */
function endComposition(view: EditorView): boolean {
  view.dom.blur();
  view.focus();
  return true;
}

/** There is nothing to undo in the text, and ProseMirror would swallow the keys: they are the page's. */
const leaveUndo = (_: EditorView, event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);

/**
 * Read-only, yet with a caret: the element stays editable, so that the keyboard can select in it and a screen reader can
 * walk through it, and every way to change the text is refused. Copying stays.
 */
export const readOnlyCaret = () =>
  new Plugin({
    filterTransaction: (tr) => !tr.docChanged,
    props: {
      attributes: {
        role: 'textbox',
        'aria-readonly': 'true',
        'aria-multiline': 'true',
        inputmode: 'none',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      },
      handleDOMEvents: {
        keydown: leaveUndo,
        mousedown: startAfresh,
        beforeinput: refuse,
        paste: refuse,
        cut: refuse,
        drop: refuse,
        dragstart: refuse,
        compositionstart: endComposition,
        compositionupdate: refuse,
        compositionend: refuse,
      },
    },
  });
