/** Conflicts that the person is shown beside the field they are typing in: of these no other notice is given. */
const shown = new Set<string>();

export const isShown = (changeId: string): boolean => shown.has(changeId);

/** Takes down that a conflict is shown in its place; answers what ends that. */
export function showsInPlace(changeId: string): () => void {
  shown.add(changeId);
  return () => void shown.delete(changeId);
}
