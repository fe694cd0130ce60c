import { type LogFilter, logFilterSchema } from '@/domain/contract/activity';

/** What of the log an address asks for; what it says wrongly is not applied, and `refusal` tells why. */
export function filterOf(query: Record<string, string | string[] | undefined>): {
  filter: LogFilter;
  refusal: string | null;
} {
  const given = Object.fromEntries(
    Object.keys(logFilterSchema.shape).flatMap((key) => {
      const value = [query[key]].flat()[0];
      return value ? [[key, value]] : [];
    }),
  );
  const parsed = logFilterSchema.safeParse(given);
  if (parsed.success) return { filter: parsed.data, refusal: null };
  return { filter: {}, refusal: parsed.error.issues.map(({ message }) => message).join(' ') };
}
