import { z } from 'zod';
import { claimKinds } from './claim';
import { claimStates } from './workflow';

/** How near a claim is due, for who looks through many; `day` and `week` are from now on. */
export const dueFilters = ['overdue', 'day', 'week', 'none'] as const;
export const unsettledFilters = ['any', 'changed', 'lost'] as const;
export const claimSorts = ['due', 'oldest', 'newest', 'article'] as const;
export type ClaimSort = (typeof claimSorts)[number];
/** In place of a person: assigned to nobody. */
export const NOBODY = 'nobody';

const id = z.string().max(64);
const states = new RegExp(`^(${claimStates.join('|')})(,(${claimStates.join('|')}))*$`);

/** What claims are picked by, as it stands in an address. All of it must hold. */
export const claimFilterQuery = {
  state: z
    .string()
    .max(100)
    .regex(states, { error: `Name states with commas between them: ${claimStates.join(', ')}.` })
    .optional()
    .describe('One state, or several with commas between them; all but dropped claims unless given.'),
  article: id.optional(),
  verdict: z.string().max(40).optional(),
  kind: z.enum(claimKinds).optional(),
  claimant: z.string().max(200).optional().describe('Words of the name of who made it.'),
  assignee: id.optional().describe('A person, or `nobody`.'),
  creator: id.optional(),
  due: z.enum(dueFilters).optional(),
  unsettled: z.enum(unsettledFilters).optional().describe('Its words changed or are lost in the article.'),
  q: z.string().max(200).optional().describe('Words of the statement or the quotes.'),
};
const filter = z.object(claimFilterQuery);
export type ClaimFilter = z.infer<typeof filter>;
export type FilterName = keyof ClaimFilter;
export const filterNames = Object.keys(claimFilterQuery) as FilterName[];

/** The filter that an address holds. What is no filter, or not a sound one, is left out. */
export function filterIn(search: Readonly<Record<string, string | string[] | undefined>>): ClaimFilter {
  const found = filterNames.flatMap((name) => {
    const value = [search[name]].flat()[0];
    const sound = value ? claimFilterQuery[name].safeParse(value) : null;
    return sound?.success ? [[name, sound.data]] : [];
  });
  return Object.fromEntries(found) as ClaimFilter;
}
