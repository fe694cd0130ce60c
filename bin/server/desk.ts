/**
 * What the server asks of the desk's database, in the order in which it asks. The database is one for the whole
 * process, so what happens here happens on the connection that the pages use.
 */
export const desk = {
  migrate: async (): Promise<void> => undefined,
  /** the secret of the one-time setup link; null once the desk has a person */
  setupLink: async (): Promise<string | null> => null,
  close: async (): Promise<void> => undefined,
};
