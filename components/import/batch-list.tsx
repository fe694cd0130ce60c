'use client';
import { CircleAlert, CircleCheck, FileUp, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button, LinkButton } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { Progress } from '../ui/progress';
import { Spinner } from '../ui/spinner';
import { type BatchFile, inState } from './batch';
import { useFileDrop } from './file-drop';
import { accepted } from './file-kinds';

type Props = {
  batch: BatchFile[];
  onAdd: (files: File[]) => void;
  onCancel: () => void;
  onOpen: (file: BatchFile) => void;
  onRemove: (file: BatchFile) => void;
  onStore: (files: BatchFile[]) => void;
  onLeave: () => void;
};

const isFine = ({ state, draft, errors }: BatchFile): boolean =>
  state === 'ready' && draft !== null && Object.keys(errors).length === 0;

const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

function factsOf({ draft }: BatchFile): string {
  if (!draft) return '';
  const paragraphs = draft.lines.filter(({ setAside }) => !setAside).length;
  return [draft.publication, draft.publishedOn, counted(paragraphs, 'paragraph')].filter(Boolean).join(' · ');
}

const stateWords: Record<BatchFile['state'], string> = {
  waiting: 'Waiting',
  reading: 'Reading',
  ready: 'Ready',
  refused: 'Not read',
  storing: 'Importing',
  stored: 'Imported',
};

const Mark = ({ file: { state, errors } }: { file: BatchFile }): ReactNode => {
  if (state === 'reading' || state === 'storing') return <Spinner />;
  if (state === 'stored' || (state === 'ready' && Object.keys(errors).length === 0))
    return <CircleCheck aria-hidden className="size-4 text-ok" />;
  return state === 'waiting' ? null : <CircleAlert aria-hidden className="size-4 text-danger" />;
};

function Row({ file, onOpen, onRemove }: { file: BatchFile } & Pick<Props, 'onOpen' | 'onRemove'>) {
  const { name, state, draft, sentences, errors, articleId } = file;
  const wrong = [...sentences, ...Object.values(errors)];
  return (
    <li className="flex items-start gap-3 border-b py-3">
      <span className="flex h-7 w-4 shrink-0 items-center">
        <Mark file={file} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-serif text-md leading-read font-semibold wrap-anywhere" dir="auto">
          {draft?.title ?? name}
        </p>
        <p className="text-sm text-ink-soft wrap-anywhere">
          {[stateWords[state], draft && name, factsOf(file)].filter(Boolean).join(' · ')}
        </p>
        {wrong.map((sentence) => (
          <p key={sentence} className="text-sm text-danger wrap-anywhere">
            {sentence}
          </p>
        ))}
      </div>
      {articleId && (
        <LinkButton size="sm" href={`/articles/${articleId}`}>
          Go to the article
        </LinkButton>
      )}
      {state === 'ready' && draft && (
        <Button size="sm" aria-label={`Open ${name}`} onClick={() => onOpen(file)}>
          Open
        </Button>
      )}
      {(state === 'ready' || state === 'refused' || state === 'stored') && (
        <IconButton
          size="sm"
          label={`Remove ${name} from this list`}
          icon={<X aria-hidden />}
          onClick={() => onRemove(file)}
        />
      )}
    </li>
  );
}

function UnderWay({ batch, onCancel }: Pick<Props, 'batch' | 'onCancel'>) {
  const reading = inState(batch, 'waiting', 'reading').length;
  const storing = inState(batch, 'storing').length;
  if (reading > 0) {
    const done = batch.length - reading;
    return (
      <Progress
        label={`${done} of ${counted(batch.length, 'file')} read`}
        value={done}
        max={batch.length}
        onCancel={onCancel}
      />
    );
  }
  if (storing === 0) return null;
  const stored = inState(batch, 'stored').length;
  return <Progress label={`${stored} of ${stored + storing} imported`} value={stored} max={stored + storing} />;
}

/** Several files on their way in: what became of each, and the way to import all that are fine. */
export function BatchList({ batch, onAdd, onCancel, onOpen, onRemove, onStore, onLeave }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const over = useFileDrop(onAdd);
  const fine = batch.filter(isFine);
  const busy = inState(batch, 'waiting', 'reading', 'storing').length > 0;
  return (
    <section aria-labelledby="files" className={over ? 'flex flex-col gap-4 bg-accent-wash' : 'flex flex-col gap-4'}>
      <h2 id="files" className="font-serif text-lg leading-tight font-semibold">
        {counted(batch.length, 'file')}
      </h2>
      <UnderWay batch={batch} onCancel={onCancel} />
      <ul className="flex flex-col border-t">
        {batch.map((file) => (
          <Row key={file.id} file={file} onOpen={onOpen} onRemove={onRemove} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {fine.length > 0 && (
          <Button variant="primary" busy={busy} onClick={() => onStore(fine)}>
            {fine.length === 1 ? 'Import the one that is fine' : `Import all ${fine.length} that are fine`}
          </Button>
        )}
        <Button icon={<FileUp aria-hidden />} onClick={() => input.current?.click()}>
          Add files
        </Button>
        {!busy && <Button onClick={onLeave}>{fine.length > 0 ? 'Discard the list' : 'Close the list'}</Button>}
        <input
          ref={input}
          type="file"
          multiple
          accept={accepted}
          aria-label="More files"
          className="hidden"
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (chosen.length > 0) onAdd(chosen);
          }}
        />
      </div>
    </section>
  );
}
