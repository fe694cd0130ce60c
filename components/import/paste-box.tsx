'use client';
import { FileUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { useShortcuts } from '../ui/command';
import { Field, useField } from '../ui/field';
import { inputLook } from '../ui/input-look';
import { useFileDrop } from './file-drop';
import { accepted } from './file-kinds';
import { type Rich, richOf } from './rich';

type Props = {
  value: string;
  /** what the text is more than text; null where it is nothing more */
  rich: Rich | null;
  busy: boolean;
  /** whether the person has just come back to the text, and is to be put into it */
  fresh: boolean;
  /** `rich` goes with a text that was pasted whole; any other change is of plain text */
  onChange: (text: string, rich?: Rich) => void;
  onPreview: () => void;
  onFiles: (files: File[]) => void;
  onCancel: () => void;
};

/** Where an article comes in: pasted, or as files that are chosen or dropped. */
export function PasteBox({ value, rich, busy, fresh, onChange, onPreview, onFiles, onCancel }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const over = useFileDrop(onFiles);
  const preview = { keys: 'Mod+Enter', label: 'Show what was recognised', group: 'New article', run: onPreview };
  useShortcuts([{ ...preview, whileTyping: true, disabled: busy }]);
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Text of the article"
        hint="Paste everything, headline and small print too. Stet shows what it recognised before anything is stored."
      >
        <PasteArea value={value} over={over} fresh={fresh} onChange={onChange} />
      </Field>
      {rich && <Kept onPlain={() => onChange(value)} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" busy={busy} onClick={onPreview}>
          Show what was recognised
        </Button>
        {busy ? (
          <Button onClick={onCancel}>Cancel</Button>
        ) : (
          <Button icon={<FileUp aria-hidden />} onClick={() => file.current?.click()}>
            Upload files
          </Button>
        )}
        <span className="text-sm text-ink-faint max-sm:hidden">
          or drop them on this page: text, web pages, Markdown, Word
        </span>
        <input
          ref={file}
          type="file"
          multiple
          accept={accepted}
          aria-label="Files to upload"
          className="hidden"
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (chosen.length > 0) onFiles(chosen);
          }}
        />
      </div>
    </div>
  );
}

/** Says that a paste is more than its text, and how to have the text alone. */
const Kept = ({ onPlain }: { onPlain: () => void }) => (
  <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft" role="status">
    Its headings, lists, quotations and links are kept, until you change the text here.
    <Button size="sm" onClick={onPlain}>
      Keep only the text
    </Button>
  </p>
);

/** A paste in place of the whole text, with what it is more than text; null for any other. */
function pastedRich(event: React.ClipboardEvent<HTMLTextAreaElement>): Rich | null {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const replacesAll = value.slice(0, selectionStart).trim() === '' && value.slice(selectionEnd).trim() === '';
  return replacesAll ? richOf(event.clipboardData) : null;
}

/** From this many characters on, a browser's own pasting takes seconds, and far more than twice as long for twice as much. */
const LARGE = 50_000;

const plainPaste = (event: React.ClipboardEvent): string =>
  event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');

/** The whole text after a large paste; null for a small one, which is left to the browser and its undo. */
function afterPaste(event: React.ClipboardEvent<HTMLTextAreaElement>): string | null {
  const pasted = plainPaste(event);
  if (pasted.length < LARGE) return null;
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  return value.slice(0, selectionStart) + pasted + value.slice(selectionEnd);
}

type AreaProps = Pick<Props, 'value' | 'fresh' | 'onChange'> & { over: boolean };

/** The box for a text of any length. */
export function PasteArea({ value, over, fresh, onChange }: AreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before the page woke up
  useEffect(() => {
    if (area.current && area.current.value !== value) onChange(area.current.value);
    if (fresh) area.current?.focus();
  }, []);
  return (
    <textarea
      {...useField()}
      ref={area}
      value={value}
      dir="auto"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onPaste={(event) => {
        const rich = pastedRich(event);
        const whole = rich ? plainPaste(event) : afterPaste(event);
        if (whole === null) return;
        event.preventDefault();
        onChange(whole, rich ?? undefined);
      }}
      className={classes(
        inputLook,
        'min-h-[50dvh] resize-y px-4 py-3 font-serif text-md leading-read',
        over && 'border-accent bg-accent-wash',
      )}
    />
  );
}
