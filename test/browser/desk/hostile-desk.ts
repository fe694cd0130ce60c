import { allowed, certain } from '@/bin/sample/results';
import { importArticle } from '@/db/articles/write';
import { createClaim } from '@/db/claims/create';
import { decideClaim } from '@/db/claims/decide';
import { dropClaim } from '@/db/claims/drop';
import { submitClaim } from '@/db/claims/submission';
import { closeDatabase } from '@/db/client';
import { publishEdition } from '@/db/editions/publish';
import { addEvidence } from '@/db/evidence/evidence';
import { migrate } from '@/db/migrate';
import { addPerson } from '@/db/people/add';
import { atCommandLine } from '@/db/people/identify';
import { signInLink } from '@/db/people/passwords';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { NewClaim } from '@/domain/contract/claims';
import { plainDoc } from '@/domain/doc';
import { type Actor, vouchFor } from '@/domain/permission';
import type { Role } from '@/domain/person';
import { hostileLines, hostileTexts, marked } from './hostile';

/** What this script prints: the articles whose claims wait, went out, and came back, and a sign-in link for each role. */
export type HostileDesk = {
  waiting: string;
  published: { id: string; slug: string };
  returned: string;
  secrets: Record<Role, string>;
};

const console_ = allowed(atCommandLine(), 'administer');
const [names, titles, lines] = [hostileLines(120), hostileLines(300), hostileLines(200)];

async function person(name: string, role: Role, at: number): Promise<Actor & { id: string }> {
  const email = `person-${at}@desk.example`;
  const { person } = certain(await addPerson(console_, { name, email, role }));
  return { ...vouchFor(person.id, role), id: person.id };
}

async function article(by: Actor, at: number, text: string) {
  const given = { title: titles[at]!, publication: lines[at]!, byline: titles[at]!, contact: null, setAside: [] };
  const fixed = { publishedOn: null, url: null, language: 'en', rights: 'own', scale: 'plain', text } as const;
  const doc = plainDoc(text.split('\n'));
  return certain(await importArticle(allowed(by, 'annotate'), { ...given, ...fixed, doc })).article;
}

/** What every article with claims says, a sentence for each hostile text. */
const figures = hostileTexts.map((_, at) => `Figure ${at} is right.`).join('\n');

async function claim(by: Actor, articleId: string, at: number): Promise<Claim> {
  const exact = `Figure ${at} is right.`;
  const start = figures.indexOf(exact);
  const text = hostileTexts[at]!;
  const given: NewClaim = {
    anchor: { start, end: start + exact.length, exact },
    statement: text,
    claimant: { name: lines[at]!, type: 'person', role: lines[at]! },
    verdict: 'true',
    rationale: text,
  };
  const made = certain(await createClaim(allowed(by, 'annotate'), articleId, given));
  const note = marked(text, 'internal note');
  const source = { title: titles[at]!, publisher: lines[at]!, url: `https://source.example/${at}` };
  const evidence = { source, stance: 'context', quote: marked(text, 'quote'), locator: lines[at]!, note } as const;
  return certain(await addEvidence(allowed(by, 'annotate'), made.id, evidence)).claim;
}

const submit = async (by: Actor, made: Claim) =>
  certain(await submitClaim(allowed(by, 'annotate'), made.id, [etagOf(made)]));

async function fill(): Promise<HostileDesk> {
  const staff = {
    reviewer: await person('Rena Okafor', 'reviewer', 1),
    editor: await person('Edda Moreau', 'editor', 2),
    admin: await person('Aldo Brunner', 'admin', 3),
  };
  const { reviewer, editor } = staff;
  const waiting = await article(reviewer, 0, figures);
  const published = await article(reviewer, 1, figures);
  const returned = await article(reviewer, 2, figures);
  for (const [at, text] of hostileTexts.entries()) {
    const by = await person(names[at]!, 'reviewer', 10 + at);
    await submit(by, await claim(by, waiting.id, at));
    const out = await submit(by, await claim(by, published.id, at));
    certain(await decideClaim(allowed(editor, 'decide'), out.id, { outcome: 'approve', digest: out.digest }));
    const back = await submit(reviewer, await claim(reviewer, returned.id, at));
    const note = marked(text, 'return');
    certain(await decideClaim(allowed(editor, 'decide'), back.id, { outcome: 'return', digest: back.digest, note }));
    const { id, ...dropped } = await claim(reviewer, returned.id, at);
    const reason = marked(text, 'drop');
    certain(await dropClaim(allowed(reviewer, 'drop'), id, [etagOf({ id, ...dropped })], reason));
    await article(by, at, 'Nothing to see.');
  }
  certain(await publishEdition(allowed(editor, 'publish'), published.id, {}, null));
  const secretOf = async ({ id }: { id: string }) => certain(await signInLink(console_, id)).secret;
  return {
    waiting: waiting.id,
    published: { id: published.id, slug: published.slug },
    returned: returned.id,
    secrets: {
      reviewer: await secretOf(staff.reviewer),
      editor: await secretOf(staff.editor),
      admin: await secretOf(staff.admin),
    },
  };
}

await migrate();
console.log(JSON.stringify(await fill()));
await closeDatabase();
