'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { type Answer, call, sentencesOf } from '@/client/call';
import { Notice } from '../ui/notice';
import { type Draft, draftOf, type Recognised, requestOf, textOf } from './draft';
import { DraftEditor } from './draft-editor';
import { keepImport, keptImport } from './kept';
import { PasteBox } from './paste-box';

type ScaleChoice = { id: string; name: string };
type Trouble = { sentences: string[]; pointers: Record<string, string> };

/** What went wrong with a request, in words, by the field that each sentence concerns. */
function troubleOf(answer: Extract<Answer<unknown>, { ok: false }>): Trouble {
  if (answer.offline) {
    return {
      sentences: ['The server did not answer. Your text is kept in this browser; try again in a moment.'],
      pointers: {},
    };
  }
  if (answer.status === 401) {
    return {
      sentences: ['You are signed out. Sign in again in another tab, then try again here: your text is kept.'],
      pointers: {},
    };
  }
  const pointers = (answer.problem.problems ?? []).flatMap(({ pointer, message }) =>
    pointer ? [[pointer, message]] : [],
  );
  return { sentences: sentencesOf(answer.problem), pointers: Object.fromEntries(pointers) };
}

/** Brings an article in: paste or upload, see what was recognised, change it, store it. */
export function ImportDesk({ scales, person }: { scales: ScaleChoice[]; person: string }) {
  const [pasted, setPasted] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef<string | null>(null);
  const restored = useRef(false);
  const router = useRouter();

  useEffect(() => {
    const kept = keptImport(person);
    if (kept) {
      setPasted(kept.pasted);
      setDraft(kept.draft);
    }
    restored.current = true;
  }, [person]);
  useEffect(() => {
    if (restored.current) keepImport(person, { pasted, draft });
  }, [person, pasted, draft]);

  const preview = async (content: string | File) => {
    setBusy(true);
    const answer =
      typeof content === 'string'
        ? await call('previewArticle', { body: { format: 'text', content }, person })
        : await call('previewArticle', { form: formOf(content), person });
    setBusy(false);
    if (!answer.ok) return setTrouble(troubleOf(answer));
    setTrouble(null);
    setDraft(draftOf(answer.value as Recognised));
  };

  const store = async (wanted: Draft) => {
    setBusy(true);
    key.current ??= crypto.randomUUID();
    const answer = await call('importArticle', { body: requestOf(wanted), key: key.current, person });
    if (answer.ok) {
      keepImport(person, null);
      restored.current = false;
      return router.push(`/articles/${answer.value.id}`);
    }
    // the same key may only be sent again with the same body, which is certain only where no answer came
    if (!answer.offline) key.current = null;
    setBusy(false);
    setTrouble(troubleOf(answer));
  };

  const change = (next: Draft) => {
    key.current = null;
    setDraft(next);
  };

  return (
    <div className="flex flex-col gap-6">
      {trouble && (
        <Notice kind="danger" live title="This could not be imported as it is">
          <ul>
            {trouble.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {draft ? (
        <DraftEditor
          draft={draft}
          scales={scales}
          errors={trouble?.pointers ?? {}}
          busy={busy}
          onChange={change}
          onStore={() => void store(draft)}
          onBack={() => {
            setPasted(textOf(draft));
            change({ ...draft });
            setDraft(null);
            setTrouble(null);
          }}
        />
      ) : (
        <PasteBox value={pasted} busy={busy} onChange={setPasted} onPreview={(content) => void preview(content)} />
      )}
    </div>
  );
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}
