const CONNECTORS = new Set('a and at de del der die du et for in la le of on the und van von y &'.split(' '));
const STARTS_NAME = /^[\p{Lu}\p{Lo}\p{N}]/u;
const DOMAIN = /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}$/i;

const NEWSPAPERS =
  'advocate argus bee bulletin chronicle citizen courier daily dispatch echo enquirer examiner express gazette globe ' +
  'guardian herald independent inquirer journal ledger magazine mail mercury mirror monitor news observer online post ' +
  'press record register reporter review sentinel standard star sun telegraph times today tribune union voice weekly ' +
  'wire world afp ap bbc cnn npr reuters';
const NEWSPAPER_WORDS = new Set(NEWSPAPERS.split(' '));

const words = (text: string): string[] => text.split(' ');

/** Whether the text reads like the name of somebody or something: up to eight words, each capitalised but for connectors. */
export function isName(text: string): boolean {
  if (text.length > 80 || /[!?;:"“”@]/.test(text)) return false;
  const parts = words(text.trim());
  return (
    parts.length <= 8 &&
    parts.some((word) => STARTS_NAME.test(word)) &&
    parts.every((word) => STARTS_NAME.test(word) || CONNECTORS.has(word.toLowerCase()))
  );
}

/** Whether a name is plainly a publication's: its last word is one that newspapers are called by, or it is a web address. */
export const isPublication = (text: string): boolean =>
  DOMAIN.test(text) || (isName(text) && NEWSPAPER_WORDS.has(words(text).at(-1)?.toLowerCase() ?? ''));

/** Whether a name that stands beside a date may be a publication's; a single word in capitals is where a report was filed. */
export const mayBePublication = (text: string): boolean =>
  isPublication(text) || (isName(text) && !(/^[\p{Lu}, .]{5,}$/u.test(text) && !/^the /i.test(text)));

/** A company's name without its legal form: `The Example Times, LLC` is The Example Times. */
export const withoutLegalForm = (name: string): string =>
  name.replace(/[, ]+(?:LLC|L\.L\.C|Inc|Ltd|Limited|Corp|Corporation|Co|Company|PLC|GmbH|AG|SA)\.?$/i, '').trim();
