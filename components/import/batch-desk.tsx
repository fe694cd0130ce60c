'use client';
import { useCallback, useEffect, useState } from 'react';
import { confirm } from '../ui/confirm';
import { stopped } from './batch';
import { BatchList } from './batch-list';
import type { Draft } from './draft';
import { DraftEditor } from './draft-editor';
import type { KeptWork } from './kept';
import type { Trouble } from './trouble';
import type { Batch } from './use-batch';

type Props = {
  work: KeptWork;
  scales: { id: string; name: string }[];
  tools: Batch;
  onTrouble: (trouble: Trouble | null) => void;
};

/** Several files at once: the list of them, or the draft of one that was opened. */
export function BatchDesk({ work, scales, tools: { add, cancel, store }, onTrouble }: Props) {
  const { batch = [], changeBatch, change } = work;
  const [openId, setOpenId] = useState<string | null>(null);
  const open = batch.find(({ id, draft }) => id === openId && draft !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what an earlier visit left half read
  useEffect(() => {
    const halfway = batch.some((file) => stopped(file) !== file);
    if (work.restored && halfway) changeBatch((files) => files.map(stopped));
  }, []);
  const changeDraft = useCallback(
    (next: (draft: Draft) => Draft) =>
      changeBatch((files) =>
        files.map((file) =>
          // another draft is another request: the key that stands for the one before is spent
          file.id === openId && file.draft
            ? { ...file, draft: next(file.draft), errors: {}, sentences: [], key: crypto.randomUUID() }
            : file,
        ),
      ),
    [changeBatch, openId],
  );
  const leave = async () => {
    const unstored = batch.some(({ state }) => state === 'ready');
    const sure =
      !unstored ||
      (await confirm({
        title: 'Discard the list?',
        body: 'The files that are not imported are forgotten here. This cannot be undone.',
        action: 'Discard it',
        danger: true,
      }));
    if (!sure) return;
    onTrouble(null);
    change((now) => ({ ...now, batch: [] }));
  };
  if (open?.draft) {
    return (
      <DraftEditor
        draft={open.draft}
        scales={scales}
        errors={open.errors}
        busy={open.state === 'storing'}
        fresh
        back="Back to the list"
        onChange={changeDraft}
        onStore={() => {
          store([open]);
          setOpenId(null);
        }}
        onBack={() => setOpenId(null)}
      />
    );
  }
  return (
    <BatchList
      batch={batch}
      onAdd={add}
      onCancel={cancel}
      onOpen={({ id }) => setOpenId(id)}
      onRemove={({ id }) => changeBatch((files) => files.filter((file) => file.id !== id))}
      onStore={store}
      onLeave={() => void leave()}
    />
  );
}
