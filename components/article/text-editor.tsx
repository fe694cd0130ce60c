'use client';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useRef } from 'react';
import type { ArticleDoc } from '@/domain/doc';
import { articleSchema } from './article-schema';
import './article.css';

const extensions = [...articleSchema, UndoRedo];

/** Milliseconds of rest after which what was typed is told: a long document is not written out at every key. */
const REST = 300;

type Props = {
  /** the document to begin with; another object of another `version` begins anew */
  doc: ArticleDoc;
  version: string;
  language: string;
  label: string;
  onChange: (doc: ArticleDoc) => void;
  /** Mod+Enter, which the editor would take for a new line */
  onDone: () => void;
};

/** The text of an article to be corrected: it can hold what an article's document may, and nothing else. */
export function TextEditor({ doc, version, language, label, onChange, onDone }: Props) {
  const hint = useId();
  const told = useRef(onChange);
  told.current = onChange;
  const done = useRef(onDone);
  done.current = onDone;
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const untold = useRef<(() => void) | null>(null);
  const editor = useEditor(
    {
      extensions,
      content: doc,
      immediatelyRender: false,
      injectCSS: false,
      editorProps: {
        handleKeyDown(_, { key, ctrlKey, metaKey }) {
          if (key !== 'Enter' || !(ctrlKey || metaKey)) return false;
          untold.current?.();
          setTimeout(() => done.current()); // once what was told has arrived
          return true;
        },
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-describedby': hint,
          lang: language,
          class: 'article-text article-editable',
        },
      },
      onUpdate({ editor: changed }) {
        untold.current = () => {
          untold.current = null;
          clearTimeout(rest.current);
          told.current(changed.getJSON() as ArticleDoc);
        };
        clearTimeout(rest.current);
        rest.current = setTimeout(() => untold.current?.(), REST);
      },
      onBlur: () => untold.current?.(),
    },
    [version],
  );
  useEffect(() => {
    const tell = () => untold.current?.();
    window.addEventListener('pagehide', tell);
    return () => {
      window.removeEventListener('pagehide', tell);
      tell();
    };
  }, []);
  return (
    <div className="article">
      <p className="pb-1 text-sm font-semibold text-ink" aria-hidden>
        {label}
      </p>
      <EditorContent editor={editor} />
      <p id={hint} className="sr-only">
        Each paragraph, heading or item is one line of the article’s text. Control or Command with Z undoes, with B it
        makes bold, with I italic.
      </p>
    </div>
  );
}
