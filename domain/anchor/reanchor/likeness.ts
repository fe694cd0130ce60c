/** The pairs of letters in a word. */
function bigrams(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}

/** Whether two words are one with a slip of the pen, or two forms of one: most of their letters stand in the same order. */
export function similar(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const longer = Math.max(one.length, other.length);
  if (shorter < 3 || shorter * 2 < longer) return false;
  if (/\p{N}/u.test(one) || /\p{N}/u.test(other)) return false;
  let head = 0;
  while (head < shorter && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  if ((head + tail) * 3 >= longer * 2) return true;
  const left = bigrams(other);
  let shared = 0;
  for (const pair of bigrams(one)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    shared += 1;
    left.splice(at, 1);
  }
  return shared * 4 >= one.length + other.length - 2;
}
