import { useEffect, useMemo, useRef, useState } from 'react';
import { isTemporary } from '@/client/outbox/change';
import { streamOf } from '@/client/stream/browser';
import { type Present, type TypingField, typingFields } from '@/domain/presence';
import { useStream } from '../live/use-stream';
import { useChecking } from './under-check';

/** Milliseconds after the last key for which somebody counts as typing. */
const LINGERS = 5000;

const isField = (name: string | undefined): name is TypingField => typingFields.some((field) => field === name);

/** The part of the open claim in which this person is typing; null when they are not. */
function useTyping(): TypingField | null {
  const [field, setField] = useState<TypingField | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = ({ target }: Event) => {
      const name = target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset.field : undefined;
      if (!isField(name)) return;
      setField(name);
      clearTimeout(timer);
      timer = setTimeout(() => setField(null), LINGERS);
    };
    document.addEventListener('input', hear);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('input', hear);
    };
  }, []);
  return field;
}

/** Tells the desk where this person is in the article: which claim is open, and where they are typing. */
export function useTellPlace(claimId: string | null): void {
  const { me, article } = useChecking();
  const field = useTyping();
  const claim = claimId !== null && isTemporary(claimId) ? null : claimId;
  useEffect(() => {
    streamOf(me.id).place({ articleId: article.id, claimId: claim, field: claim === null ? null : field });
  }, [me.id, article.id, claim, field]);
  useEffect(() => () => streamOf(me.id).place(null), [me.id]);
}

const nobody: readonly Present[] = [];

/** The colleagues who are in the article now, and which of them have each claim open, by its id. */
export function useColleagues() {
  const { me, article } = useChecking();
  const { state } = useStream(me.id);
  const everybody = state.presence.get(article.id) ?? nobody;
  const before = useRef<ReadonlyMap<string, readonly Present[]>>(new Map());
  return useMemo(() => {
    const others = everybody.filter(({ personId }) => personId !== me.id);
    const byClaim = new Map<string, readonly Present[]>();
    for (const one of others) {
      if (one.claimId) byClaim.set(one.claimId, [...(byClaim.get(one.claimId) ?? []), one]);
    }
    for (const [id, present] of byClaim) {
      const was = before.current.get(id);
      if (JSON.stringify(was) === JSON.stringify(present)) byClaim.set(id, was!); // so that its card is not drawn in vain
    }
    before.current = byClaim;
    return { others, at: (claimId: string) => byClaim.get(claimId) ?? nobody };
  }, [everybody, me.id]);
}
