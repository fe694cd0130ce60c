const PRIME = 0x01000193;

/** A number for the words between two offsets, the same for the same words. */
export function hashOf(text: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash ^ (hash >>> 15);
}

/**
 * Numbers for words as they are spelled, from 0 in the order first met. A Map would want each word cut out of its text
 * before it could be looked up, which is most of the time that reading takes.
 */
export class Spellings {
  readonly #words: string[] = [];
  readonly #hashes: number[] = [];
  #slots = new Int32Array(2048);

  /** The number of the word between two offsets of a text. */
  at(text: string, from: number, to: number): number {
    const hash = hashOf(text, from, to);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let known = this.#slots[slot]!; known !== 0; known = this.#slots[slot]!) {
      if (this.#hashes[known - 1] === hash && this.#is(known - 1, text, from, to)) return known - 1;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#words.push(text.slice(from, to));
    this.#hashes.push(hash);
    if (this.#words.length * 2 > this.#slots.length) this.#grow();
    return this.#words.length - 1;
  }

  word(number: number): string {
    return this.#words[number]!;
  }

  #is(number: number, text: string, from: number, to: number): boolean {
    const word = this.#words[number]!;
    if (word.length !== to - from) return false;
    for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
    return true;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    this.#hashes.forEach((hash, number) => {
      let slot = hash & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    });
  }
}
