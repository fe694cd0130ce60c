import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { atCommandLine } from '@/db/people/identify';
import { signInLink } from '@/db/people/passwords';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, type TestPerson, value } from '@/test/desk';

/**
 * Has this process work on the very database that the browser tests' server serves, as a second process may. Nobody
 * closes it: the tests of several files share a worker, and its end is the connection's.
 */
export function workOnServedDesk(): void {
  process.env.DATABASE_URL = process.env.STET_TEST_DATABASE_URL;
  process.env.STET_SECRET ??= 'this process signs nobody in: the server does';
}

/** Gives a page's browser a session of this person. */
export async function signIn(page: Page, { id }: TestPerson): Promise<void> {
  const { secret } = value(await signInLink(may('administer', atCommandLine()), id));
  const origin = process.env.STET_TEST_ORIGIN ?? '';
  const answer = await page.request.post('/api/v1/sign-ins', { data: { secret }, headers: { origin } });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}`);
}

/** An article under check by two people of its own, whose names no other worker's people have. */
export async function underCheck(given: Parameters<typeof checking>[0] = {}): Promise<Checking> {
  const tail = randomUUID().slice(0, 8);
  const reviewer = await newPerson('reviewer', `Ada ${tail}`);
  return checking(given, { reviewer, editor: await newPerson('editor', `Eve ${tail}`) });
}
