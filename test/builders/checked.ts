import { importArticle, type NewArticle } from '@/db/articles/write';
import { createClaim } from '@/db/claims/create';
import { decideClaim } from '@/db/claims/decide';
import { dropClaim } from '@/db/claims/drop';
import { editClaim } from '@/db/claims/edit';
import { readClaim } from '@/db/claims/read';
import { submitClaim } from '@/db/claims/submission';
import { publishEdition } from '@/db/editions/publish';
import { addEvidence } from '@/db/evidence/evidence';
import { addRevision } from '@/db/revisions/add';
import type { Article } from '@/domain/article';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch, NewClaim, NewEvidence } from '@/domain/contract/claims';
import type { Edition, PublishRequest } from '@/domain/contract/editions';
import { plainDoc } from '@/domain/doc';
import type { Result } from '@/domain/result';
import { revised } from '../checking';
import { may, newPerson, type TestPerson, value } from '../desk';
import { articleText } from './edition';

/** A desk with a reviewer, an editor and an article, and what they do there in one word each. */
export type Checking = Awaited<ReturnType<typeof checking>>;

const record: NewEvidence = {
  source: { url: 'https://port.example/march', title: 'Monthly traffic', publisher: 'Port authority' },
  stance: 'supports',
  quote: '41,200 units',
  primary: true,
  accessedOn: '2026-04-02',
};

const importedAs = (text: string, given: Partial<NewArticle>): NewArticle => ({
  title: 'Harbour claims a record',
  publication: 'The Ellery Gazette',
  byline: 'Jo Quill',
  contact: { name: 'Jo Quill', email: 'jo.quill@gazette.example' },
  publishedOn: '2026-04-01',
  url: 'https://gazette.example/harbour',
  language: 'en',
  rights: 'excerpt',
  scale: 'plain',
  text,
  doc: plainDoc(text.split('\n')),
  setAside: [],
  ...given,
});

/** A new article on the desk under check by a reviewer and an editor. */
export async function checking(
  given: Partial<NewArticle> = {},
  people: { reviewer?: TestPerson; editor?: TestPerson } = {},
) {
  const reviewer = people.reviewer ?? (await newPerson('reviewer'));
  const editor = people.editor ?? (await newPerson('editor'));
  const text = given.text ?? articleText;
  const { article }: { article: Article } = value(
    await importArticle(may('annotate', reviewer.actor), importedAs(text, given)),
  );
  const now = async (id: string): Promise<Claim> => value(await readClaim(may('read', reviewer.actor), id));
  const version = async (id: string) => [etagOf(await now(id))];

  /** a claim with verdict, rationale and evidence, not submitted */
  async function draft(quote: string | null, fields: Partial<NewClaim> = {}, evidence: NewEvidence[] = [record]) {
    const start = quote === null ? 0 : text.indexOf(quote);
    if (quote !== null && start < 0) throw new Error(`The article does not say ${quote}`);
    const anchor = quote === null ? null : { start, end: start + quote.length, exact: quote };
    const request = { verdict: 'true', rationale: 'The authority’s own table says so [1].', anchor, ...fields };
    const claim = value(await createClaim(may('annotate', reviewer.actor), article.id, request));
    for (const item of evidence) value(await addEvidence(may('annotate', reviewer.actor), claim.id, item));
    return claim.id;
  }
  const submit = async (id: string) => value(await submitClaim(may('annotate', reviewer.actor), id, await version(id)));
  const edit = async (id: string, patch: ClaimPatch) =>
    value(await editClaim(may('annotate', reviewer.actor), id, await version(id), patch));
  const drop = async (id: string) =>
    value(await dropClaim(may('drop', editor.actor), id, await version(id), 'A duplicate.'));
  const approve = async (id: string) => {
    const { digest } = await submit(id);
    return value(await decideClaim(may('decide', editor.actor), id, { outcome: 'approve', digest }));
  };
  const approved = async (...args: Parameters<typeof draft>) => (await approve(await draft(...args))).id;
  const publish = (request: PublishRequest = {}, expected: string[] | null = null): Promise<Result<Edition>> =>
    publishEdition(may('publish', editor.actor), article.id, request, expected);

  const revise = async (text: string, title: string | null = null) =>
    value(await addRevision(may('annotate', reviewer.actor), article.id, revised(text, { title })));

  return { reviewer, editor, article, text, now, draft, submit, edit, drop, approve, approved, publish, revise };
}
