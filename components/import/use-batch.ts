import { useCallback, useEffect, useRef } from 'react';
import { call } from '@/client/call';
import { type BatchFile, batchFile, inState, stopped, withFile } from './batch';
import { type Draft, draftOf, requestOf } from './draft';
import { type Trouble, troubleOf } from './trouble';
import { askPreview, refusalOf } from './use-preview';

/** How many requests are under way at once. */
const AT_ONCE = 2;

/** Does something for each of some things, a few at a time, in their order, until told to stop. */
async function eachOf<T>(things: T[], signal: AbortSignal, act: (thing: T) => Promise<void>): Promise<void> {
  const rest = [...things];
  const one = async () => {
    for (let next = rest.shift(); next !== undefined && !signal.aborted; next = rest.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

type Change = (next: (batch: BatchFile[]) => BatchFile[]) => void;

export type Batch = {
  add: (files: File[]) => void;
  cancel: () => void;
  store: (files: BatchFile[]) => void;
};

/**
 * Reads several files and stores their drafts. A file that cannot be read or stored says so and stops no other; one
 * whose session has ended stops the rest, which go on once the person has signed in again.
 */
export function useBatch(person: string, change: Change, onTrouble: (trouble: Trouble | null) => void): Batch {
  const under = useRef(new AbortController());
  useEffect(() => {
    under.current = new AbortController();
    return () => under.current.abort();
  }, []);
  const set = useCallback((id: string, to: Partial<BatchFile>) => change((batch) => withFile(batch, id, to)), [change]);

  const read = async ({ id }: BatchFile, file: File, signal: AbortSignal) => {
    const refusal = refusalOf(file);
    if (refusal) {
      set(id, { state: 'refused', sentences: refusal.sentences });
      return;
    }
    set(id, { state: 'reading' });
    const answer = await askPreview(file, person, signal);
    if (signal.aborted) return;
    if (answer.ok) set(id, { state: 'ready', draft: draftOf(answer.value), sentences: [] });
    else set(id, { state: 'refused', sentences: troubleOf(answer, () => undefined).sentences });
  };

  const store = async (
    { id, draft, key }: BatchFile & { draft: Draft },
    again: () => void,
    { abort, signal }: Stop,
  ) => {
    set(id, { state: 'storing', sentences: [], errors: {} });
    const answer = await call('importArticle', { body: requestOf(draft), key, person });
    if (answer.ok) {
      set(id, { state: 'stored', articleId: answer.value.id, sentences: [] });
      return;
    }
    const { again: signIn, sentences, fields } = troubleOf(answer, again);
    set(id, { state: 'ready', sentences: signIn ? [] : sentences, errors: fields });
    if (!signIn || signal.aborted) return;
    abort();
    onTrouble({ fields: {}, sentences, again });
  };

  const storeAll = (files: BatchFile[]) => {
    onTrouble(null);
    const controller = new AbortController();
    const stop = { signal: controller.signal, abort: () => controller.abort() };
    const drafted = files.flatMap((file) => (file.draft ? [{ ...file, draft: file.draft }] : []));
    for (const { id } of drafted) set(id, { state: 'storing' });
    void eachOf(drafted, stop.signal, (file) => store(file, () => storeAll(files), stop)).then(() =>
      change((batch) => batch.map((file) => (file.state === 'storing' ? stopped(file) : file))),
    );
  };

  return {
    add(files) {
      const { signal } = under.current;
      const entries = files.map((file) => ({ file, entry: batchFile(file.name) }));
      change((batch) => [...batch, ...entries.map(({ entry }) => entry)]);
      void eachOf(entries, signal, ({ entry, file }) => read(entry, file, signal));
    },
    cancel() {
      under.current.abort();
      under.current = new AbortController();
      change((batch) => batch.map((file) => (inState([file], 'waiting', 'reading').length > 0 ? stopped(file) : file)));
    },
    store: storeAll,
  };
}

type Stop = { signal: AbortSignal; abort: () => void };
