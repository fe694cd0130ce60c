import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { confirm, type Question } from '../ui/confirm';

/** The link that a press follows in this tab, if it leads away from the page. */
function leadsAway(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || (link.target && link.target !== '_self') || link.hasAttribute('download')) return null;
  const { origin, pathname, search } = new URL(link.href);
  const here = origin === location.origin && pathname === location.pathname && search === location.search;
  return here ? null : link.href;
}

/** Asks before a link is followed or the page is closed, for as long as there is something unsent. */
export function useLeaveGuard(unsent: boolean, question: Question): void {
  const router = useRouter();
  useEffect(() => {
    if (!unsent) return;
    const follow = async (event: MouseEvent) => {
      const href = leadsAway(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (!(await confirm(question))) return;
      const { origin, pathname, search, hash } = new URL(href);
      if (origin === location.origin) router.push(pathname + search + hash);
      else location.assign(href);
    };
    const close = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', follow, true);
    window.addEventListener('beforeunload', close);
    return () => {
      document.removeEventListener('click', follow, true);
      window.removeEventListener('beforeunload', close);
    };
  }, [unsent, question, router]);
}
