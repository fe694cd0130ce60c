/**
 * Where to go after signing in: `next` if it is a path of this desk, else the front page. A path that a browser could
 * read as another host's (`//evil.example`, `/\evil.example`, a line break in between) is none of ours.
 */
export function destination(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return '/';
  const here = 'https://desk.invalid';
  const url = URL.canParse(next, here) ? new URL(next, here) : null;
  return url?.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
}
