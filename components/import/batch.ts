import type { Draft } from './draft';

/** One of several files: read by the server and then stored, each by itself, so that none depends on another. */
export type BatchFile = {
  id: string;
  name: string;
  state: 'waiting' | 'reading' | 'ready' | 'refused' | 'storing' | 'stored';
  draft: Draft | null;
  /** what is wrong, in words, where something is */
  sentences: string[];
  /** what is wrong with a field of its draft, by its JSON pointer without its slash */
  errors: Record<string, string>;
  /** of the stored article */
  articleId: string | null;
  /** the same request sent twice makes one article */
  key: string;
};

export const batchFile = (name: string): BatchFile => ({
  id: crypto.randomUUID(),
  name,
  state: 'waiting',
  draft: null,
  sentences: [],
  errors: {},
  articleId: null,
  key: crypto.randomUUID(),
});

const STOPPED = 'Reading this was stopped. Add the file again.';

/** As it can go on after a reload, or after Cancel: what is not read is not here any more, what was being stored is asked again. */
export const stopped = (file: BatchFile): BatchFile => {
  if (file.state === 'waiting' || file.state === 'reading') return { ...file, state: 'refused', sentences: [STOPPED] };
  return file.state === 'storing' ? { ...file, state: 'ready' } : file;
};

/** The batch with one of its files changed. */
export const withFile = (batch: BatchFile[], id: string, change: Partial<BatchFile>): BatchFile[] =>
  batch.map((file) => (file.id === id ? { ...file, ...change } : file));

export const inState = (batch: BatchFile[], ...states: BatchFile['state'][]): BatchFile[] =>
  batch.filter(({ state }) => states.includes(state));
