'use client';
import { CornerDownLeft, Pencil, Strikethrough } from 'lucide-react';
import { memo, useState } from 'react';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { Textarea } from '../ui/textarea';
import type { DraftLine } from './draft';

type Change = (id: number, patch: Partial<DraftLine>) => void;
type LineProps = { line: DraftLine; onChange: Change };

function Editing({ line, onChange, onDone }: LineProps & { onDone: () => void }) {
  const [text, setText] = useState(line.text);
  const keep = () => {
    // one line stays one line; a line emptied stays as it was: what is not wanted is set aside
    const words = text.replace(/\s*\n\s*/g, ' ').trim();
    if (words) onChange(line.id, { text: words });
    onDone();
  };
  return (
    <div className="flex flex-1 flex-col gap-2">
      <Textarea
        serif
        autoFocus
        dir="auto"
        aria-label="Text of the paragraph"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) keep();
        }}
      />
      <div className="flex gap-2">
        <Button size="sm" variant="primary" onClick={keep}>
          Keep
        </Button>
        <Button size="sm" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

const Line = memo(function Line({ line, onChange }: LineProps) {
  const [editing, setEditing] = useState(false);
  const start = line.text.slice(0, 40);
  if (editing) {
    return (
      <li className="border-b py-3">
        <Editing line={line} onChange={onChange} onDone={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li className="group flex items-start gap-2 border-b py-2.5">
      <div className="min-w-0 flex-1 wrap-anywhere" dir="auto">
        {line.setAside ? (
          <>
            <s className="font-serif text-md leading-read text-ink-faint">{line.text}</s>
            <span className="block text-sm text-ink-soft">{line.reason ?? 'Set aside by you.'}</span>
          </>
        ) : (
          <span className="font-serif text-md leading-read">{line.text}</span>
        )}
      </div>
      {line.setAside ? (
        <Button
          size="sm"
          icon={<CornerDownLeft aria-hidden />}
          aria-label={`Put back: ${start}`}
          onClick={() => onChange(line.id, { setAside: false })}
        >
          Put back
        </Button>
      ) : (
        <>
          <IconButton
            size="sm"
            label={`Edit: ${start}`}
            icon={<Pencil aria-hidden />}
            onClick={() => setEditing(true)}
          />
          <IconButton
            size="sm"
            label={`Set aside: ${start}`}
            icon={<Strikethrough aria-hidden />}
            onClick={() => onChange(line.id, { setAside: true, reason: null })}
          />
        </>
      )}
    </li>
  );
});

/** Every line of the original in its order: paragraphs to edit or set aside, and what is set aside struck out. */
export const DraftLines = ({ lines, onChange }: { lines: DraftLine[]; onChange: Change }) => (
  <ol className="flex flex-col border-t">
    {lines.map((line) => (
      <Line key={line.id} line={line} onChange={onChange} />
    ))}
  </ol>
);
