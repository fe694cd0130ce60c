import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';

/**
 * Keys are written `j`, `Shift+C`, `Mod+Enter`, `?`, `Escape`. Mod is Command on Apple's machines and Control elsewhere.
 */
const alternatives = (keys: string): string[] => {
  const plain = keys.replace(/^Mod\+/, '$mod+');
  // keyboards differ in whether a sign needs Shift, and a French one in whether a digit does
  if (/^[^\p{L}\p{N}]$/u.test(plain)) return [plain, `Shift+${plain}`];
  if (/^\d$/.test(plain)) return [plain, `Digit${plain}`];
  return [plain];
};

/** Whether this press is these keys. */
export const pressed = (event: KeyboardEvent, keys: string): boolean =>
  alternatives(keys).some((way) => matchKeyBindingPress(event, parseKeybinding(way)[0]!));

/** Whether a person could press it by accident while speaking or leaning on the keyboard (WCAG 2.1.4). */
export const isSingleKey = (keys: string): boolean => /^(Shift\+)?[^+\s]$/.test(keys);

const names: Record<string, string> = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** The caps to print, one by one: `Mod+Enter` is Ctrl, Enter or ⌘, Enter. */
export const keyCaps = (keys: string, apple: boolean): string[] =>
  keys.split('+').map((key) => {
    if (key === 'Mod') return apple ? '⌘' : 'Ctrl';
    return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });

/** For `aria-keyshortcuts`. */
export const ariaKeys = (keys: string): string => keys.replace('Mod+', 'Control+');
