'use client';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, Italic, Link2, List, ListOrdered } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { safeHref } from '@/formats/prose';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Popover } from '../ui/popover';
import { TextInput } from '../ui/text-input';

type ToolProps = { label: string; keys?: string; on: boolean; icon: ReactNode; onPress: () => void };

const Tool = ({ label, keys, on, icon, onPress }: ToolProps) => (
  <button
    type="button"
    aria-label={label}
    aria-pressed={on}
    aria-keyshortcuts={keys}
    title={label}
    // keeps the selection in the text
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
    className="flex size-8 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink aria-pressed:bg-accent-wash aria-pressed:text-ink [&>svg]:size-4"
  >
    {icon}
  </button>
);

/** Formatting of the rationale, and one button for each piece of evidence to cite. */
export function RationaleTools({ editor, evidence }: { editor: Editor; evidence: readonly number[] }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      link: (now.getAttributes('link').href as string | undefined) ?? null,
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <div role="toolbar" aria-label="Formatting" className="flex flex-wrap items-center gap-0.5 border-b px-1 py-0.5">
      <Tool
        label="Bold"
        keys="Control+B"
        on={on.bold}
        icon={<Bold aria-hidden />}
        onPress={() => chain().toggleBold().run()}
      />
      <Tool
        label="Italic"
        keys="Control+I"
        on={on.italic}
        icon={<Italic aria-hidden />}
        onPress={() => chain().toggleItalic().run()}
      />
      <Tool
        label="Bulleted list"
        on={on.bullets}
        icon={<List aria-hidden />}
        onPress={() => chain().toggleBulletList().run()}
      />
      <Tool
        label="Numbered list"
        on={on.numbers}
        icon={<ListOrdered aria-hidden />}
        onPress={() => chain().toggleOrderedList().run()}
      />
      <LinkTool editor={editor} href={on.link} />
      {evidence.map((number) => (
        <button
          key={number}
          type="button"
          aria-label={`Cite evidence ${number}`}
          title={`Cite evidence ${number}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => chain().insertContent(`[${number}]`).run()}
          className="min-h-8 min-w-8 rounded-md px-1.5 text-sm text-ink-soft hover:bg-sunken hover:text-ink"
        >
          [{number}]
        </button>
      ))}
    </div>
  );
}

function LinkTool({ editor, href }: { editor: Editor; href: string | null }) {
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const show = (next: boolean) => {
    if (next) setAddress(href ?? '');
    setWrong(false);
    setOpen(next);
  };
  const link = () => {
    const safe = safeHref(address.trim());
    if (!safe) return setWrong(true);
    const { empty } = editor.state.selection;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (empty && !href)
      chain.insertContent({ type: 'text', text: safe, marks: [{ type: 'link', attrs: { href: safe } }] }).run();
    else chain.setMark('link', { href: safe }).run();
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={show}
      label="Link"
      trigger={
        <button
          type="button"
          aria-label="Link"
          aria-pressed={href !== null}
          title="Link"
          className="flex size-8 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink aria-pressed:bg-accent-wash aria-pressed:text-ink [&>svg]:size-4"
        >
          <Link2 aria-hidden />
        </button>
      }
    >
      <form
        className="flex w-72 flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          link();
        }}
      >
        <Field label="Address" error={wrong && 'Give a full web address, beginning with https://.'}>
          <TextInput
            type="text"
            inputMode="url"
            placeholder="https://"
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        </Field>
        <div className="flex gap-2">
          <Button type="submit" size="sm" variant="primary">
            Link
          </Button>
          {href && (
            <Button
              size="sm"
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
                setOpen(false);
              }}
            >
              Remove the link
            </Button>
          )}
        </div>
      </form>
    </Popover>
  );
}
