import { eq, like, or } from 'drizzle-orm';
import type { Reading } from '../claims/rows';
import { articles } from '../schema';

const LONGEST = 60;

/** A title as part of an address: lowercase words of any script, without accents on Latin letters, cut between words. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    if (slug.length + word.length + 1 > LONGEST) break;
    slug += slug ? `-${word}` : word;
  }
  return slug || 'article';
}

/** A slug that no article has yet: the title's, or that with the next free number. It is made once and never changes. */
export async function freeSlug(db: Reading, title: string): Promise<string> {
  const base = slugOf(title);
  const rows = await db
    .select({ slug: articles.slug })
    .from(articles)
    .where(or(eq(articles.slug, base), like(articles.slug, `${base}-%`)));
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = base;
  for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`;
  return slug;
}
