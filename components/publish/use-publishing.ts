import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, call } from '@/client/call';
import { conclusionKey } from '@/domain/conclusion';
import type { Edition, NextEdition } from '@/domain/contract/editions';
import type { Schedule } from '@/domain/schedule';
import { type Draft, draftOf, emptyDraft, keepDraft, keptDraft } from './draft';

/** What publishing now would do, and the version of it that the editor has seen. */
export type Seen = { next: NextEdition; etag: string };

/** Why the last attempt did not publish, in words. */
export type Trouble = { title: string; sentences: string[]; signedOut?: boolean };

type Refused = Extract<Answer<unknown>, { ok: false }>;

const unanswered: Trouble = {
  title: 'The server did not answer',
  sentences: ['What you typed is kept. Try again: an edition that was published after all is not published twice.'],
};

function troubleOf(answer: Refused): Trouble {
  if (answer.offline) return unanswered;
  const { status, problem } = answer;
  const sentences = problem.problems?.map(({ message }) => message) ?? [problem.detail];
  if (status === 401)
    return { title: 'Your session has ended', sentences: ['What you typed is kept.'], signedOut: true };
  if (status === 412) return { title: 'Look again before you publish', sentences };
  return { title: 'Not published', sentences };
}

type Doing = 'looking' | 'publishing' | 'scheduling';

/** What goes to the server: nothing that the page does not offer any more. */
function requestOf({ number, approvedBefore, conclusion, tier }: NextEdition, draft: Draft) {
  const offered = new Set(approvedBefore.map(({ claimId }) => claimId));
  if (isAsked(conclusion)) offered.add(conclusionKey);
  const first = number === 1;
  return {
    note: first ? null : draft.note.trim() || null,
    tier: first ? null : (tier ?? draft.tier),
    asLastApproved: draft.asLastApproved.filter((id) => offered.has(id)),
  };
}

/** Whether the editor is asked what becomes of the conclusion. */
export const isAsked = ({ fate }: NextEdition['conclusion']): boolean =>
  fate === 'stays-out' || fate === 'as-last-approved';

/** Everything the publishing page knows and does. `busy` while something is under way. */
export function usePublishing(articleId: string, initial: Seen, person: string) {
  const [seen, setSeen] = useState(initial);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [busy, setBusy] = useState<Doing | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [published, setPublished] = useState<Edition | null>(null);
  /** one key for one attempt: repeated as long as nothing of it changes */
  const attempt = useRef<{ key: string; of: string } | null>(null);
  const latest = useRef(0);

  const look = useCallback(
    async (asLastApproved: string[], quietly = false) => {
      const turn = ++latest.current;
      if (!quietly) setBusy('looking');
      const query = { asLastApproved: asLastApproved.join(',') };
      const answer = await call('nextEdition', { params: { id: articleId }, query, person });
      if (turn !== latest.current) return;
      if (!quietly) setBusy(null);
      if (answer.ok && answer.etag) setSeen({ next: answer.value, etag: answer.etag });
      else if (!answer.ok && !quietly) setTrouble(troubleOf(answer));
    },
    [articleId, person],
  );

  const begin = useRef(initial.next.scheduled);
  useEffect(() => {
    const kept = keptDraft(articleId) ?? draftOf(begin.current);
    setDraft(kept);
    if (kept.asLastApproved.length > 0) void look(kept.asLastApproved);
  }, [articleId, look]);

  const change = (changed: Partial<Draft>) => {
    const now = { ...draft, ...changed };
    setDraft(now);
    keepDraft(articleId, now);
    if (changed.asLastApproved) void look(changed.asLastApproved);
  };

  /** Asks for what is to be done; its value, or null where it was refused, which `trouble` then tells. */
  const ask = async <T>(doing: Doing, request: () => Promise<Answer<T>>): Promise<{ value: T } | null> => {
    setBusy(doing);
    setTrouble(null);
    const answer = await request();
    setBusy(null);
    if (answer.ok) return { value: answer.value };
    setTrouble(troubleOf(answer));
    if (!answer.offline && answer.status !== 401) await look(draft.asLastApproved);
    return null;
  };

  const params = { id: articleId };
  const publish = async () => {
    const body = requestOf(seen.next, draft);
    const of = JSON.stringify([body, seen.etag]);
    if (attempt.current?.of !== of) attempt.current = { key: crypto.randomUUID(), of };
    const { key } = attempt.current;
    const done = await ask('publishing', () => call('publish', { params, body, ifMatch: seen.etag, key, person }));
    if (!done) return;
    keepDraft(articleId, null);
    setPublished(done.value);
  };

  const stand = (scheduled: Schedule | null) => setSeen(({ next, etag }) => ({ etag, next: { ...next, scheduled } }));
  const schedule = async (at: string) => {
    const body = { ...requestOf(seen.next, draft), at };
    const done = await ask('scheduling', () => call('schedule', { params, body, ifMatch: seen.etag, person }));
    if (!done) return;
    keepDraft(articleId, null); // it is the desk's now
    stand(done.value);
  };
  const unschedule = async () => {
    if (await ask('scheduling', () => call('unschedule', { params, person }))) stand(null);
  };

  const again = () => look(draft.asLastApproved);
  /** Somebody else did something: shown without a word, and never while this person publishes. */
  const lookAgain = () => {
    if (busy === null && !published) void look(draft.asLastApproved, true);
  };
  return { ...seen, lookAgain, draft, change, look: again, publish, schedule, unschedule, busy, trouble, published };
}

export type Publishing = ReturnType<typeof usePublishing>;
