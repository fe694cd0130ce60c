import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import { call } from '@/client/call';
import { type Draft, requestOf } from './draft';
import { type Trouble, troubleOf } from './trouble';

export type Storing = {
  busy: boolean;
  store: (draft: Draft) => void;
  /** to be called when the draft changes: what is sent next is another request */
  renew: () => void;
};

/** Stores a draft and goes to its workspace. The same draft sent twice, after no answer came, makes one article. */
export function useStoring(
  person: string,
  onTrouble: (trouble: Trouble | null) => void,
  onStored: () => void,
): Storing {
  const [busy, setBusy] = useState(false);
  const key = useRef<string | null>(null);
  const router = useRouter();
  const renew = useCallback(() => {
    key.current = null;
  }, []);
  const store = async (draft: Draft) => {
    setBusy(true);
    onTrouble(null);
    key.current ??= crypto.randomUUID();
    const answer = await call('importArticle', { body: requestOf(draft), key: key.current, person });
    if (answer.ok) {
      onStored();
      return router.push(`/articles/${answer.value.id}`);
    }
    setBusy(false);
    onTrouble(troubleOf(answer, () => void store(draft)));
  };
  return { busy, renew, store: (draft) => void store(draft) };
}
