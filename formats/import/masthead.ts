import type { Facts, Recognised } from './article';
import { emailIn } from './contact';
import { endingDate } from './date';
import { isName, isPublication, mayBePublication } from './name';

type Part = Partial<Facts> & { dated?: true };

const LEADING_MARKS = /^[-–—•·*|\s]+/;
const SEPARATOR = /\s+[-–—•·]\s+|\s*\|\s*/;
const JOB =
  /\b(?:writer|reporter|correspondent|editor|columnist|contributor|bureau|chief|photographer|producer|staff|freelance|special to)\b/i;
const BYLINE =
  /^(?:(?:story|written|reported|reporting|report|words|analysis|opinion|commentary) by|by|author|byline)\b:? +(.+)$/i;
const LABEL = /^(title|headline|publication|publisher|source|url|link|section) ?: *(.+)$/i;
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|noon|midnight)\b/i;
const READING_TIME = /^\d{1,3} ?min(?:ute)?s?(?: read)?$/i;
const TIME_OF_DAY = /^\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,5})?$/i;

/** People named after “By”, without their jobs; the publication when it is named with them. */
function bylineOf(text: string): Part | null {
  const email = emailIn(text);
  const people: string[] = [];
  let publication: string | undefined;
  for (const part of text.replace(email ?? '', '').split(/ *, *| (?:for|of) (?=The )/)) {
    const name = part.replace(/^[\s(]+|[\s().:]+$/g, '');
    if (name === '' || (people.length > 0 && JOB.test(name))) continue;
    if (people.length > 0 && isPublication(name)) publication = name;
    else if (isName(name) && !CALENDAR.test(name)) people.push(name);
    else return null;
  }
  const byline = people.join(', ');
  if (byline === '') return null;
  return { byline, ...(publication ? { publication } : {}), ...(email ? { contact: { name: byline, email } } : {}) };
}

/** “Jane Doe, Staff Writer”: two words or more and then a job. */
function nameWithJob(text: string): Part | null {
  const comma = text.indexOf(', ');
  const name = text.slice(0, comma);
  return comma > 0 && name.includes(' ') && isName(name) && JOB.test(text.slice(comma)) && text.length < 100
    ? { byline: name }
    : null;
}

function signed(text: string): Part | null {
  const named = BYLINE.exec(text)?.[1];
  return named ? bylineOf(named) : nameWithJob(text);
}

/** What one part of a masthead line says: a date, perhaps after a name; a byline; or nothing that is kept, like a time. */
function partOf(text: string): Part | null {
  if (text === '' || READING_TIME.test(text) || TIME_OF_DAY.test(text)) return {};
  const found = endingDate(text);
  if (!found) return signed(text);
  const dated: Part = { dated: true, ...(found.date ? { publishedOn: found.date } : {}) };
  if (found.before === '') return dated;
  const author = signed(found.before);
  if (author) return { ...author, ...dated };
  return mayBePublication(found.before) ? { publication: found.before, ...dated } : null;
}

function labelled(text: string): Recognised | null {
  const [, label, value] = LABEL.exec(text) ?? [];
  if (!label || !value) return null;
  if (/title|headline/i.test(label)) return { role: 'title', reason: 'This is the title.', facts: { title: value } };
  if (/url|link|section/i.test(label)) return { role: 'other', reason: 'This line describes the page.' };
  return isName(value)
    ? { role: 'publication', reason: 'This names the publication.', facts: { publication: value } }
    : null;
}

/**
 * Reads a line that stands above an article: publication, date or byline, alone or together as in
 * `- The Example Times - Friday, October 25, 2024`. Null when any part of the line says something else.
 */
export function mastheadLine(text: string): Recognised | null {
  if (text.length > 160) return null;
  const label = labelled(text);
  if (label) return label;
  const facts: Part = {};
  const names: string[] = [];
  for (const piece of text.replace(LEADING_MARKS, '').split(SEPARATOR)) {
    const part = partOf(piece.trim());
    if (part) Object.assign(facts, { ...part, ...facts });
    else if (mayBePublication(piece.trim())) names.push(piece.trim());
    else return null;
  }
  const { dated, ...said } = facts;
  if ((!dated && !said.byline) || names.length > (said.publication ? 0 : 1)) return null;
  const publication = said.publication ?? names[0];
  if (publication)
    return { role: 'publication', reason: 'This names the publication.', facts: { ...said, publication } };
  return said.byline
    ? { role: 'byline', reason: 'This says who wrote the article.', facts: said }
    : { role: 'date', reason: 'This says when the article was published.', facts: said };
}

/** Whether the line is a publication's name and nothing else. */
export const isPublicationAlone = (text: string): boolean => text.split(' ').length <= 5 && isPublication(text);
