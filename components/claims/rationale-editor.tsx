'use client';
import type { JSONContent } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import { OrderedList } from '@tiptap/extension-list/ordered-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useRef } from 'react';
import { docToProse, proseToDoc } from '@/formats/prose';
import type { RationaleProps } from './rationale';
import { RationaleLink } from './rationale-link';
import { RationaleTools } from './rationale-tools';

const extensions = [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  HardBreak,
  BulletList,
  OrderedList,
  ListItem,
  UndoRedo,
  RationaleLink,
];

/** Text with bold, italic, links and lists, kept as Markdown. Tiptap knows nothing else, so nothing else gets in. */
export function RationaleEditor({ label = 'Rationale', value, onChange, evidence, disabled = false }: RationaleProps) {
  const hint = useId();
  /** the Markdown that the document stands for: what comes back unchanged is not put into it again */
  const shown = useRef(value);
  const told = useRef(onChange);
  told.current = onChange;
  const editor = useEditor({
    extensions,
    content: proseToDoc(value) as JSONContent,
    editable: !disabled,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': hint,
        dir: 'auto',
        class: 'prose-field min-h-28 px-2.5 py-2 font-serif text-md leading-read outline-none wrap-anywhere',
      },
    },
    onUpdate: ({ editor: changed }) => {
      const markdown = docToProse(changed.getJSON() as ReturnType<typeof proseToDoc>);
      if (markdown === shown.current) return;
      shown.current = markdown;
      told.current(markdown);
    },
  });
  useEffect(() => {
    if (!editor || value === shown.current) return;
    shown.current = value;
    editor.commands.setContent(proseToDoc(value) as JSONContent, { emitUpdate: false });
  }, [editor, value]);
  useEffect(() => {
    editor?.setEditable(!disabled, false);
  }, [editor, disabled]);
  return (
    <div className="flex flex-col rounded-md border border-rule bg-raised focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus has-[[contenteditable=false]]:bg-sunken">
      {editor && !disabled && <RationaleTools editor={editor} evidence={evidence} />}
      <EditorContent editor={editor} />
      <p id={hint} className="sr-only">
        Bold, italic, links and lists.{label === 'Rationale' && ' Write [2] to cite evidence 2.'}
      </p>
    </div>
  );
}
