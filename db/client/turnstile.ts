/** Lets at most so many jobs be under way at once; the others wait in the order in which they came. */
export class Turnstile {
  readonly #places: number;
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#places = places;
    this.#free = places;
  }

  /** Runs the job when its turn comes. A job that throws gives its place back like any other. */
  async pass<T>(job: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await job();
    } finally {
      this.#leave();
    }
  }

  /** Resolves once everyone who came before has left. Nobody passes afterwards. */
  async shut(): Promise<void> {
    await Promise.all(Array.from({ length: this.#places }, () => this.#enter()));
  }

  #enter(): Promise<void> {
    if (this.#free === 0) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#free -= 1;
    return Promise.resolve();
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
