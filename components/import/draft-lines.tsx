'use client';
import { CornerDownLeft, Pencil, Strikethrough } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { IconButton } from '../ui/icon-button';
import { Textarea } from '../ui/textarea';
import type { DraftLine } from './draft';

type Changes = {
  onText: (id: number, text: string) => void;
  onAside: (id: number, setAside: boolean) => void;
};
type LineProps = { line: DraftLine } & Changes;

/** A paragraph being changed. Each letter is in the draft at once, so that none is lost; Cancel brings back what was. */
function Editing({ line, onText, onDone }: Pick<LineProps, 'line' | 'onText'> & { onDone: () => void }) {
  const before = useRef(line.text);
  const cancel = () => {
    onText(line.id, before.current);
    onDone();
  };
  const keep = () => (line.text.trim() ? onDone() : cancel());
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <Textarea
        serif
        autoFocus
        dir="auto"
        aria-label="Text of the paragraph"
        value={line.text}
        onChange={(event) => onText(line.id, event.currentTarget.value)}
        onKeyDown={(event) => {
          const done = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
          if (!done && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (done) keep();
          else cancel();
        }}
      />
      <div className="flex gap-2">
        <Button size="sm" variant="primary" onClick={keep}>
          Done
        </Button>
        <Button size="sm" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

const SetAside = ({ line, onBack }: { line: DraftLine; onBack: () => void }) => (
  <>
    <div className="min-w-0 flex-1 wrap-anywhere">
      <s className="font-serif text-md leading-read text-ink-faint" dir="auto">
        {line.text}
      </s>
      <span className="block text-sm text-ink-soft">{line.reason ?? 'You set this aside.'}</span>
    </div>
    <Button
      size="sm"
      icon={<CornerDownLeft aria-hidden />}
      aria-label={`Put back: ${line.text.slice(0, 40)}`}
      onClick={onBack}
    >
      Put back
    </Button>
  </>
);

const Paragraph = ({ line, onEdit, onAside }: { line: DraftLine; onEdit: () => void; onAside: () => void }) => (
  <>
    <div className="min-w-0 flex-1">
      {line.as && <span className="block text-sm text-ink-soft">{line.as}</span>}
      <p
        className={classes(
          'font-serif text-md leading-read wrap-anywhere',
          line.as?.endsWith('Heading') && 'font-semibold',
        )}
        dir="auto"
      >
        {line.text}
      </p>
    </div>
    <IconButton size="sm" label={`Edit: ${line.text.slice(0, 40)}`} icon={<Pencil aria-hidden />} onClick={onEdit} />
    <IconButton
      size="sm"
      label={`Set aside: ${line.text.slice(0, 40)}`}
      icon={<Strikethrough aria-hidden />}
      onClick={onAside}
    />
  </>
);

const Line = memo(function Line({ line, onText, onAside }: LineProps) {
  const [editing, setEditing] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const acted = useRef(false);
  useEffect(() => {
    // the button that was pressed is gone: the focus goes to what undoes it, or to where it came from
    if (acted.current && !editing) item.current?.querySelector('button')?.focus();
    acted.current = false;
  });
  const act = (change: () => void) => {
    acted.current = true;
    change();
  };
  return (
    <li
      ref={item}
      className="-mx-1.5 flex items-start gap-1.5 border-b px-1.5 py-2.5 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]"
    >
      {editing ? (
        <Editing line={line} onText={onText} onDone={() => act(() => setEditing(false))} />
      ) : line.setAside ? (
        <SetAside line={line} onBack={() => act(() => onAside(line.id, false))} />
      ) : (
        <Paragraph line={line} onEdit={() => setEditing(true)} onAside={() => act(() => onAside(line.id, true))} />
      )}
    </li>
  );
});

/** Every line of the original in its order: paragraphs to edit or set aside, and what is set aside struck out. */
export const DraftLines = ({ lines, ...changes }: { lines: DraftLine[] } & Changes) => (
  <ol className="flex flex-col border-t">
    {lines.map((line) => (
      <Line key={line.id} line={line} {...changes} />
    ))}
  </ol>
);
