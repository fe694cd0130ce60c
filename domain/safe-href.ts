const LONGEST = 2000;
const SCHEME = /^(?:https?:\/\/|mailto:[^?]+@)/i;
const NEVER_IN_AN_ADDRESS = /[\s<>"`\\\p{C}]/u;

/**
 * The address itself when a page may link to it, else null: http, https or mailto, without blanks, quotes, backslashes,
 * invisible characters or a user name that could pass for the host. It is judged as it stands: nothing is decoded.
 */
export function safeHref(address: string): string | null {
  if (address.length > LONGEST || !SCHEME.test(address) || NEVER_IN_AN_ADDRESS.test(address)) return null;
  try {
    const { username, password } = new URL(address);
    return username === '' && password === '' ? address : null;
  } catch {
    return null;
  }
}
