import { exportDocuments } from '@/formats/export/documents';

/** What an address under `/a/` asks for. */
export type Asked = {
  slug: string;
  /** the edition, as the address writes it; null for the newest */
  number: string | null;
  /** the claim; null for the whole edition */
  k: string | null;
  /** the form other than the page: `json`, or a name such as `claims.csv`; null for the page */
  form: string | null;
};

const formsOfEditions = new Set([...exportDocuments.map(({ name }) => name), 'edition.zip', 'embed']);

/** The part of an address without `.json`, and whether it asked for that. */
const cut = (value: string): { value: string; json: boolean } =>
  value.endsWith('.json') ? { value: value.slice(0, -5), json: true } : { value, json: false };

/** `/a/{slug}[/{n}][/claims/{k}]`, each followed by `.json`, by `/` and the name of a form, or by nothing. */
export function askedAt([slug = '', ...parts]: string[]): Asked {
  const isNumber = parts[0] !== undefined && parts[0] !== 'claims' && !formsOfEditions.has(parts[0]);
  const number = isNumber ? parts.shift()! : null;
  const k = parts[0] === 'claims' ? (parts.splice(0, 2)[1] ?? null) : null;
  if (parts.length > 0) return { slug, number, k, form: parts.join('/') };
  const { value, json } = cut(k ?? number ?? slug);
  const form = json ? 'json' : null;
  if (k !== null) return { slug, number, k: value, form };
  return number !== null ? { slug, number: value, k, form } : { slug: value, number, k, form };
}

/** A number as addresses write it: digits without a leading zero. */
export const counted = (value: string): number | null => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : null);

/** The parts of an address as text. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // not percent-encoded text: no address of ours, so nothing is found under it
  }
}

/** The same address as we write it: in small letters, and without a list that has no page of its own. */
export function tidied(parts: string[]): string[] {
  const small = parts.map((part) => part.toLowerCase());
  return small.length > 1 && small.at(-1) === 'claims' ? small.slice(0, -1) : small;
}
