import { openSession } from '@/db/auth';
import { decideClaim } from '@/db/claims/decide';
import { database } from '@/db/client';
import { publishEdition } from '@/db/editions/publish';
import { hashOfPassword, storePassword } from '@/db/people/newcomer';
import type { Article } from '@/domain/article';
import type { Claim } from '@/domain/claim';
import { article, claim, prove, submit, submitted } from '@/test/checking';
import { may, newPerson, type TestPerson, value } from '@/test/desk';

export const password = 'correct horse battery staple';
export type Sample = Article & { text: string };

/** A desk at work: its people, an article under check, and another of which an edition is out. */
export type Scene = { reviewer: TestPerson; editor: TestPerson; admin: TestPerson; article: Sample; published: Sample };

/** What is on the desk of these tests before anybody asks the API for anything. */
export async function newScene(): Promise<Scene> {
  const reviewer = await newPerson('reviewer');
  const editor = await newPerson('editor');
  const admin = await newPerson('admin');
  const people = { reviewer, editor, admin };
  const scene = { ...people, article: await article(reviewer.actor), published: await article(reviewer.actor) };
  await approvedOn(scene, scene.published);
  value(await publishEdition(may('publish', editor.actor), scene.published.id, {}, null));
  return scene;
}

const words = '41,200 passengers in June';

export const draft = ({ reviewer, article }: Scene): Promise<Claim> =>
  claim(reviewer.actor, article, words, { verdict: 'true', rationale: 'The returns say so [1].' });

export const proven = async (scene: Scene): Promise<Claim> => prove(scene.reviewer.actor, await draft(scene));

export const waiting = async (scene: Scene): Promise<Claim> => submit(scene.reviewer.actor, await proven(scene));

export async function approvedOn({ reviewer, editor }: Scene, on: Sample): Promise<Claim> {
  const { id, digest } = await submitted(reviewer.actor, on, words);
  return value(await decideClaim(may('decide', editor.actor), id, { outcome: 'approve', digest }));
}

/** A new session of a person's browser, as its Cookie header. */
export const cookieOf = async ({ id }: { id: string }): Promise<string> =>
  (await openSession(id, new Headers()))[0]?.split(';', 1)[0] ?? '';

let hash: Promise<string> | undefined;
/** Gives a person the password that all people of these tests have. */
export async function withPassword(person: TestPerson): Promise<TestPerson> {
  hash ??= hashOfPassword(password);
  const made = await hash;
  await database().write((tx) => storePassword(tx, person.id, made, new Date()));
  return person;
}
