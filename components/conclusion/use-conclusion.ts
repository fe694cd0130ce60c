import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, call } from '@/client/call';
import { keepConclusion, keptConclusion } from '@/client/conclusion';
import { etagOf } from '@/domain/canonical';
import type { Conclusion } from '@/domain/conclusion';
import type { DecisionRequest } from '@/domain/contract/claims';

/** Milliseconds after the last key at which it is saved, and after which a save that failed is tried again. */
const PAUSE = 800;
const AGAIN = 5000;

/** What is true of the words in the box. `differs`: somebody else wrote meanwhile, and a person has to say whose words stay. */
export type Saving = 'saved' | 'saving' | 'kept' | 'signed out' | 'refused' | 'differs';

export type ConclusionAtHand = ReturnType<typeof useConclusion>;

/** The conclusion of an article, as it stands and as this person writes it; no typed word is lost. */
export function useConclusion(initial: Conclusion, person: string) {
  const { articleId } = initial;
  const [standing, setStanding] = useState(initial);
  const [text, setText] = useState(initial.text);
  const [saving, setSaving] = useState<Saving>('saved');
  const [trouble, setTrouble] = useState<string | null>(null);
  /** as the last render left them, for what happens between two */
  const now = useRef({ standing, text });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const turn = useRef<Promise<boolean>>(Promise.resolve(true));
  const params = { id: articleId };

  const stand = useCallback((next: Conclusion) => {
    now.current.standing = next;
    setStanding(next);
  }, []);
  const type = useCallback((next: string) => {
    now.current.text = next;
    setText(next);
  }, []);

  /** Adopts what the server has. Words that are still ours stay in the box. */
  const learned = useCallback(
    (next: Conclusion) => {
      const untouched = now.current.text === now.current.standing.text;
      stand(next);
      if (untouched) type(next.text);
    },
    [stand, type],
  );

  const later = useCallback((milliseconds: number, run: () => void) => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(run, milliseconds);
  }, []);

  /** Saves what is in the box; whether the server has it. One save at a time. */
  const save = useCallback((): Promise<boolean> => {
    const once = async (again: boolean): Promise<boolean> => {
      const { standing: base, text: words } = now.current;
      if (words === base.text) {
        keepConclusion(person, articleId, null);
        setSaving('saved');
        return true;
      }
      setSaving('saving');
      const answer = await call('editConclusion', {
        params: { id: articleId },
        body: { text: words },
        ifMatch: etagOf(base),
        person,
      });
      if (answer.ok) {
        stand(answer.value);
        if (now.current.text === words) type(answer.value.text);
        return once(false);
      }
      if (answer.offline || answer.status >= 500) {
        setSaving('kept');
        later(AGAIN, () => void save());
        return false;
      }
      if (answer.status === 412) {
        const current = answer.problem.current as Conclusion;
        const same = current.text === base.text; // submitted or decided on meanwhile: no word of it is another
        stand(current);
        if (same && again) return once(false);
        if (current.text === words) return once(false);
        setSaving('differs');
        return false;
      }
      setTrouble(answer.problem.detail);
      setSaving(answer.status === 401 ? 'signed out' : 'refused');
      return false;
    };
    turn.current = turn.current.then(() => once(true));
    return turn.current;
  }, [articleId, person, later, stand, type]);

  const change = (words: string) => {
    if (words === now.current.text) return;
    type(words);
    setTrouble(null);
    keepConclusion(person, articleId, { text: words, base: now.current.standing.digest });
    if (saving === 'differs') return;
    setSaving('saving');
    later(PAUSE, () => void save());
  };

  useEffect(() => {
    const left = keptConclusion(person, articleId);
    if (left === null || left.text === now.current.standing.text) return;
    type(left.text);
    if (left.base === now.current.standing.digest) void save();
    else setSaving('differs');
  }, [articleId, person, save, type]);

  useEffect(() => {
    const again = () => {
      if (now.current.text !== now.current.standing.text) void save();
    };
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      if (timer.current) clearTimeout(timer.current);
    };
  }, [save]);

  /** Whose words stay, once somebody else wrote meanwhile. */
  const settle = (mine: boolean) => {
    if (!mine) type(now.current.standing.text);
    void save();
  };

  /** Whether it happened; why not stands in `trouble`. */
  const heard = (answer: Answer<Conclusion>): boolean => {
    if (answer.ok) {
      setTrouble(null);
      learned(answer.value);
      return true;
    }
    if (answer.offline) setTrouble('The server did not answer. Try again.');
    else {
      setTrouble(answer.problem.detail);
      if (answer.status === 412) learned(answer.problem.current as Conclusion);
    }
    return false;
  };

  const submit = async (): Promise<boolean> => {
    if (!(await save())) return false;
    return heard(await call('submitConclusion', { params, ifMatch: etagOf(now.current.standing), person }));
  };
  const takeBack = async (): Promise<boolean> =>
    heard(await call('takeBackConclusion', { params, ifMatch: etagOf(now.current.standing), person }));
  const decide = async (decision: Omit<DecisionRequest, 'digest'>): Promise<boolean> => {
    const body = { ...decision, digest: now.current.standing.digest };
    return heard(await call('decideConclusion', { params, body, key: crypto.randomUUID(), person }));
  };

  return { standing, text, saving, trouble, change, settle, submit, takeBack, decide };
}
