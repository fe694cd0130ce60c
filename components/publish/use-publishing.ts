import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, call } from '@/client/call';
import type { Edition, NextEdition } from '@/domain/contract/editions';
import { type Draft, emptyDraft, keepDraft, keptDraft } from './draft';

/** What publishing now would do, and the version of it that the editor has seen. */
export type Seen = { next: NextEdition; etag: string };

/** Why the last attempt did not publish, in words. */
export type Trouble = { title: string; sentences: string[]; signedOut?: boolean };

type Refused = Extract<Answer<Edition>, { ok: false }>;

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

/** Everything the publishing page knows and does. `busy` while something is under way. */
export function usePublishing(articleId: string, initial: Seen, person: string) {
  const [seen, setSeen] = useState(initial);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [busy, setBusy] = useState<'looking' | 'publishing' | null>(null);
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

  useEffect(() => {
    const kept = keptDraft(articleId);
    setDraft(kept);
    if (kept.asLastApproved.length > 0) void look(kept.asLastApproved);
  }, [articleId, look]);

  const change = (changed: Partial<Draft>) => {
    const now = { ...draft, ...changed };
    setDraft(now);
    keepDraft(articleId, now);
    if (changed.asLastApproved) void look(changed.asLastApproved);
  };

  const publish = async () => {
    const { number, approvedBefore, tier } = seen.next;
    const offered = new Set(approvedBefore.map(({ claimId }) => claimId));
    const first = number === 1;
    const body = {
      note: first ? null : draft.note.trim() || null,
      tier: first ? null : (tier ?? draft.tier),
      asLastApproved: draft.asLastApproved.filter((id) => offered.has(id)),
    };
    const of = JSON.stringify([body, seen.etag]);
    if (attempt.current?.of !== of) attempt.current = { key: crypto.randomUUID(), of };
    setBusy('publishing');
    setTrouble(null);
    const { key } = attempt.current;
    const answer = await call('publish', { params: { id: articleId }, body, ifMatch: seen.etag, key, person });
    setBusy(null);
    if (answer.ok) {
      keepDraft(articleId, null);
      setPublished(answer.value);
      return;
    }
    setTrouble(troubleOf(answer));
    if (!answer.offline && answer.status !== 401) await look(body.asLastApproved);
  };

  /** Somebody else did something: shown without a word, and never while this person publishes. */
  const lookAgain = () => {
    if (busy === null && !published) void look(draft.asLastApproved, true);
  };

  return {
    ...seen,
    lookAgain,
    draft,
    change,
    look: () => look(draft.asLastApproved),
    publish,
    busy,
    trouble,
    published,
  };
}

export type Publishing = ReturnType<typeof usePublishing>;
