'use client';

import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { type Ref, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '@/domain/anchor';
import type { ArticleDoc } from '@/domain/doc';
import { type ArticleHandle, articleHandle } from './article-handle';
import { type ArticleListener, ArticlePlugins, watchOf } from './article-plugins';
import { articleSchema } from './article-schema';
import { ClaimBubble, isInBubble } from './claim-bubble';
import { showHighlights } from './highlight-painter';
import { claimsAt, type HighlightRange, highlightsOf } from './highlights';
import { offsetTable } from './offsets';
import { PlainArticle } from './plain-article';
import './article.css';

export type { ArticleHandle } from './article-handle';
export type { HighlightRange } from './highlights';

type Props = {
  /** the revision's document; a new `text` means a new revision */
  doc: ArticleDoc;
  text: string;
  /** BCP 47 tag of the language it is written in */
  language: string;
  /** the article's accessible name, its title */
  label: string;
  /** keep the array the same while the claims are */
  claims: readonly HighlightRange[];
  activeId: string | null;
  onSelect?: (selection: Span | null) => void;
  onActivate: (claimId: string | null) => void;
  /** from the bubble; the key is the workspace's to handle, with the handle's `selection()` */
  onCreate: (span: Span) => void;
  /** from the bubble: the active claim takes the selection as its new span */
  onMove?: (span: Span) => void;
  /** from the bubble: the selection is to be talked about */
  onComment?: (span: Span) => void;
  /** the key shown in the bubble; null where single keys are switched off */
  claimKey?: string | null;
  /** the editor once it stands, for `useHighlightTops` */
  onEditor?: (editor: Editor | null) => void;
  ref?: Ref<ArticleHandle>;
};

const HINT =
  'Read only. Select words to make a claim. Alt with the up or down arrow moves by sentence. Enter opens the claim at the caret.';

/** Parts of Tiptap that only serve changing text. */
const UNUSED = { keymap: false, paste: false, drop: false, delete: false } as const;

/** An article under check: its text, the claims in it, and a selection from which a claim can be made. */
export function ArticleEditor(props: Props) {
  const { text, language, claims, activeId, onEditor, claimKey = 'C' } = props;
  const hint = useId();
  const latest = useRef(props);
  latest.current = props;
  const [selected, setSelected] = useState<Span | null>(null);
  const [focused, setFocused] = useState(false);
  const [atCaret, setAtCaret] = useState('');

  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      enableCoreExtensions: UNUSED,
      extensions: [
        ...articleSchema,
        ArticlePlugins.configure({ listener: () => listenerOf(latest.current, setSelected) }),
      ],
      content: props.doc,
      editorProps: {
        attributes: { class: 'article-text', lang: language, 'aria-label': props.label, 'aria-describedby': hint },
      },
      onFocus: () => setFocused(true),
      onBlur: ({ event }) => setFocused(isInBubble(event.relatedTarget)),
      onSelectionUpdate: ({ editor: { state } }) => setAtCaret(state.selection.empty ? claimsInWords(state) : ''),
    },
    [text, language],
  );

  useShown(editor, claims, activeId);
  useEffect(() => {
    onEditor?.(editor);
    return () => onEditor?.(null);
  }, [editor, onEditor]);
  useImperativeHandle(props.ref, () => articleHandle(editor, language), [editor, language]);

  const take = (give: ((span: Span) => void) | undefined) => () => {
    if (!editor || !selected) return;
    give?.(selected);
    watchOf(editor.view)?.place({ start: selected.end, end: selected.end });
  };
  return (
    <div className="article">
      {editor ? <EditorContent editor={editor} /> : <PlainArticle doc={props.doc} language={language} />}
      {editor && selected && focused ? (
        <ClaimBubble
          editor={editor}
          claimKey={claimKey}
          onCreate={take(props.onCreate)}
          onLeave={() => setFocused(false)}
          onComment={props.onComment && take(props.onComment)}
          onMove={props.onMove && activeId !== null ? take(props.onMove) : undefined}
        />
      ) : null}
      <p id={hint} hidden>
        {HINT}
      </p>
      <p className="article-said" aria-live="polite">
        {atCaret}
      </p>
    </div>
  );
}

/** Shows the claims: in the same frame as they change, but after the text itself when the editor is new. */
function useShown(editor: Editor | null, claims: readonly HighlightRange[], activeId: string | null): void {
  const begun = useRef<Editor | null>(null);
  useLayoutEffect(() => {
    if (!editor) return;
    const show = () => {
      if (editor.isDestroyed) return;
      begun.current = editor;
      showHighlights(editor.view, claims, activeId);
    };
    if (begun.current === editor) return show();
    const timer = setTimeout(show, 0);
    return () => clearTimeout(timer);
  }, [editor, claims, activeId]);
}

const listenerOf = (props: Props, setSelected: (span: Span | null) => void): ArticleListener => ({
  language: props.language,
  onActivate: props.onActivate,
  onSelect(span) {
    setSelected(span);
    props.onSelect?.(span);
  },
});

function claimsInWords(state: Editor['state']): string {
  const ids = claimsAt(state, offsetTable(state.doc).offsetAt(state.selection.head));
  const { ranges } = highlightsOf(state);
  return ids.flatMap((id) => ranges.find((range) => range.id === id)?.label ?? []).join('; ');
}
