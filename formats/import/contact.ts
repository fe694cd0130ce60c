import type { Recognised } from './article';
import { isName } from './name';

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/;
const CAN_BE_REACHED = /^(.{1,60}?) (?:can|may) be (?:reached|contacted|e-?mailed|followed)\b/i;
const REACH =
  /^(?:reach(?: out to)?|contact|e-?mail|write to|message|follow) (.{1,60}?)(?: at| via| on| by| ?:| (?=\S{1,64}@))/i;
const REACH_THEM = /\b(?:reach|contact|e-?mail|follow) (?:him|her|them|me|us) (?:at|on|via|:)/i;
const NOBODY_BY_NAME = /^(?:the (?:author|writer|reporter|editor|newsroom)|he|she|they|him|her|them|us|me)$/i;
const LABEL = /^(?:e-?mail|contact|reporter|author) ?:/i;
const NETWORK = /\b(?:twitter|x|bluesky|mastodon|threads|facebook|instagram|linkedin|signal)\b/i;

/** The first e-mail address in a short text. */
export const emailIn = (text: string): string | null => EMAIL.exec(text)?.[0] ?? null;

const someone = (who: string | undefined): who is string =>
  who !== undefined && (NOBODY_BY_NAME.test(who) || isName(who));

/** Whom a contact line names, `''` for “the author” and the like; null when it is no contact line. */
function nameIn(text: string, email: string | null): string | null {
  const who = CAN_BE_REACHED.exec(text)?.[1] ?? REACH.exec(text)?.[1];
  if (someone(who)) return NOBODY_BY_NAME.test(who) ? '' : who;
  if (REACH_THEM.test(text)) return '';
  if (!email) return null;
  const rest = text
    .replace(email, '')
    .replace(LABEL, '')
    .replace(/[\s():,;|<>.–—-]+/g, ' ')
    .trim();
  return rest === '' || isName(rest) ? rest : null;
}

/**
 * Reads a line that says how to reach whoever wrote the article, such as `• Jane Doe can be reached at jane@example.com.`
 * A line that tells readers how to reach somebody else, and one that is said in quotation marks, is article.
 */
export function contactLine(text: string): Recognised | null {
  if (text.length > 240 || /["“”]/.test(text)) return null;
  const email = emailIn(text);
  if (!email && !NETWORK.test(text)) return null;
  const name = nameIn(text, email);
  if (name === null) return null;
  const reason = 'This says how to reach the author.';
  return email ? { role: 'contact', reason, facts: { contact: { name, email } } } : { role: 'contact', reason };
}
