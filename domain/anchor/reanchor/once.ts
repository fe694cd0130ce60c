const NOWHERE = -1;

/** Where each number stands that a list holds just once. A table of its own: a Map of as many takes several times as long. */
export class Once {
  readonly #numbers: Int32Array;
  /** By slot: 0 for none, the number's place plus 1, or that place negated when it stands again. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(numbers: Int32Array) {
    let size = 2;
    while (size < numbers.length * 2) size *= 2;
    this.#numbers = numbers;
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
    for (let at = 0; at < numbers.length; at += 1) {
      const slot = this.#slotOf(numbers[at]!);
      const known = this.#slots[slot]!;
      this.#slots[slot] = known === 0 ? at + 1 : -Math.abs(known);
    }
  }

  #slotOf(number: number): number {
    let slot = (number ^ (number >>> 16)) & this.#mask;
    for (let known = this.#slots[slot]!; known !== 0; known = this.#slots[slot]!) {
      if (this.#numbers[Math.abs(known) - 1] === number) return slot;
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  /** The only place of a number; -1 when it has none, or several. */
  place(number: number): number {
    const known = this.#slots[this.#slotOf(number)]!;
    return known > 0 ? known - 1 : NOWHERE;
  }
}
