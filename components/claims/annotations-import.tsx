'use client';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { call, sentencesOf } from '@/client/call';
import type { AnnotationReport, AnnotationsReport } from '@/domain/annotation';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { Progress } from '../ui/progress';
import { useChecking } from './under-check';

type Outcome = { kind: 'report'; report: AnnotationsReport } | { kind: 'trouble'; text: string };

const trouble = (text: string): Outcome => ({ kind: 'trouble', text });

/** Sends what a file holds; the report, or why there is none. */
async function importedFrom(file: File, articleId: string): Promise<Outcome> {
  let body: Record<string, unknown> | unknown[] | null;
  try {
    body = JSON.parse(await file.text()) as typeof body;
  } catch {
    return trouble('This file is not JSON. Export the annotations as JSON, and choose that file.');
  }
  if (typeof body !== 'object' || body === null) return trouble('There are no annotations in this file.');
  const answer = await call('importAnnotations', { params: { id: articleId }, body });
  if (answer.ok) return { kind: 'report', report: answer.value };
  return trouble(
    answer.offline ? 'The server does not answer. Try again in a moment.' : sentencesOf(answer.problem).join(' '),
  );
}

const counted = (count: number): string =>
  count === 1 ? '1 draft claim was made.' : `${count} draft claims were made.`;

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** Makes draft claims of annotations that were made with another tool, and says what became of each. */
export function AnnotationsImport({ open, onOpenChange }: Props) {
  const { article, workspace } = useChecking();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setOutcome(null);
    setBusy(true);
    const found = await importedFrom(file, article.id);
    setBusy(false);
    setOutcome(found);
    if (found.kind === 'report' && found.report.made > 0) void workspace.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Import annotations"
      description="A W3C Web Annotation collection, or an export of Hypothesis. Each annotation whose words the article says becomes a draft claim, once."
    >
      {outcome?.kind === 'trouble' && (
        <Notice kind="danger" live>
          {outcome.text}
        </Notice>
      )}
      {outcome?.kind === 'report' && <Report {...outcome.report} />}
      {busy && <Progress label="Looking for the words of each annotation…" />}
      <div>
        <Button icon={<FileUp aria-hidden />} busy={busy} onClick={() => chooser.current?.click()}>
          {outcome ? 'Choose another file' : 'Choose a file'}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".json,.jsonld,application/json,application/ld+json"
          aria-label="A file of annotations"
          className="hidden"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            void take(file);
          }}
        />
      </div>
    </Dialog>
  );
}

function Report({ made, items }: AnnotationsReport) {
  const others = items.filter(({ outcome }) => outcome !== 'made');
  return (
    <section aria-label="What became of them" className="flex flex-col gap-3">
      <p role="status" className="font-semibold">
        {counted(made)}
        {others.length > 0 && ` ${others.length === 1 ? '1 annotation' : `${others.length} annotations`} made none.`}
      </p>
      {others.length > 0 && (
        <ul className="flex max-h-72 flex-col overflow-y-auto border-y">
          {others.map((item) => (
            <Other key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

const Other = ({ item: { quote, message, tags } }: { item: AnnotationReport }) => (
  <li className="flex flex-col gap-0.5 border-b py-2 last:border-b-0">
    <span className="line-clamp-2 font-serif wrap-anywhere" dir="auto">
      {quote ?? 'A note on the whole page'}
    </span>
    <span className="text-sm text-ink-soft">{message}</span>
    {tags.length > 0 && <span className="text-sm text-ink-faint wrap-anywhere">Tags: {tags.join(', ')}</span>}
  </li>
);
