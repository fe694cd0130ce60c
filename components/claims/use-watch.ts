import { useCallback, useEffect, useState } from 'react';
import { type Answer, call, sentencesOf } from '@/client/call';
import type { Found, Watch, WatchInterval } from '@/domain/watch';

const silence = 'The server does not answer. Try again in a moment.';
const saidBy = (answer: Extract<Answer<unknown>, { ok: false }>): string =>
  answer.offline ? silence : sentencesOf(answer.problem).join(' ');

type State = { watch: Watch | null; etag: string; trouble: string | null; busy: 'setting' | 'checking' | null };

export type WatchInHand = Omit<State, 'etag'> & {
  set: (every: WatchInterval | null) => Promise<void>;
  check: () => Promise<void>;
  reload: () => Promise<void>;
};

/** How an article's address is watched, as the server has it, and what a person may do about it. */
export function useWatch(articleId: string): WatchInHand {
  const [state, setState] = useState<State>({ watch: null, etag: '', trouble: null, busy: null });
  const params = { id: articleId };
  const keep = useCallback((answer: Answer<Watch>) => {
    if (answer.ok) setState({ watch: answer.value, etag: answer.etag ?? '', trouble: null, busy: null });
    else setState((now) => ({ ...now, trouble: saidBy(answer), busy: null }));
  }, []);
  const reload = useCallback(
    async () => keep(await call('readWatch', { params: { id: articleId } })),
    [articleId, keep],
  );
  useEffect(() => void reload(), [reload]);

  const put = (every: WatchInterval | null, ifMatch: string) =>
    every ? call('setWatch', { params, ifMatch, body: { every } }) : call('clearWatch', { params, ifMatch });
  const set = async (every: WatchInterval | null) => {
    setState((now) => ({ ...now, busy: 'setting' }));
    const answer = await put(every, state.etag);
    const stale = !answer.ok && !answer.offline && answer.status === 412 && answer.etag;
    // a look meanwhile changed the watch, but not how often: what was asked for still holds
    const current = stale ? (answer.problem.current as Watch | undefined) : undefined;
    keep(stale && current?.every === state.watch?.every ? await put(every, stale) : answer);
  };
  const check = async () => {
    setState((now) => ({ ...now, busy: 'checking' }));
    keep(await call('checkWatch', { params }));
  };
  return { ...state, set, check, reload };
}

export type FoundInHand = {
  found: Found | null;
  /** the paragraphs of the newest revision, to compare with */
  before: string[];
  trouble: string | null;
  /** each says whether it came about */
  accept: () => Promise<boolean>;
  dismiss: () => Promise<boolean>;
};

/** The changed text that waits, with the text that was checked. */
export function useFound(articleId: string, id: string, revision: number): FoundInHand {
  const [read, setRead] = useState<{ found: Found; etag: string; before: string[] } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text that is found is read anew
  useEffect(() => {
    let isGone = false;
    const both = [
      call('readFound', { params: { id: articleId } }),
      call('readRevision', { params: { id: articleId, n: revision } }),
    ] as const;
    void Promise.all(both).then(([found, before]) => {
      if (isGone) return;
      if (!found.ok) setTrouble(saidBy(found));
      else if (!before.ok) setTrouble(saidBy(before));
      else setRead({ found: found.value, etag: found.etag ?? '', before: before.value.text.split('\n') });
    });
    return () => {
      isGone = true;
    };
  }, [articleId, id, revision]);
  const asked = { params: { id: articleId }, ifMatch: read?.etag };
  const done = (answer: Answer<unknown>) => {
    if (!answer.ok) setTrouble(saidBy(answer));
    return answer.ok;
  };
  return {
    found: read?.found ?? null,
    before: read?.before ?? [],
    trouble,
    accept: async () => done(await call('acceptFound', { ...asked, body: {} })),
    dismiss: async () => done(await call('dismissFound', asked)),
  };
}
