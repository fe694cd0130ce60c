'use client';
import { useCallback, useState } from 'react';
import { SignInForm } from '../door/sign-in-form';
import { KeptNotice } from '../form/kept-notice';
import { confirm } from '../ui/confirm';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { AddressForm } from './address-form';
import { BatchDesk } from './batch-desk';
import { contentOf, type Draft, draftOf, type Recognised, textOf } from './draft';
import { DraftEditor } from './draft-editor';
import { useKeptWork } from './kept';
import { PasteBox } from './paste-box';
import type { Trouble } from './trouble';
import { useBatch } from './use-batch';
import { usePreview } from './use-preview';
import { useStoring } from './use-storing';

type Props = { scales: { id: string; name: string }[]; person: { id: string; email: string } };

/** Brings an article in: paste or upload, see what was recognised, change it, store it. */
export function ImportDesk({ scales, person }: Props) {
  const work = useKeptWork(person.id);
  const { draft, change } = work;
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [turned, setTurned] = useState(false);
  const { renew, ...storing } = useStoring(person.id, setTrouble, work.forget);
  const show = (found: Recognised) => {
    setTurned(true);
    renew();
    change(() => ({ pasted: '', draft: draftOf(found) }));
  };
  const preview = usePreview(person.id, setTrouble, show);
  const batch = useBatch(person.id, work.changeBatch, setTrouble);
  const changeDraft = useCallback(
    (next: (draft: Draft) => Draft) => {
      renew();
      change((now) => ({ ...now, draft: now.draft && next(now.draft) }));
    },
    [change, renew],
  );
  const leaveDraft = (left: Draft | null) => {
    setTrouble(null);
    setTurned(true);
    const rich = left?.doc ? contentOf(left) : null;
    change(() => ({ pasted: left ? textOf(left) : '', rich, draft: null }));
  };
  const take = (files: File[]) => {
    const [only] = files;
    if (files.length > 1) batch.add(files);
    else if (only) preview.start(only);
  };
  return (
    <div className="flex flex-col gap-6">
      <KeptNotice
        work={work}
        what="import"
        store="Import it"
        discard="Start over"
        onDiscard={() => void startOver(() => leaveDraft(null))}
      />
      {trouble && <TroubleNotice trouble={trouble} />}
      {trouble?.again && <SignInOnTop email={person.email} onSignedIn={trouble.again} />}
      {work.batch?.length ? (
        <BatchDesk work={work} scales={scales} tools={batch} onTrouble={setTrouble} />
      ) : draft ? (
        <DraftEditor
          draft={draft}
          scales={scales}
          errors={trouble?.fields ?? noErrors}
          busy={storing.busy}
          fresh={turned}
          onChange={changeDraft}
          onStore={() => storing.store(draft)}
          onBack={() => leaveDraft(draft)}
        />
      ) : (
        <PasteBox
          value={work.pasted}
          rich={work.rich ?? null}
          busy={preview.busy}
          fresh={turned}
          onChange={(pasted, rich) => change(() => ({ pasted, rich: rich ?? null, draft: null }))}
          onPreview={() => preview.start(work.rich ?? work.pasted)}
          onFiles={take}
          onCancel={preview.cancel}
        />
      )}
      {draft === null && !work.batch?.length && (
        <AddressForm
          person={person.id}
          error={trouble?.fields.url}
          onRead={preview.cancel}
          onTrouble={setTrouble}
          onFound={show}
        />
      )}
    </div>
  );
}

const noErrors = {};

function TroubleNotice({ trouble: { fields, sentences } }: { trouble: Trouble }) {
  const marked = Object.keys(fields).length > 0 ? ['Change what is marked below.'] : [];
  return (
    <Notice kind="danger" live title="This could not be imported as it is">
      {[...sentences, ...marked].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

/** Asks to sign in again on top of what was being imported, which stays as it is. */
export function SignInOnTop({ email, onSignedIn }: { email: string; onSignedIn: () => void }) {
  const [open, setOpen] = useState(true);
  const signedIn = () => {
    setOpen(false);
    onSignedIn();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Sign in again"
      description="Your session has ended. What you have here is kept, and goes on as soon as you sign in."
      size="sm"
    >
      <SignInForm email={email} onSignedIn={signedIn} />
    </Dialog>
  );
}

/** Asks before what was pasted and changed is thrown away. */
async function startOver(onStartOver: () => void): Promise<void> {
  const sure = await confirm({
    title: 'Start over?',
    body: 'What you pasted and changed here is thrown away. This cannot be undone.',
    action: 'Throw it away',
    danger: true,
  });
  if (sure) onStartOver();
}
