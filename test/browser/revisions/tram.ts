import type { Claim } from '@/domain/claim';
import type { Colleague } from '../desk/people';
import { type Paper, paper } from '../workspace/paper';

/** What the article said when it was checked. */
export const before = [
  'The tram carried 18,400 people on a weekday. It cost 214 million crowns.',
  'The mayor said that it was a good year. Nobody disputed the figures at the time.',
  'The council will vote on the extension in May. The line has nineteen stops.',
  'Drivers earn 31,900 crowns in the first year, more than anywhere else in the province.',
  'The tram runs from Old Harbour to the hospital. The line first closed in the summer of 1987. Nobody missed it.',
].join('\n\n');

/** And what it says since: a figure, a negation and a modal verb are others, the drivers are gone. */
export const after = [
  'The tram carried 19,400 people on a weekday. It cost 214 million crowns.',
  'The mayor said that it was not a good year. Nobody disputed the figures at the time.',
  'The council may vote on the extension in May. The line has nineteen stops.',
  'The tram runs from Old Harbour to the hospital. The line first closed in the summer of 1987. Nobody missed it.',
].join('\n\n');

export const quotes = {
  number: 'The tram carried 18,400 people on a weekday.',
  negation: 'The mayor said that it was a good year.',
  modality: 'The council will vote on the extension in May.',
  stands: 'The line first closed in the summer of 1987.',
  lost: 'Drivers earn 31,900 crowns in the first year, more than anywhere else in the province.',
};

export type Tram = Paper & { claims: Record<keyof typeof quotes, Claim> };

/** An article with a claim on each quote, all by one person. */
export async function tram(owner: Colleague, title?: string): Promise<Tram> {
  const article = await paper(owner, before, title);
  const claims = {} as Tram['claims'];
  for (const name of Object.keys(quotes) as (keyof typeof quotes)[]) {
    claims[name] = await article.claim(quotes[name], { verdict: 'unproven', rationale: 'Sought.' });
  }
  return { ...article, claims };
}
