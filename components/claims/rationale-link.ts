import { Mark, markPasteRule } from '@tiptap/core';
import type { MarkType } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { safeHref } from '@/domain/safe-href';

const ADDRESS = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”«»`\\]+/giu;
const AFTER_AN_ADDRESS = /[.,;:!?'’*_\])]$/;

/** Without what belongs to the sentence: its stop, and a bracket that was opened before the address. */
function addressOf(words: string): string {
  const last = AFTER_AN_ADDRESS.exec(words)?.[0];
  if (last === undefined) return words;
  const isItsOwn = last === ')' && words.split('(').length >= words.split(')').length;
  return isItsOwn ? words : addressOf(words.slice(0, -1));
}

/** The web addresses that stand in some words, each with where it begins. */
export const addressesIn = (words: string): { address: string; index: number }[] =>
  [...words.matchAll(ADDRESS)]
    .map((match) => ({ address: addressOf(match[0]), index: match.index }))
    .filter(({ address }) => safeHref(address) !== null);

/** What links the address that ends at the caret; null where none does, or it is linked already. */
function linkBeforeCaret({ selection, tr }: EditorState, type: MarkType): Transaction | null {
  const { $from } = selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const found = addressesIn(before).at(-1);
  if (!found || !/^\S*$/.test(before.slice(found.index))) return null;
  const from = $from.start() + found.index;
  const to = from + found.address.length;
  if ($from.doc.rangeHasMark(from, to, type)) return null;
  return tr.addMark(from, to, type.create({ href: found.address }));
}

/** Links an address once the word is done; an address that is pasted over words becomes their link. */
const linking = (type: MarkType): Plugin =>
  new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        const linked = /^\s/.test(text) && linkBeforeCaret(view.state, type);
        if (linked) view.dispatch(linked);
        return false; // what was typed goes in as ever
      },
      handleKeyDown(view, { key }) {
        const linked = key === 'Enter' && linkBeforeCaret(view.state, type);
        if (linked) view.dispatch(linked);
        return false;
      },
      handlePaste(view, _event, slice) {
        const { from, to, empty } = view.state.selection;
        const pasted = slice.content.textBetween(0, slice.content.size).trim();
        if (empty || /\s/.test(pasted) || addressesIn(pasted)[0]?.address !== pasted) return false;
        view.dispatch(view.state.tr.addMark(from, to, type.create({ href: pasted })));
        return true;
      },
    },
  });

/** A link in a rationale. What is typed after it is not of it. */
export const RationaleLink = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => safeHref(element.getAttribute('href') ?? '') !== null && null },
  ],
  renderHTML: ({ HTMLAttributes: { href } }) => ['a', { href: safeHref(String(href)), rel: 'noopener nofollow' }, 0],
  addPasteRules() {
    const find = (words: string) =>
      addressesIn(words).map(({ address, index }) => ({ text: address, index, data: { href: address } }));
    return [markPasteRule({ find, type: this.type, getAttributes: ({ data }) => data })];
  },
  addProseMirrorPlugins() {
    return [linking(this.type)];
  },
});
