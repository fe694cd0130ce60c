'use client';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { Draft, DraftLine } from './draft';
import { DraftFields } from './draft-fields';
import { DraftLines } from './draft-lines';

type Props = {
  draft: Draft;
  scales: { id: string; name: string }[];
  /** what is wrong with a field, by its JSON pointer */
  errors: Record<string, string>;
  busy: boolean;
  onChange: (draft: Draft) => void;
  onStore: () => void;
  onBack: () => void;
};

/** What was recognised in a text, for a person to change before it is stored. */
export function DraftEditor({ draft, scales, errors, busy, onChange, onStore, onBack }: Props) {
  const changeLine = (id: number, patch: Partial<DraftLine>) =>
    onChange({ ...draft, lines: draft.lines.map((line) => (line.id === id ? { ...line, ...patch } : line)) });
  const paragraphs = draft.lines.filter((line) => !line.setAside).length;
  const aside = draft.lines.length - paragraphs;
  return (
    <form
      className="grid gap-x-12 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        onStore();
      }}
    >
      <div className="flex flex-col gap-5">
        <DraftFields draft={draft} scales={scales} errors={errors} onChange={onChange} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" busy={busy} disabled={paragraphs === 0 || !draft.title.trim()}>
            Import the article
          </Button>
          <Button onClick={onBack} disabled={busy}>
            Back to the text
          </Button>
        </div>
      </div>
      <section aria-labelledby="lines" className="flex min-w-0 flex-col gap-3">
        <h2 id="lines" className="font-serif text-lg leading-tight font-semibold">
          {paragraphs} {paragraphs === 1 ? 'paragraph' : 'paragraphs'}
          {aside > 0 && `, ${aside} ${aside === 1 ? 'line' : 'lines'} set aside`}
        </h2>
        {draft.repairs.length > 0 && (
          <Notice kind="info" title="Mended while reading">
            <ul>
              {draft.repairs.map((repair) => (
                <li key={repair}>{repair}</li>
              ))}
            </ul>
          </Notice>
        )}
        <DraftLines lines={draft.lines} onChange={changeLine} />
      </section>
    </form>
  );
}
