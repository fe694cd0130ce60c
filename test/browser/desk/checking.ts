import type { Article } from '@/domain/article';
import type { Claim } from '@/domain/claim';
import type { ImportRequest } from '@/domain/contract/articles';
import type { NewClaim, NewEvidence } from '@/domain/contract/claims';
import type { Colleague } from './people';

export type Text = Article & { revision: { text: string } };

/** Imports a text, all of which is article unless `given` says otherwise. */
export async function article(by: Colleague, content: string, given: Partial<ImportRequest> = {}): Promise<Text> {
  return (await by.call('importArticle', { body: { format: 'text', content, setAside: [], ...given } })).value;
}

/** A claim on the first occurrence of some words. */
export async function claim(by: Colleague, on: Text, words: string, more: Partial<NewClaim> = {}): Promise<Claim> {
  const start = on.revision.text.indexOf(words);
  const anchor = { start, end: start + words.length, exact: words };
  return (await by.call('createClaim', { params: { id: on.id }, body: { anchor, ...more } })).value;
}

/** The claim after evidence was added to it. */
export async function prove(by: Colleague, { id }: Claim, evidence: Partial<NewEvidence> = {}): Promise<Claim> {
  const source = { title: 'Monthly returns', url: 'https://port.example/returns', publisher: 'Port Authority' };
  const body = { source, stance: 'supports', primary: true, ...evidence } as const;
  await by.call('addEvidence', { params: { id }, body });
  return (await by.call('readClaim', { params: { id } })).value;
}

export async function submit(by: Colleague, { id }: Claim): Promise<Claim> {
  const { etag } = await by.call('readClaim', { params: { id } });
  return (await by.call('submitClaim', { params: { id }, ifMatch: etag })).value;
}

/** A claim with all that a submission needs, submitted. */
export async function submitted(by: Colleague, on: Text, words: string, more: Partial<NewClaim> = {}): Promise<Claim> {
  const given = { verdict: 'true', rationale: 'The returns say so [1].', ...more };
  return submit(by, await prove(by, await claim(by, on, words, given)));
}

export async function approve(by: Colleague, { id, digest }: Claim): Promise<Claim> {
  return (await by.call('decideClaim', { params: { id }, body: { outcome: 'approve', digest } })).value;
}

export async function publish(by: Colleague, { id }: { id: string }): Promise<void> {
  await by.call('publish', { params: { id }, body: {} });
}
