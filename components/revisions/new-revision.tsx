'use client';
import { FileUp } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useKept } from '../form/use-kept';
import { type DraftText, draftTextOf, textOf, withAside, withText } from '../import/draft';
import { DraftLines } from '../import/draft-lines';
import { useFileDrop } from '../import/file-drop';
import { accepted } from '../import/file-kinds';
import { PasteArea } from '../import/paste-box';
import { Button, LinkButton } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { confirm } from '../ui/confirm';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Progress } from '../ui/progress';
import { Textarea } from '../ui/textarea';
import { isBlank, type NewText, newTextFrom, requestOf } from './new-text';
import { refusedUnsent } from './refusal';
import { RefusalNotice } from './refusal-notice';
import { ReportPreview } from './report-preview';
import { useAdding } from './use-adding';
import { counted } from './wording';

type Props = {
  article: { id: string; title: string; language: string; newest: number };
  person: { id: string; email: string };
};

const group = 'New revision';

/** Milliseconds after a change of the lines until what they do is asked for again. */
const PAUSE = 500;

/** The text of the article as it reads now, to be its next revision: pasted or uploaded, looked at, and added. */
export function NewRevision({ article, person }: Props) {
  const empty = useMemo(() => newTextFrom(article.newest), [article.newest]);
  const work = useKept<NewText>(`stet.revision.${person.id}.${article.id}`, empty, isBlank);
  const { change } = work;
  const [turned, setTurned] = useState(false);
  const adding = useAdding({
    articleId: article.id,
    person: person.id,
    onAdded: work.forget,
    onFound: (found) => {
      if (work.read !== null) return;
      setTurned(true);
      change((now) => ({ ...now, title: found.revision.title, read: draftTextOf(found) }));
    },
  });
  const rebase = (base: number) => {
    change((now) => ({ ...now, base }));
    adding.look(requestOf({ ...work, base }));
  };
  const startOver = async () => {
    const sure = await confirm({
      title: 'Start over?',
      body: 'What you pasted and changed here is thrown away. This cannot be undone.',
      action: 'Throw it away',
      danger: true,
    });
    if (sure) back('');
  };
  const back = (pasted: string) => {
    adding.renew();
    adding.refuse(null);
    setTurned(true);
    change((now) => ({
      ...now,
      pasted,
      rich: null,
      read: null,
      base: pasted ? now.base : article.newest,
      reason: pasted ? now.reason : '',
    }));
  };
  return (
    <div className="flex flex-col gap-6">
      {!work.safe && (
        <Notice kind="warn" live title="This text is too long for this browser to keep">
          Add it before you close or reload this page.
        </Notice>
      )}
      {work.restored && (
        <Notice
          title="You began this revision earlier"
          actions={
            <Button size="sm" onClick={() => void startOver()}>
              Start over
            </Button>
          }
        >
          It was kept in this browser. Go on where you were.
        </Notice>
      )}
      {adding.refusal && (
        <RefusalNotice
          refusal={adding.refusal}
          articleId={article.id}
          base={work.base}
          email={person.email}
          onRebase={rebase}
        />
      )}
      {work.read === null ? (
        <Pasting work={work} fresh={turned} adding={adding} />
      ) : (
        <Looking article={article} work={work} read={work.read} fresh={turned} adding={adding} onBack={back} />
      )}
    </div>
  );
}

type PartProps = {
  work: NewText & { change: (next: (work: NewText) => NewText) => void };
  fresh: boolean;
  adding: ReturnType<typeof useAdding>;
};

const Why = ({ work, adding }: Pick<PartProps, 'work' | 'adding'>) => (
  <Field
    label="Why there is a new revision"
    optional
    hint="For the desk: the publisher corrected a figure, the story went on."
  >
    <Textarea
      dir="auto"
      maxLength={2000}
      value={work.reason}
      disabled={adding.busy === 'adding'}
      onChange={(event) => {
        const reason = event.currentTarget.value;
        work.change((now) => ({ ...now, reason }));
      }}
    />
  </Field>
);

function Pasting({ work, fresh, adding }: PartProps) {
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

type LookingProps = PartProps & {
  article: Props['article'];
  read: DraftText;
  onBack: (pasted: string) => void;
};

/** What was read and what it does, for a person to change before it is added. */
function Looking({ article, work, read, fresh, adding, onBack }: LookingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { change } = work;
  const { renew, look, busy, found } = adding;
  const latest = useRef({ work, look });
  latest.current = { work, look };
  const asking = useRef<ReturnType<typeof setTimeout>>(undefined);
  const askSoon = useCallback(() => {
    renew();
    clearTimeout(asking.current);
    asking.current = setTimeout(() => latest.current.look(requestOf(latest.current.work)), PAUSE);
  }, [renew]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was kept and not looked at in this visit
  useEffect(() => {
    if (!found && !busy) askSoon();
    return () => clearTimeout(asking.current);
  }, []);
  useEffect(() => {
    if (!fresh) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [fresh]);
  const onText = useCallback(
    (id: number, text: string) => {
      change((now) => ({ ...now, read: now.read && withText(now.read, id, text) }));
      askSoon();
    },
    [change, askSoon],
  );
  const onAside = useCallback(
    (id: number, aside: boolean) => {
      change((now) => ({ ...now, read: now.read && withAside(now.read, id, aside) }));
      askSoon();
    },
    [change, askSoon],
  );
  const { lines } = read;
  const aside = lines.filter(({ setAside }) => setAside).length;
  const add = () => adding.add(requestOf(work));
  const label = found ? `Add revision ${found.revision.number}` : 'Add the revision';
  useShortcuts([{ keys: 'Mod+Enter', label, group, run: add, whileTyping: true, disabled: busy !== null || !found }]);
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-2">
      <section aria-labelledby="does" className="flex min-w-0 flex-col gap-4">
        <h2
          id="does"
          ref={heading}
          tabIndex={-1}
          className="font-serif text-lg leading-tight font-semibold outline-none"
        >
          What it does to the claims
        </h2>
        {found ? (
          <ReportPreview found={found} language={article.language} />
        ) : (
          busy === 'looking' && <Progress label="Looking for every claim in the text…" />
        )}
      </section>
      <section aria-labelledby="lines" className="flex min-w-0 flex-col gap-4">
        <Field label="Headline">
          <Textarea
            serif
            dir="auto"
            maxLength={300}
            value={work.title}
            onChange={(event) => {
              const title = event.currentTarget.value;
              change((now) => ({ ...now, title }));
              askSoon();
            }}
          />
        </Field>
        <Why work={work} adding={adding} />
        <h2 id="lines" className="font-serif text-lg leading-tight font-semibold">
          {counted(lines.length - aside, 'paragraph')}
          {aside > 0 && `, ${counted(aside, 'line')} set aside`}
        </h2>
        <DraftLines lines={lines} onText={onText} onAside={onAside} />
      </section>
      <div className="sticky bottom-0 -mx-4 flex flex-wrap justify-end gap-2 border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6 lg:col-span-2 lg:mx-0 lg:px-0">
        <LinkButton variant="quiet" href={`/articles/${article.id}`}>
          Leave it for later
        </LinkButton>
        <Button onClick={() => onBack(textOf(read))} disabled={busy === 'adding'}>
          Back to the text
        </Button>
        <Button variant="primary" busy={busy !== null} disabled={!found && busy === null} onClick={add}>
          {label}
        </Button>
      </div>
    </div>
  );
}
