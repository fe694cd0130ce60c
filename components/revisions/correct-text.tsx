'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { NewRevisionRequest } from '@/domain/contract/revisions';
import type { ArticleDoc } from '@/domain/doc';
import { TextEditor } from '../article/text-editor';
import { KeptNotice } from '../form/kept-notice';
import { useLeaveGuard } from '../form/leave-guard';
import { useKept } from '../form/use-kept';
import { Button } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { confirm } from '../ui/confirm';
import { Field } from '../ui/field';
import { Progress } from '../ui/progress';
import { Textarea } from '../ui/textarea';
import { RefusalNotice } from './refusal-notice';
import { ReportPreview } from './report-preview';
import { useAdding } from './use-adding';

/** A correction under way: null where nothing was changed yet. */
type Correction = { base: number; title: string | null; doc: ArticleDoc | null; reason: string };

const isUntouched = ({ title, doc, reason }: Correction): boolean => title === null && doc === null && reason === '';

type Props = {
  article: { id: string; title: string; language: string };
  revision: { number: number; doc: ArticleDoc };
  person: { id: string; email: string };
};

const leaving = {
  title: 'Leave the correction?',
  body: 'It is not a revision yet. What you changed is kept in this browser, and you can go on when you come back.',
  action: 'Leave',
  cancel: 'Go on correcting',
};

/** The newest revision's text to correct how it was imported: stored only as a new revision, with its reason. */
export function CorrectText({ article, revision, person }: Props) {
  const nothing = useMemo(
    (): Correction => ({ base: revision.number, title: null, doc: null, reason: '' }),
    [revision.number],
  );
  const work = useKept(`stet.correction.${person.id}.${article.id}`, nothing, isUntouched);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (work.restored) setVersion((count) => count + 1); // what was kept comes a moment after the page
  }, [work.restored]);
  const [unexplained, setUnexplained] = useState(false);
  const why = useRef<HTMLTextAreaElement>(null);
  const [added, setAdded] = useState(false);
  const onAdded = () => {
    setAdded(true);
    work.forget();
  };
  const adding = useAdding({ articleId: article.id, person: person.id, onAdded });
  const { busy, found, renew, refuse } = adding;
  const { change } = work;
  const untouched = work.title === null && work.doc === null;
  useLeaveGuard(!untouched && !added, leaving);

  const request = (base = work.base): NewRevisionRequest => ({
    format: 'document',
    doc: work.doc ?? revision.doc,
    title: (work.title ?? article.title).replace(/\s*\n\s*/g, ' ').trim() || undefined,
    reason: work.reason.trim() || null,
    base,
  });
  const edit = (fields: Partial<Correction>) => {
    change((now) => ({ ...now, ...fields }));
    renew();
    refuse(null);
  };
  const look = () => adding.look(request());
  const add = () => {
    if (!work.reason.trim()) {
      setUnexplained(true);
      why.current?.focus();
    } else adding.add(request());
  };
  const rebase = (base: number) => {
    change((now) => ({ ...now, base }));
    adding.look(request(base));
  };
  const startOver = async () => {
    const sure = await confirm({
      title: 'Throw the correction away?',
      body: 'The text is again as it stands in the newest revision. This cannot be undone.',
      action: 'Throw it away',
      danger: true,
    });
    if (!sure) return;
    change(() => nothing);
    renew();
    refuse(null);
    setVersion((count) => count + 1);
  };
  const next = () => {
    if (busy !== null || untouched) return;
    if (found) add();
    else look();
  };
  useShortcuts([
    {
      keys: 'Mod+Enter',
      label: found ? `Save as revision ${found.revision.number}` : 'Show what this does to the claims',
      group: 'Correcting the text',
      run: next,
      whileTyping: true,
      disabled: busy !== null || untouched,
    },
  ]);
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,37rem)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        <KeptNotice
          work={work}
          what="correction"
          store="Save it"
          discard="Throw it away"
          onDiscard={() => void startOver()}
        />
        <Field label="Headline">
          <Textarea
            serif
            dir="auto"
            maxLength={300}
            value={work.title ?? article.title}
            onChange={(event) => edit({ title: event.currentTarget.value })}
          />
        </Field>
        <TextEditor
          version={String(version)}
          doc={work.doc ?? revision.doc}
          language={article.language}
          label="Text of the article"
          onChange={(doc) => edit({ doc })}
          onDone={next}
        />
      </div>
      <aside
        aria-label="The correction"
        className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-19 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto lg:px-1"
      >
        {adding.refusal && (
          <RefusalNotice
            refusal={adding.refusal}
            articleId={article.id}
            base={work.base}
            email={person.email}
            onRebase={rebase}
          />
        )}
        <Field
          label="Why it is corrected"
          hint="Part of the record: a paragraph was split, a caption was in the text."
          error={unexplained && !work.reason.trim() ? 'Say why the text is corrected.' : undefined}
        >
          <Textarea
            ref={why}
            dir="auto"
            maxLength={2000}
            value={work.reason}
            onChange={(event) => {
              const reason = event.currentTarget.value;
              change((now) => ({ ...now, reason }));
            }}
          />
        </Field>
        {busy === 'looking' && <Progress label="Looking for every claim in the text…" onCancel={adding.cancel} />}
        <div className="flex flex-wrap gap-2">
          {found ? (
            <Button variant="primary" busy={busy === 'adding'} onClick={add}>
              Save as revision {found.revision.number}
            </Button>
          ) : (
            <Button variant="primary" busy={busy !== null} disabled={untouched} onClick={look}>
              Show what this does to the claims
            </Button>
          )}
          {!untouched && (
            <Button onClick={() => void startOver()} disabled={busy === 'adding'}>
              Throw it away
            </Button>
          )}
        </div>
        {untouched && (
          <p className="text-sm text-ink-soft">
            Change the text or the headline. It is stored only as a new revision, after you have seen what it does to
            the claims; revision {revision.number} stays as it is.
          </p>
        )}
        {found && (
          <section aria-labelledby="does" className="flex flex-col gap-3 border-t pt-4">
            <h2 id="does" className="font-serif text-lg leading-tight font-semibold">
              What it does to the claims
            </h2>
            <ReportPreview found={found} language={article.language} />
          </section>
        )}
      </aside>
    </div>
  );
}
