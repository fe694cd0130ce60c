/** Elements that are never words of an article, whatever is in them. */
const NEVER = new Set(
  'script style noscript template svg math canvas iframe object embed applet audio video map head title meta link base img picture source track button input select option optgroup textarea datalist progress meter dialog nav frameset frame'.split(
    ' ',
  ),
);
/** AMP’s elements that are not of the article. */
const AMP =
  /^amp-(?:ad|auto-ads|embed|analytics|pixel|sidebar|consent|social-share|user-notification|sticky-ad|iframe|form|next-page)$/;
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const OTHER_ROLE = /^(?:navigation|search|dialog|alertdialog|menu|menubar|toolbar|tablist)$/i;

/** Whether an element and all in it is left out: what runs, what is hidden, what one navigates and types with. */
export function isDropped(element: Element): boolean {
  return (
    NEVER.has(element.localName) ||
    AMP.test(element.localName) ||
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    HIDDEN_STYLE.test(element.getAttribute('style') ?? '') ||
    OTHER_ROLE.test(element.getAttribute('role') ?? '')
  );
}

/** How pages call what stands around an article: one word of a class or an id. */
const AROUND =
  /^(?:ads?|advert|adverts|advertisement|advertising|adslot|sponsor|sponsored|promo|promoted|promotion|related|recommended|recommendations|recirc|recirculation|newsletter|newsletters|share|sharing|social|socials|comments?|cookies?|consent|subscribe|subscription|paywall|outbrain|taboola|sidebar|breadcrumbs?|popup|modal|most(?:read|popular)|trending|read(?:next|more)|more(?:stories|news)|up(?:next)|tags?|toolbar|skip(?:link)?)$/;
const TWO =
  /^(?:related|most|read|more|up|sponsored|recommended|also|you)[-_](?:stories|articles|links|content|read|popular|next|more|news|from|like)$/;

const namesOf = (element: Element): string => `${element.getAttribute('class') ?? ''} ${element.id}`.toLowerCase();

/** `related-stories` is one, `unrelated` and `has-ads-below` are none: names are looked at word by word. */
export function isFurniture(element: Element): boolean {
  const names = namesOf(element).split(/\s+/).filter(Boolean).slice(0, 12);
  return names.some((name) => {
    if (name.length > 60) return false;
    const [first = '', second] = name.split(/[-_]+/);
    return (
      AROUND.test(name.replace(/[-_]+/g, '')) ||
      TWO.test(name) ||
      (AROUND.test(first) && second !== undefined && !/^(?:content|body|article|text|page|wrapper)$/.test(second))
    );
  });
}

const LABELLED = /\b(?:advert|sponsor|related|recommended|newsletter|most (?:read|popular)|share|comments)/i;

/** Takes out of a page what stands around its article, unless that is most of the page. */
export function dropFurniture(document: Document): void {
  const whole = document.body?.textContent?.length ?? 0;
  for (const element of [...document.querySelectorAll('nav, aside, form, footer, [class], [id], [aria-label]')]) {
    if (
      element === document.body ||
      element === document.documentElement ||
      /^(?:main|article|h1)$/.test(element.localName)
    )
      continue;
    const around =
      element.localName === 'nav' ||
      element.localName === 'aside' ||
      LABELLED.test(element.getAttribute('aria-label') ?? '') ||
      isFurniture(element);
    if (around && (element.textContent?.length ?? 0) * 3 < whole) element.remove();
  }
}
