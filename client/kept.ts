/** What was typed and given to nobody yet, kept in this browser under a name: it survives a reload and a closed page. */

/** What is kept under the name; null where there is nothing, or the browser keeps nothing. Check what it is. */
export function kept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null; // storage is switched off, or holds something else
  }
}

/** Keeps the value, or forgets it when it is null. Whether the browser did. */
export function keep(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false; // the page itself still holds it
  }
}
