'use client';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Field, useField } from '../ui/field';
import { inputLook } from '../ui/text-input';

type Props = {
  value: string;
  busy: boolean;
  onChange: (text: string) => void;
  onPreview: (content: string | File) => void;
};

/** Where an article comes in: its text pasted, or a text file chosen or dropped. */
export function PasteBox({ value, busy, onChange, onPreview }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: React.DragEvent) => {
    const [dropped] = event.dataTransfer.files;
    setOver(false);
    if (!dropped) return;
    event.preventDefault();
    onPreview(dropped);
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onPreview(value);
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field
        label="Text of the article"
        hint="Paste everything, headline and small print too. Stet shows what it recognised before anything is stored."
      >
        <PasteArea value={value} over={over} onChange={onChange} />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" busy={busy} disabled={!value.trim()}>
          Show what was recognised
        </Button>
        <Button icon={<FileUp aria-hidden />} onClick={() => file.current?.click()} disabled={busy}>
          Upload a .txt file
        </Button>
        <span className="text-sm text-ink-faint max-sm:hidden">or drop one on this page; up to 2 MB</span>
        <input
          ref={file}
          type="file"
          accept=".txt,text/plain"
          aria-label="Upload a .txt file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (chosen) onPreview(chosen);
          }}
        />
      </div>
    </form>
  );
}

function PasteArea({ value, over, onChange }: { value: string; over: boolean; onChange: (text: string) => void }) {
  return (
    <textarea
      {...useField()}
      value={value}
      dir="auto"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={`${inputLook} min-h-[45dvh] resize-y font-serif text-md leading-read ${over ? 'border-accent' : ''}`}
    />
  );
}
