import { expect, type Page } from '@playwright/test';
import type { Claim } from '@/domain/claim';
import type { NewClaim, NewEvidence } from '@/domain/contract/claims';
import type { Report } from '@/domain/revision';
import type { Colleague } from '../desk/people';

const content = [
  'The tram carried 18,400 people on a weekday. It cost 214 million crowns.',
  'Ridership doubled. The mayor said that it was a good year, because “Ridership doubled” on her watch.',
].join('\n\n');

type Given = Omit<NewClaim, 'anchor'>;

/** An article under check, whose owner makes claims in it and takes them along through the API. */
export type Paper = {
  id: string;
  claim: (words: string, given?: Given) => Promise<Claim>;
  submit: (claim: Claim) => Promise<Claim>;
  approve: (claim: Claim, by: Colleague) => Promise<Claim>;
  /** adds a revision that says this */
  revise: (text: string, given?: { title?: string; reason?: string; by?: Colleague }) => Promise<Report>;
};

export async function paper(owner: Colleague, text = content, title = 'A tram for Larkmoor'): Promise<Paper> {
  const { value } = await owner.call('importArticle', { body: { content: text, title } });
  const { id } = value;
  const submit = async (claim: Claim) => {
    const { etag } = await owner.call('readClaim', { params: { id: claim.id } });
    return (await owner.call('submitClaim', { params: { id: claim.id }, ifMatch: etag })).value;
  };
  return {
    id,
    submit,
    revise: async (text, { by = owner, ...given } = {}) => {
      const body = { format: 'text' as const, content: text, ...given };
      return (await by.call('addRevision', { params: { id }, body })).value;
    },
    claim: async (words, given = {}) => {
      const start = value.revision.text.indexOf(words);
      const anchor = { start, end: start + words.length, exact: words };
      return (await owner.call('createClaim', { params: { id }, body: { statement: words, ...given, anchor } })).value;
    },
    approve: async (claim, by) => {
      const { digest } = await submit(claim);
      return (await by.call('decideClaim', { params: { id: claim.id }, body: { outcome: 'approve', digest } })).value;
    },
  };
}

export const evidence = (title: string): NewEvidence => ({ source: { title }, stance: 'context' });

/** The article's text, to select in. */
export const text = (page: Page) => page.locator('.article-text');
/** The claim that is open. */
export const panel = (page: Page) => page.locator('[data-panel]');

/** Waits until the workspace takes keys: its editor stands and what was kept has been read. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator('.article-text[contenteditable]')).toBeVisible();
  await expect(page.locator('[data-saving]')).toBeVisible();
}
