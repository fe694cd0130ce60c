'use client';
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { labelsOf, nameBeingTyped } from '@/domain/mention';
import type { Person } from '@/domain/person';
import { Textarea } from '../ui/textarea';
import { VisuallyHidden } from '../ui/visually-hidden';

/** How many people are offered at once. */
const MOST = 6;

type Named = Pick<Person, 'id' | 'name'>;
type Offered = { id: string; label: string };

/** The people whose names hold what is typed after an `@`: those that begin so first. */
export function offeredFor(query: string, people: readonly Named[]): Offered[] {
  const wanted = query.toLocaleLowerCase();
  const labels = labelsOf(people);
  const found = people.flatMap(({ id, name }) => {
    const at = ` ${name.toLocaleLowerCase()}`.indexOf(` ${wanted}`);
    return at < 0 ? [] : [{ id, label: labels.get(id) ?? name, at }];
  });
  return found.sort((a, b) => Math.sign(a.at) - Math.sign(b.at)).slice(0, MOST);
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

type Props = {
  label: string;
  value: string;
  onChange: (typed: string) => void;
  /** somebody was picked, so that the text is this now */
  onPick: (personId: string, typed: string) => void;
  people: readonly Named[];
  describedBy?: string;
  invalid?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  ref?: Ref<HTMLTextAreaElement>;
};

/** A box of text in which an `@` offers the people of the desk: arrows choose, Enter or Tab takes, Escape closes. */
export function MentionField({ label, value, onChange, onPick, people, describedBy, invalid, onKeyDown, ref }: Props) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement | null>(null);
  const [caret, setCaret] = useState(0);
  const [closed, setClosed] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const typing = nameBeingTyped(value, caret);
  const offered = typing && typing.from !== closed ? offeredFor(typing.query, people) : [];
  const active = offered[Math.min(at, offered.length - 1)];
  const follow = (element: HTMLTextAreaElement) => {
    setCaret(element.selectionStart === element.selectionEnd ? element.selectionStart : 0);
  };
  const take = ({ id: person, label: name }: Offered) => {
    if (!typing) return;
    const before = `${value.slice(0, typing.from)}@${name} `;
    onPick(person, before + value.slice(caret).replace(/^ /, ''));
    setCaret(0);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(before.length, before.length);
    });
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const step = steps[event.key];
    const isPlain = !event.nativeEvent.isComposing && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!active || !isPlain) return onKeyDown?.(event);
    if (step) setAt((Math.min(at, offered.length - 1) + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(active);
    else if (event.key === 'Escape') setClosed(typing!.from);
    else return onKeyDown?.(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <Textarea
        ref={(element) => {
          box.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
        dir="auto"
        rows={1}
        placeholder={label}
        maxLength={10_000}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={active ? `${id}-list` : undefined}
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setAt(0);
          setClosed(null);
          follow(event.currentTarget);
        }}
        onSelect={(event) => follow(event.currentTarget)}
        onFocus={(event) => follow(event.currentTarget)}
        onBlur={() => setCaret(0)}
        onKeyDown={press}
      />
      {active && (
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label="People"
          className="absolute inset-x-0 top-full z-20 mt-1 rounded-md border border-hairline bg-raised p-1 shadow-float"
        >
          {offered.map((one) => (
            // the keys go to the box, which names the active row
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the box does what a press here does
            <div
              key={one.id}
              id={`${id}-${one.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === active}
              className="flex min-h-8 cursor-pointer items-center rounded-sm px-2 aria-selected:bg-accent-wash forced-colors:aria-selected:outline-2"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              {one.label}
            </div>
          ))}
        </div>
      )}
      <VisuallyHidden>
        <span role="status">{active ? `${offered.length} people offered. ${active.label}` : ''}</span>
      </VisuallyHidden>
    </div>
  );
}
