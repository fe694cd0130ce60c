/** What a person chose; `auto` follows the system and is kept as no cookie at all. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const themeCookie = 'stet-theme';

/** A cookie's value as a theme; anything unknown is `auto`. */
export const asTheme = (value: string | undefined): Theme => (value === 'light' || value === 'dark' ? value : 'auto');

/** The theme the page shows now. Browser only. */
export const currentTheme = (): Theme => asTheme(document.documentElement.dataset.theme);

/** Shows a theme at once and keeps it for a year in a cookie, so that the server sets it before the first paint. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const age = theme === 'auto' ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${age}; samesite=lax`;
}
