/** Whether two words are one with a slip of the pen, or two forms of one: they begin and end with the same two thirds. */
export function areAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const longer = Math.max(one.length, other.length);
  if (shorter * 3 < longer * 2) return false;
  let head = 0;
  while (head < shorter && one.charCodeAt(head) === other.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)) {
    tail += 1;
  }
  return (head + tail) * 3 >= longer * 2;
}
