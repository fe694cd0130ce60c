import type { Sqlite } from './sqlite';

/** A connection that is opened when first needed, and again after it was thrown away. */
export class Connection {
  readonly #open: () => Sqlite;
  #sqlite: Sqlite | undefined;

  constructor(open: () => Sqlite) {
    this.#open = open;
  }

  get opened(): boolean {
    return this.#sqlite !== undefined;
  }

  get sqlite(): Sqlite {
    this.#sqlite ??= this.#open();
    return this.#sqlite;
  }

  /** Closes the connection; the next caller gets a new one. */
  discard(): void {
    this.#sqlite?.close();
    this.#sqlite = undefined;
  }
}
