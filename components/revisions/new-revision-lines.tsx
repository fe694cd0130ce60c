'use client';
import { useCallback, useEffect, useRef } from 'react';
import { type DraftText, textOf, withAside, withText } from '../import/draft';
import { DraftLines } from '../import/draft-lines';
import { Button, LinkButton } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { Field } from '../ui/field';
import { Progress } from '../ui/progress';
import { Textarea } from '../ui/textarea';
import { group, type PartProps, Why } from './new-revision-why';
import { requestOf } from './new-text';
import { ReportPreview } from './report-preview';
import { counted } from './wording';

/** Milliseconds after a change of the lines until what they do is asked for again. */
const PAUSE = 500;

type LookingProps = PartProps & {
  article: { id: string; language: string };
  read: DraftText;
  onBack: (pasted: string) => void;
};

/** What was read and what it does, for a person to change before it is added. */
export function Looking({ article, work, read, fresh, adding, onBack }: LookingProps) {
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
