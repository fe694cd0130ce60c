import { importArticle } from '@/db/articles/write';
import { publishEdition } from '@/db/editions/publish';
import { addPerson } from '@/db/people/add';
import { editDesk, readDesk } from '@/db/people/desk';
import { atCommandLine, identify } from '@/db/people/identify';
import { signInLink } from '@/db/people/passwords';
import type { Article } from '@/domain/article';
import { etagOf } from '@/domain/canonical';
import type { Block } from '@/domain/doc';
import type { Actor } from '@/domain/permission';
import type { Person, Role } from '@/domain/person';
import { importText } from '@/formats/import/text';
import { crossheads, sampleArticle } from './article';
import { bringAbout } from './bring-about';
import { sampleClaims } from './claims';
import { conclude } from './conclusion';
import { talk } from './discussion';
import { allowed, certain } from './results';

export type Guest = { person: Person; actor: Actor /** secret of a one-time sign-in link */; secret: string };
export type SampleDesk = { guests: Guest[]; article: Article };

const guests: { name: string; role: Role }[] = [
  { name: 'Rena Okafor', role: 'reviewer' },
  { name: 'Sami Lindqvist', role: 'reviewer' },
  { name: 'Edda Moreau', role: 'editor' },
  { name: 'Aldo Brunner', role: 'admin' },
];

async function guest({ name, role }: { name: string; role: Role }): Promise<Guest> {
  const atConsole = allowed(atCommandLine(), 'administer');
  const email = `${name.split(' ')[0]?.toLowerCase()}@larkmoor-desk.example`;
  const { person, token } = certain(await addPerson(atConsole, { name, email, role, withToken: true }));
  const actor = await identify({ cookie: null, authorization: `Bearer ${token}` }, null);
  if (!actor) throw new Error(`${name} was added and is not known`);
  const { secret } = certain(await signInLink(atConsole, person.id));
  return { person, actor, secret };
}

/** Fills an empty desk with the sample: its people, its article, claims in every state and one published edition. */
export async function fillSampleDesk(): Promise<SampleDesk> {
  const here: Guest[] = [];
  for (const each of guests) here.push(await guest(each));
  const [reviewer, second, editor, admin] = here.map(({ actor }) => actor);
  if (!reviewer || !second || !editor || !admin) throw new Error('The sample has too few people');
  const settings = await readDesk(allowed(admin, 'read'));
  certain(await editDesk(allowed(admin, 'administer'), [etagOf(settings)], { name: 'The Larkmoor Desk' }));
  const article = await bringIn(reviewer);
  const people = { reviewer, second, editor };
  const [first] = await bringAbout(sampleClaims, article, people, async () => {
    await conclude(article.id, people);
    certain(await publishEdition(allowed(editor, 'publish'), article.id, {}, null));
  });
  if (first) await talk(article, first, people);
  return { guests: here, article };
}

const asHeading = (block: Block): Block => {
  if (block.type !== 'paragraph') return block;
  const words = block.content?.map(({ text }) => text).join('') ?? '';
  return crossheads.includes(words) ? { type: 'heading', attrs: { level: 2 }, content: block.content } : block;
};

async function bringIn(by: Actor): Promise<Article & { text: string }> {
  const read = certain(importText(sampleArticle));
  const { title, publication, byline, contact, publishedOn, language, text, doc, setAside } = read;
  const given = {
    title,
    publication,
    byline,
    contact,
    publishedOn,
    language,
    text,
    doc: { ...doc, content: doc.content.map(asHeading) },
  };
  const stored = await importArticle(allowed(by, 'annotate'), {
    ...given,
    url: 'https://larkmoor-courier.example/2026/09/17/tram-is-back',
    rights: 'own',
    scale: 'plain',
    setAside: setAside.map((line) => line.text),
  });
  const { article } = certain(stored);
  return { ...article, text };
}
