import { useEffect, useRef, useState } from 'react';
import { call } from '@/client/call';
import type { Recognised } from './draft';
import type { Rich } from './rich';
import { type Trouble, troubleOf, troubleWith } from './trouble';

/** The largest text and the largest file that are taken, in bytes; of a text file the text counts too. */
const LARGEST = 2 * 1024 * 1024;
export const LARGEST_FILE = 10_000_000;

/** What is to be read: a pasted text, what it is more than text, or a file. */
export type Content = string | Rich | File;

/** What can be told of a text or of chosen files without asking the server. */
export function refusalOf(content: Content): Trouble | null {
  if (content instanceof File) {
    return content.size > LARGEST_FILE
      ? troubleWith('This file is over 10 MB. Import the article alone, or paste its text.')
      : null;
  }
  const size = typeof content === 'string' ? new Blob([content]).size : 0;
  return size > LARGEST ? troubleWith('This text is over 2 MB. Import the article alone, or in parts.') : null;
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}

/** Asks what an import of this would store. */
export const askPreview = (content: Content, person: string, signal: AbortSignal) => {
  const text = typeof content === 'string' ? { format: 'text' as const, content } : content;
  const sent = text instanceof File ? { form: formOf(text) } : { body: text };
  return call('previewArticle', { ...sent, person, signal });
};

function renewed(asked: { current: AbortController | null }): AbortController {
  asked.current = new AbortController();
  return asked.current;
}

export type Preview = {
  busy: boolean;
  start: (content: Content) => void;
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

  const ask = async (content: Content) => {
    cancel();
    const refusal = refusalOf(content);
    onTrouble(refusal);
    if (refusal) return;
    const { signal } = renewed(asked);
    setBusy(true);
    const answer = await askPreview(content, person, signal);
    if (signal.aborted) return;
    setBusy(false);
    if (answer.ok) onFound(answer.value);
    else onTrouble(troubleOf(answer, () => void ask(content)));
  };
  return { busy, cancel, start: (content) => void ask(content) };
}
