'use client';
import { FileUp } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { useFileDrop } from '../import/file-drop';
import { accepted } from '../import/file-kinds';
import { PasteArea } from '../import/paste-box';
import { Button } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { Field } from '../ui/field';
import { Progress } from '../ui/progress';
import { group, type PartProps, Why } from './new-revision-why';
import { requestOf } from './new-text';
import { refusedUnsent } from './refusal';

/** Where the text comes in: pasted, or as a file that is chosen or dropped. */
export function Pasting({ work, fresh, adding }: PartProps) {
  const file = useRef<HTMLInputElement>(null);
  const { look, refuse } = adding;
  const { base } = work;
  const upload = useCallback(
    (files: File[]) => {
      const [one, ...more] = files;
      if (more.length > 0)
        refuse(refusedUnsent('These are several files. Choose the one that holds the article as it reads now.'));
      else if (one) look({ file: one, base });
    },
    [look, refuse, base],
  );
  const over = useFileDrop(upload);
  const busy = adding.busy !== null;
  const show = () => look(requestOf(work));
  useShortcuts([
    {
      keys: 'Mod+Enter',
      label: 'Show what it does to the claims',
      group,
      run: show,
      whileTyping: true,
      disabled: busy,
    },
  ]);
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="The article as it reads now"
        hint="Paste everything, headline and small print too. Nothing is stored before you have seen what it does to the claims."
      >
        <PasteArea
          value={work.pasted}
          over={over}
          fresh={fresh}
          onChange={(pasted, rich) => work.change((now) => ({ ...now, pasted, rich: rich ?? null }))}
        />
      </Field>
      <Why work={work} adding={adding} />
      {busy && <Progress label="Reading the text and looking for every claim in it…" onCancel={adding.cancel} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" busy={busy} onClick={show}>
          Show what it does to the claims
        </Button>
        <Button icon={<FileUp aria-hidden />} disabled={busy} onClick={() => file.current?.click()}>
          Upload a file
        </Button>
        <span className="text-sm text-ink-faint max-sm:hidden">
          or drop one on this page: text, web page, Markdown, Word
        </span>
        <input
          ref={file}
          type="file"
          accept={accepted}
          aria-label="A file"
          className="hidden"
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            upload(chosen);
          }}
        />
      </div>
    </div>
  );
}
