'use client';
import { type FormEvent, useEffect, useState } from 'react';
import { call, sentencesOf } from '@/client/call';
import type { ProblemDocument } from '@/domain/contract/route';
import type { Source } from '@/domain/evidence';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { Spinner } from '../ui/spinner';
import { draftOfSource, errorsInSource, type SourceDraft, sourceOf } from './source-draft';
import { SourceFields } from './source-fields';

type Props = {
  sourceId: string;
  onClose: () => void;
  /** the source was changed wherever it is cited */
  onChanged: () => void;
};

type Loaded = { source: Source; etag: string | null };
/** Approvals that a change would lapse: the ids to name, and the sentences that say so. */
type Lapses = { ids: string[]; sentences: string[] };

const lapsesIn = (problem: ProblemDocument): Lapses => {
  const lapsing = (problem.problems ?? []).filter(({ rule }) => rule === 'lapses-approval');
  return {
    ids: lapsing.flatMap(({ claimId }) => claimId ?? []),
    sentences: lapsing.map(({ message }) => message.split('. Name its id')[0] ?? message),
  };
};

/** Changes a source wherever it is cited, after naming each approval that this lapses. */
export function SourceDialog({ sourceId, onClose, onChanged }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [draft, setDraft] = useState<SourceDraft | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [lapses, setLapses] = useState<Lapses>({ ids: [], sentences: [] });
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const abort = new AbortController();
    void call('readSource', { params: { id: sourceId }, signal: abort.signal }).then((answer) => {
      if (abort.signal.aborted) return;
      if (!answer.ok)
        return setTrouble(answer.offline ? 'The server does not answer.' : sentencesOf(answer.problem).join(' '));
      setLoaded({ source: answer.value, etag: answer.etag });
      setDraft(draftOfSource(answer.value));
    });
    return () => abort.abort();
  }, [sourceId]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!draft || !loaded) return;
    const found = errorsInSource(draft);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const body = { ...sourceOf(draft), lapses: lapses.ids };
    const answer = await call('editSource', { params: { id: sourceId }, body, ifMatch: loaded.etag });
    setBusy(false);
    if (answer.ok) {
      onChanged();
      return onClose();
    }
    if (answer.offline) return setTrouble('The server does not answer. What you typed is still here; try again.');
    const lapsing = lapsesIn(answer.problem);
    if (lapsing.ids.length > 0)
      return setLapses({
        ids: [...lapses.ids, ...lapsing.ids],
        sentences: [...lapses.sentences, ...lapsing.sentences],
      });
    setTrouble(sentencesOf(answer.problem).join(' '));
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Change this source everywhere"
      description="The change shows with every claim that cites this source."
    >
      {trouble && (
        <Notice kind="danger" live>
          {trouble}
        </Notice>
      )}
      {draft ? (
        <form noValidate className="flex flex-col gap-3" onSubmit={(event) => void save(event)}>
          <SourceFields draft={draft} errors={errors} onChange={(patch) => setDraft({ ...draft, ...patch })} />
          {lapses.sentences.length > 0 && (
            <Notice kind="warn" live title="Approvals would lapse">
              <ul>
                {lapses.sentences.map((sentence) => (
                  <li key={sentence} className="wrap-anywhere">
                    {sentence}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <div className="flex gap-2">
            <Button type="submit" size="sm" variant="primary" busy={busy}>
              {lapses.ids.length > 0 ? 'Change it and lapse these approvals' : 'Change it everywhere'}
            </Button>
            <Button size="sm" onClick={onClose}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        !trouble && <Spinner />
      )}
    </Dialog>
  );
}
