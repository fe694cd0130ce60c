'use client';
import { useCallback, useEffect, useRef } from 'react';
import { SubmitButton } from '../form/submit-button';
import { Button } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { Notice } from '../ui/notice';
import { type Draft, withAside, withText } from './draft';
import { DraftFields } from './draft-fields';
import { DraftLines } from './draft-lines';

type Props = {
  draft: Draft;
  scales: { id: string; name: string }[];
  /** what is wrong with a field, by its JSON pointer without its slash */
  errors: Record<string, string>;
  busy: boolean;
  /** whether the draft has just been made, and the person is to be taken there */
  fresh: boolean;
  /** the words on the button that leads back */
  back?: string;
  onChange: (change: (draft: Draft) => Draft) => void;
  onStore: () => void;
  onBack: () => void;
};

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

function Repairs({ repairs }: { repairs: string[] }) {
  if (repairs.length === 0) return null;
  return (
    <Notice kind="info" title="Mended while reading">
      <ul>
        {repairs.map((repair) => (
          <li key={repair}>{repair}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What was recognised in a text, for a person to change before it is stored. */
export function DraftEditor({
  draft,
  scales,
  errors,
  busy,
  fresh,
  back = 'Back to the text',
  onChange,
  onStore,
  onBack,
}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!fresh) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [fresh]);
  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [errors]);
  useShortcuts([
    {
      keys: 'Mod+Enter',
      label: 'Import the article',
      group: 'New article',
      run: onStore,
      whileTyping: true,
      disabled: busy,
    },
  ]);
  const patch = useCallback((fields: Partial<Draft>) => onChange((now) => ({ ...now, ...fields })), [onChange]);
  const setText = useCallback((id: number, text: string) => onChange((now) => withText(now, id, text)), [onChange]);
  const setAside = useCallback(
    (id: number, aside: boolean) => onChange((now) => withAside(now, id, aside)),
    [onChange],
  );
  const aside = draft.lines.filter((line) => line.setAside).length;
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-x-14 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onStore();
      }}
    >
      <div className="flex flex-col gap-4 lg:sticky lg:top-19 lg:self-start">
        <DraftFields draft={draft} scales={scales} errors={errors} onChange={patch} />
      </div>
      <section aria-labelledby="lines" className="flex min-w-0 flex-col gap-3">
        <h2 id="lines" ref={heading} tabIndex={-1} className="font-serif text-lg leading-tight font-semibold">
          {counted(draft.lines.length - aside, 'paragraph', 'paragraphs')}
          {aside > 0 && `, ${counted(aside, 'line', 'lines')} set aside`}
        </h2>
        <Repairs repairs={draft.repairs} />
        <DraftLines lines={draft.lines} onText={setText} onAside={setAside} />
      </section>
      <div className="sticky bottom-0 -mx-4 flex flex-wrap justify-end gap-2 border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6 lg:col-span-2 lg:mx-0 lg:px-0">
        <Button onClick={onBack} disabled={busy}>
          {back}
        </Button>
        <SubmitButton variant="primary" busy={busy}>
          Import the article
        </SubmitButton>
      </div>
    </form>
  );
}
