/** How many letters have to be changed, put in or left out to make one word of another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === b[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

/** The word that somebody meant by a mistyped one: two letters off at most, and a third of it; null for none. */
export function nearest(typed: string, words: readonly string[]): string | null {
  if (typed.length > 40) return null;
  const [best] = words
    .map((word) => ({ word, off: word.startsWith(typed) && typed.length > 2 ? 1 : distance(typed, word) }))
    .sort((a, b) => a.off - b.off);
  return best && best.off <= Math.min(2, Math.ceil(typed.length / 3)) ? best.word : null;
}
