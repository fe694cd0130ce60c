import type { Recognised } from './article';
import { contactLine } from './contact';
import { isName, withoutLegalForm } from './name';

type Rule = { role: Recognised['role']; reason: string; patterns: RegExp[] };

/** Matched against the line without its bullet, in small letters with straight apostrophes. */
const RULES: Rule[] = [
  {
    role: 'copyright',
    reason: 'This is a copyright notice.',
    patterns: [/^(?:copyright:?\s*)?[©℗]/, /^(?:copyright )?\(c\) ?(?:19|20)\d\d/, /^all rights reserved\b/],
  },
  {
    role: 'reprint',
    reason: 'This is about permission to reprint.',
    patterns: [
      /^click here (?:for reprint|to (?:order|request|license|purchase))/,
      /^(?:order|request|get|purchase) (?:a )?(?:reprints?|permission)\b/,
      /^(?:reprints?|rights|permissions?)(?: (?:and|&) (?:reprints?|permissions?|licensing))?(?: permissions?)?[.:]?$/,
      /^for (?:reprints?|reprint permissions?|permission to reprint|licensing information|syndication)\b/,
      /^to (?:reprint|republish|license) (?:this|the) (?:article|story|piece)\b/,
      /^republish (?:this|our) (?:article|story|stories)\b/,
      /^(?:this (?:material|article|story|content)|no part of this .{1,40}|all content) (?:may|can) ?not be (?:published|reproduced|broadcast|rewritten|redistributed|copied|republished)\b/,
    ],
  },
  {
    role: 'comment-policy',
    reason: 'This is about readers’ comments.',
    patterns: [
      /^(?:please )?(?:read|see|review|view|follow|check) (?:our |the |these )?(?:comments?|commenting|community|discussion|moderation) (?:policy|policies|guidelines|rules|standards)\b/,
      /^(?:comments?|commenting|community) (?:policy|guidelines|rules|standards)[.:]?$/,
      /^(?:view|show|hide|see|read|load|leave|post|add|write) (?:all |more |a |the |your )?(?:\d+ )?(?:comments?|reply)(?: ?\(\d+\))?[.:]?$/,
      /^(?:\d+ )?comments?(?: ?\(\d+\)| are (?:closed|moderated|disabled|off)\b.{0,60})?[.:]?$/,
      /^join the (?:conversation|discussion)\b.{0,60}$/,
    ],
  },
  {
    role: 'other',
    reason: 'This is an advertisement or makes room for one.',
    patterns: [
      /^(?:advert|advertisement|sponsored(?: content)?|paid (?:post|content)|promoted)[.:]?$/,
      /^(?:(?:the )?(?:story|article) continues|continue reading|scroll (?:down )?to continue)(?: (?:below|after|reading|with|the).{0,50})?[.:]?$/,
    ],
  },
  {
    role: 'other',
    reason: 'This leads to other pages.',
    patterns: [
      /^(?:read more|read also|also read|see also|more on this(?: story| topic)?|related(?: stories| articles?| coverage| content| topics| news)?|recommended(?: stories| for you)?|most (?:read|popular|viewed)|trending(?: now)?|up next|editors?'s? picks?|don't miss|you may also like)(?: ?[:>»→].{0,220})?[.…]?$/,
      /^read more (?:about|on|at|from|here|in|of)\b.{0,140}$/,
      /^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords) ?:.{1,250}$/,
      /^(?:this (?:article|story|piece|post) (?:was )?(?:first|originally) (?:published|appeared)|a version of this (?:article|story) (?:appears|appeared|was))\b.{0,160}$/,
    ],
  },
  {
    role: 'other',
    reason: 'This asks readers to sign up, share or listen.',
    patterns: [
      /^(?:sign up|subscribe|get|register)\b.{0,160}\b(?:newsletters?|inbox|subscription|e-?mail (?:updates|alerts))\b.{0,60}$/,
      /^(?:sign (?:up|in)|log in|register|subscribe)(?: now| today| here)?[.!]?$/,
      /^(?:subscribe|sign (?:up|in)|log in|register)(?: now)? to (?:continue|keep|read|unlock)\b.{0,80}$/,
      /^share(?: (?:this|on|via|to)\b.{0,40})?[.:!]?$/,
      /^(?:tweet|pin(?: it)?|print|e-?mail|copy link|save|bookmark|gift(?: this)? article|facebook|twitter|whatsapp|linkedin|reddit|loading\.*|skip to (?:main )?content|back to top|menu)$/,
      /^(?:follow|like) us on\b.{0,80}$/,
      /^listen(?: to (?:this )?(?:article|story))?(?: ?[·|(]? ?\d.{0,20})?$/,
      /^(?:\d{1,3} min(?:ute)?s?(?: read)?|\d{1,6} shares?)$/,
      /^(?:have|got|do you have) (?:a|any) (?:news )?tips?\b.{0,200}$/,
    ],
  },
  { role: 'other', reason: 'This divides the page.', patterns: [/^[-_=*•·—–~#|.\s]*$/] },
];

const BULLET = /^[-–—•·*▪●]\s+/;
const LONGEST = 320;
const RIGHTS_HOLDER =
  /^(?:copyright:?\s*)?(?:[©℗]|\(c\)(?= ?\d{4})|(?<=copyright:?\s*)(?=\d{4}))\s*(?:by )?(?:\d{4}(?: ?[-–] ?\d{4})?)?[\s,]*(?:by )?([^.]{2,80})/i;

/** Who holds the rights, by a notice such as `Copyright © 2024 The Example Times, LLC.`: words that make a name, or null. */
function rightsHolder(text: string): string | null {
  const holder = RIGHTS_HOLDER.exec(text)?.[1];
  const name = withoutLegalForm(holder ?? '');
  return name !== '' && isName(name) ? name : null;
}

const copyrightLine = (publication: string | null): Recognised => ({
  role: 'copyright',
  reason: 'This is a copyright notice.',
  ...(publication ? { facts: { publication } } : {}),
});

/**
 * Recognises a line that a web page puts around an article (rights, comments, advertising, links, how to reach the
 * author), or null. Only whole short lines count: a paragraph that mentions copyright or comments is article.
 *
 * @param edge whether the line stands near the start or the end, where alone an author's address stands
 */
export function furniture(text: string, edge: boolean): Recognised | null {
  if (text.length > LONGEST) return null;
  const bare = text.replace(BULLET, '');
  const small = bare.toLowerCase().replace(/’/g, "'");
  const holder = rightsHolder(bare);
  if (holder) return copyrightLine(holder);
  const rule = RULES.find(({ patterns }) => patterns.some((pattern) => pattern.test(small)));
  if (rule) return { role: rule.role, reason: rule.reason };
  return edge ? contactLine(bare) : null;
}
