import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '@/client/call';
import type { NewRevisionRequest, RevisionPreview } from '@/domain/contract/revisions';
import { LARGEST_FILE } from '../import/use-preview';
import { toast } from '../ui/announcer';
import { type Refusal, refusalOf, refusedUnsent } from './refusal';

/** The largest text that is taken, in bytes. */
const LARGEST = 2 * 1024 * 1024;

/** What is to be the next revision: as a request, or as a file. */
export type Sent = NewRevisionRequest | { file: File; base: number };

/** What is too large to be sent, in a sentence. */
function tooLarge(sent: Sent): string | null {
  if ('file' in sent)
    return sent.file.size > LARGEST_FILE ? 'This file is over 10 MB. Take the article alone, or paste its text.' : null;
  const size = sent.format === 'document' ? 0 : new Blob([sent.content]).size;
  return size > LARGEST ? 'This text is over 2 MB. Take the article alone, without the page around it.' : null;
}

function requestFor(sent: Sent) {
  if (!('file' in sent)) return { body: sent };
  const form = new FormData();
  form.set('file', sent.file);
  form.set('base', String(sent.base));
  return { form };
}

export type Adding = {
  /** what is going on */
  busy: 'looking' | 'adding' | null;
  found: RevisionPreview | null;
  refusal: Refusal | null;
  look: (sent: Sent) => void;
  add: (request: NewRevisionRequest) => void;
  cancel: () => void;
  refuse: (refusal: Refusal | null) => void;
  /** what was found is not of what there is now any more, and what is sent next is another request */
  renew: () => void;
};

type Parts = {
  articleId: string;
  person: string;
  /** something was found in what was sent */
  onFound?: (found: RevisionPreview) => void;
  onAdded: () => void;
};

/** Asks what a revision would do, and adds it: the same one sent twice, after no answer came, is added once. */
export function useAdding({ articleId, person, onFound, onAdded }: Parts): Adding {
  const [busy, setBusy] = useState<Adding['busy']>(null);
  const [found, setFound] = useState<RevisionPreview | null>(null);
  const [refusal, refuse] = useState<Refusal | null>(null);
  const asked = useRef<AbortController | null>(null);
  const key = useRef<string | null>(null);
  const router = useRouter();
  useEffect(() => () => asked.current?.abort(), []);
  const cancel = useCallback(() => {
    asked.current?.abort();
    setBusy(null);
  }, []);
  const renew = useCallback(() => {
    key.current = null;
    cancel();
    setFound(null);
  }, [cancel]);

  const look = async (sent: Sent) => {
    renew();
    refuse(null);
    const large = tooLarge(sent);
    if (large) return refuse(refusedUnsent(large));
    const abort = new AbortController();
    asked.current = abort;
    setBusy('looking');
    const { signal } = abort;
    const answer = await call('previewRevision', { params: { id: articleId }, person, signal, ...requestFor(sent) });
    if (signal.aborted) return;
    setBusy(null);
    if (!answer.ok) return refuse(refusalOf(answer, () => void look(sent)));
    setFound(answer.value);
    onFound?.(answer.value);
  };
  const add = async (body: NewRevisionRequest) => {
    setBusy('adding');
    refuse(null);
    key.current ??= crypto.randomUUID();
    const answer = await call('addRevision', { params: { id: articleId }, person, key: key.current, body });
    if (answer.ok) {
      const { number } = answer.value.revision;
      onAdded();
      toast({ text: `Revision ${number} is added.` });
      return router.push(`/articles/${articleId}/revisions/${number}`);
    }
    setBusy(null);
    refuse(refusalOf(answer, () => void add(body)));
  };
  return {
    busy,
    found,
    refusal,
    look: (sent) => void look(sent),
    add: (body) => void add(body),
    cancel,
    refuse,
    renew,
  };
}
