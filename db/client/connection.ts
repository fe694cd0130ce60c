import type { Client } from '@libsql/client';

/** A libSQL client that is opened when first needed, and again after it was thrown away. */
export class Connection {
  readonly #open: () => Promise<Client>;
  #client: Client | undefined;

  constructor(open: () => Promise<Client>) {
    this.#open = open;
  }

  get opened(): boolean {
    return this.#client !== undefined;
  }

  /** For one caller at a time: two at once would open two. */
  async client(): Promise<Client> {
    this.#client ??= await this.#open();
    return this.#client;
  }

  /** Closes the client, with whatever transaction it has open; the next caller gets a new one. */
  discard(): void {
    this.#client?.close();
    this.#client = undefined;
  }
}
