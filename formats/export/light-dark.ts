const call = /light-dark\(\s*([^(),]*(?:\([^()]*\)[^(),]*)*),\s*([^(),]*(?:\([^()]*\)[^(),]*)*)\)/g;
const property = /^\s*(--[\w-]+:[^;{}]*light-dark\([^;]*;)/gm;

const sideOf = (css: string, side: 1 | 2): string =>
  css.replace(call, (_, light: string, dark: string) => (side === 1 ? light : dark).trim());

/**
 * A stylesheet for browsers that do not know `light-dark()` (before 2024): every such value becomes its light one, and
 * the custom properties that had one are stated again, dark, for `prefers-color-scheme: dark`. Expects `light-dark()`
 * in custom properties of `:root` only, which a test holds the reader's styles to.
 */
export function unfoldLightDark(css: string): string {
  const dark = [...css.matchAll(property)].map((found) => `    ${sideOf(found[1]!, 2)}`);
  if (dark.length === 0) return css;
  return `${sideOf(css, 1)}
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
${dark.join('\n')}
  }
}
`;
}
