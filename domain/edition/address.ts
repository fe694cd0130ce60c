/** The public address of an article, an edition or a claim: `addressOf('slug', 2, 3)` is `/a/slug/2/claims/3`. */
export const addressOf = (slug: string, number?: number | null, k?: number): string =>
  `/a/${encodeURIComponent(slug)}${number ? `/${number}` : ''}${k ? `/claims/${k}` : ''}`;
