import { languageSchema, metadataFields, titleSchema } from '@/domain/article';
import { repair } from '@/domain/text';
import type { Facts } from './article';

/** On one line, without what cannot be stored, and no longer than its field takes; null when nothing is left to read. */
function line(value: string, longest: number): string | null {
  const flat = repair(value)
    .text.replace(/[\p{Cc}\u00AD]+|[\s\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const points = [...flat.slice(0, longest * 2)];
  return points.length > longest ? `${points.slice(0, longest - 1).join('')}…` : flat || null;
}

const schemas = { ...metadataFields, title: titleSchema, language: languageSchema };
const longest = { title: 300, publication: 200, byline: 300 } as const;

/** What a source says of itself as far as an article can hold it: lines are cut to length, and what does not fit goes. */
export function fitting(facts: Partial<Facts>): Partial<Facts> {
  const cut = Object.entries(longest).flatMap(([key, most]) => {
    const value = facts[key as keyof typeof longest];
    return typeof value === 'string' ? [[key, line(value, most)]] : [];
  });
  const fields = { ...facts, ...Object.fromEntries(cut) };
  const fit = Object.entries(fields).filter(
    ([key, value]) => value === null || key === 'contact' || schemas[key as keyof Facts].safeParse(value).success,
  );
  return Object.fromEntries(fit) as Partial<Facts>;
}
