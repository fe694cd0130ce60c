import { useCallback, useState } from 'react';
import { z } from 'zod';
import { keep, kept } from '@/client/kept';
import { findQuote } from '@/domain/anchor';
import { useChecking } from '../claims/under-check';

/** Words that were selected to be talked about, until the first comment on them was taken. */
const begunSchema = z.object({ start: z.int(), end: z.int(), exact: z.string(), revision: z.int() });
export type Begun = z.infer<typeof begunSchema>;

type Text = { number: number; text: string };

/** Where words that were begun on in an earlier revision stand now; as they were where that cannot be said. */
function carriedOver(begun: Begun, { number, text }: Text, language: string): Begun {
  if (begun.revision === number) return begun;
  const found = findQuote(text, { exact: begun.exact, prefix: '', suffix: '', position: begun }, language);
  return typeof found === 'string' ? begun : { ...found, exact: text.slice(found.start, found.end), revision: number };
}

/** The words that a person has begun to comment on, kept until the comment was taken or they think better of it. */
export function useBegun() {
  const { me, article, revision } = useChecking();
  const name = `stet.words.${me.id}.${article.id}`;
  const [begun, setBegun] = useState<Begun | null>(() => {
    const left = begunSchema.safeParse(kept(name)).data;
    return left ? carriedOver(left, revision, article.language) : null;
  });
  const set = useCallback(
    (next: Begun | null) => {
      setBegun(next);
      keep(name, next);
    },
    [name],
  );
  return [begun, set] as const;
}
