import { importArticle, type NewArticle } from '@/db/articles/write';
import { createClaim } from '@/db/claims/create';
import { editClaim } from '@/db/claims/edit';
import { readClaim } from '@/db/claims/read';
import { submitClaim } from '@/db/claims/submission';
import { addEvidence } from '@/db/evidence/evidence';
import type { NewRevision } from '@/db/revisions/add';
import type { Article } from '@/domain/article';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch, NewClaim } from '@/domain/contract/claims';
import { plainDoc } from '@/domain/doc';
import type { Actor } from '@/domain/permission';
import type { Result } from '@/domain/result';
import { may, value } from './desk';

export const sampleText = [
  'HARBOUR CITY — The ferry to Saltmere carried 41,200 passengers in June, the port authority said on Monday.',
  'Its director, Ines Varga, called the figure “a record for any month”. She did not say how many had paid.',
  'The line opened in 1974 and closes each winter.',
].join('\n');

/** A new text of an article, for its next revision. */
export const revised = (text: string, given: Partial<NewRevision> = {}): NewRevision => ({
  kind: 'import',
  title: null,
  text,
  doc: plainDoc(text.split('\n')),
  setAside: null,
  reason: null,
  base: null,
  ...given,
});

/** An imported article. */
export async function article(by: Actor, given: Partial<NewArticle> = {}): Promise<Article & { text: string }> {
  const text = given.text ?? sampleText;
  const stored = await importArticle(may('annotate', by), {
    title: 'Saltmere ferry counts its passengers',
    publication: 'The Harbour Ledger',
    byline: 'Tomas Reed',
    contact: { name: 'Tomas Reed', email: 'tomas@ledger.example' },
    publishedOn: '2026-07-06',
    url: 'https://ledger.example/saltmere-ferry',
    language: 'en',
    rights: 'excerpt',
    scale: 'plain',
    setAside: [],
    doc: plainDoc(text.split('\n')),
    ...given,
    text,
  });
  const { article: made } = value(stored);
  return { ...made, text };
}

/** The selection of the first occurrence of some words. */
export function selection(text: string, words: string) {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length, exact: words };
}

/** A claim on some words of an article. */
export const claim = async (by: Actor, on: Article & { text: string }, words: string, more: Partial<NewClaim> = {}) =>
  value(await createClaim(may('annotate', by), on.id, { anchor: selection(on.text, words), ...more }));

export const edit = (by: Actor, claim: Claim, patch: ClaimPatch): Promise<Result<Claim>> =>
  editClaim(may('annotate', by), claim.id, [etagOf(claim)], patch);

export const current = async (by: Actor, { id }: { id: string }): Promise<Claim> =>
  value(await readClaim(may('read', by), id));

/** Evidence for a claim; the claim after it. */
export const prove = async (by: Actor, claim: Claim, title = 'Monthly passenger returns'): Promise<Claim> =>
  value(
    await addEvidence(may('annotate', by), claim.id, {
      source: { title, url: 'https://port.example/returns', publisher: 'Saltmere Port Authority' },
      stance: 'supports',
      primary: true,
    }),
  ).claim;

export const submit = async (by: Actor, claim: Claim): Promise<Claim> =>
  value(await submitClaim(may('annotate', by), claim.id, [etagOf(claim)]));

/** A claim with all that a submission needs, submitted. */
export async function submitted(by: Actor, on: Article & { text: string }, words: string): Promise<Claim> {
  const made = await claim(by, on, words, { verdict: 'true', rationale: 'The returns say so [1].' });
  return submit(by, await prove(by, made));
}
