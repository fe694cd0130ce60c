import type { Event } from '@/domain/event';

/** Lines that are kept for those who come later. */
const MOST = 1000;

/** The lines of the log that a tab was told, each once and in order, and how far back it knows them. */
export class Lines {
  #kept: Event[] = [];
  #from: number | null = null;
  #told: number | null = null;

  /** The number of the last line that is known; null until the first is. */
  get told(): number | null {
    return this.#told;
  }

  /** Knows nothing before a number, and everything after it from now on. */
  begin(at: number): void {
    this.#kept = [];
    this.#from = at;
    this.#told = at;
  }

  /** Takes a line in, unless it is known already. Whether it is news. */
  take(line: Event): boolean {
    const seq = Number(line.id);
    if (this.#told !== null && seq <= this.#told) return false;
    if (this.#told === null) this.#from = seq - 1;
    this.#told = seq;
    this.#kept.push(line);
    if (this.#kept.length > MOST) this.#from = Number(this.#kept.shift()!.id);
    return true;
  }

  /** The lines after a number; null where some of them are not known. */
  after(seq: number): Event[] | null {
    if (this.#from === null || seq < this.#from) return null;
    return this.#kept.filter(({ id }) => Number(id) > seq);
  }
}
