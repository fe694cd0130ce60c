import { typedFrom } from '@/domain/mention';
import { plainProse } from '@/formats/prose/plain';

/** A comment as plain words with the names of the people it mentions, for where there is no room for more. */
export const plainComment = (body: string, names: Readonly<Record<string, string>>): string =>
  typedFrom(plainProse(body), new Map(Object.entries(names)));
