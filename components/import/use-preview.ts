import { useEffect, useRef, useState } from 'react';
import { call } from '@/client/call';
import type { Recognised } from './draft';
import { type Trouble, troubleOf, troubleWith } from './trouble';

/** The largest text that is taken, in bytes. */
const LARGEST = 2 * 1024 * 1024;

/** What can be told of a text or of chosen files without asking the server. */
function refusalOf(content: string | File[]): Trouble | null {
  if (Array.isArray(content) && content.length > 1) {
    return troubleWith('These are several files. Choose one: each article is brought in by itself.');
  }
  const size = typeof content === 'string' ? new Blob([content]).size : (content[0]?.size ?? 0);
  return size > LARGEST ? troubleWith('This text is over 2 MB. Import the article alone, or in parts.') : null;
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}

function renewed(asked: { current: AbortController | null }): AbortController {
  asked.current = new AbortController();
  return asked.current;
}

export type Preview = {
  busy: boolean;
  start: (content: string | File[]) => void;
  cancel: () => void;
};

/** Asks the server what it recognises in a text or a file. Asking again, or leaving, forgets the question before. */
export function usePreview(
  person: string,
  onTrouble: (trouble: Trouble | null) => void,
  onFound: (found: Recognised) => void,
): Preview {
  const [busy, setBusy] = useState(false);
  const asked = useRef<AbortController | null>(null);
  const cancel = () => {
    asked.current?.abort();
    setBusy(false);
  };
  useEffect(() => () => asked.current?.abort(), []);

  const ask = async (content: string | File[]) => {
    cancel();
    const refusal = refusalOf(content);
    onTrouble(refusal);
    if (refusal) return;
    const { signal } = renewed(asked);
    setBusy(true);
    const [file] = typeof content === 'string' ? [] : content;
    const sent = file ? { form: formOf(file) } : { body: { format: 'text' as const, content: String(content) } };
    const answer = await call('previewArticle', { ...sent, person, signal });
    if (signal.aborted) return;
    setBusy(false);
    if (answer.ok) onFound(answer.value);
    else onTrouble(troubleOf(answer, () => void ask(content)));
  };
  return { busy, cancel, start: (content) => void ask(content) };
}
