import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auth } from '@/db/auth';
import { database } from '@/db/client';
import { acceptInvitation, invite, listInvitations, revokeInvitation } from '@/db/people/invitations';
import { readLink } from '@/db/people/links';
import { editPerson } from '@/db/people/people';
import { setUp, setupLink } from '@/db/people/setup';
import { activity, activityContents, invitations, people } from '@/db/schema';
import { type Actor, vouchFor } from '@/domain/permission';
import type { Role } from '@/domain/person';
import { may, openDesk, rules, value } from '../../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const password = 'a long and lonely password';
const first = { name: 'Ada', email: 'Ada@Desk.example', password, deskName: 'The Weekly', size: 'one' as const };
let admin: Actor;

const expire = (secret: string) =>
  readLink(secret).then((link) =>
    database().write((tx) =>
      tx
        .update(invitations)
        .set({ expiresAt: new Date(Date.now() - 1).toISOString() })
        .where(eq(invitations.expiresAt, value(link).expiresAt)),
    ),
  );
const invited = async (given: { role: Role; email?: string; name?: string } = { role: 'reviewer' }) =>
  value(await invite(may('administer', admin), given));
let many = 0;
const join = (secret: string, email = `person${++many}@desk.example`) =>
  acceptInvitation({ secret, name: 'Person', email, password });

test('each start prints a new setup link, and only the newest one works', async () => {
  const [older, newer] = [await setupLink(), await setupLink()];
  expect(older).toMatch(/^[\w-]{43}$/);
  expect(rules(await readLink(older ?? ''))).toEqual(['link-revoked']);
  expect(value(await readLink(newer ?? ''))).toMatchObject({ purpose: 'setup', name: null, role: null });
  expect(rules(await setUp({ secret: older ?? '', ...first }))).toEqual(['link-revoked']);
});

test('a setup link expires after a day', async () => {
  const secret = (await setupLink()) ?? '';
  await expire(secret);
  expect(rules(await setUp({ secret, ...first }))).toEqual(['link-expired']);
});

test('of many who set up at once with one link, one becomes the administrator', async () => {
  const secret = (await setupLink()) ?? '';
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, (_, n) => setUp({ secret, ...first, email: `${n}${first.email}` })),
  );
  const [made] = outcomes.filter(({ ok }) => ok).map(value);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(made).toMatchObject({ name: 'Ada', role: 'admin', credit: 'Ada' });
  expect(made?.email).toMatch(/^\dada@desk.example$/);
  admin = vouchFor(made?.id ?? '', 'admin');
  expect(await setupLink()).toBeNull();
  const log = (await database().read.select().from(activity)).map(({ type, by }) => [type, by]);
  expect(log).toEqual([
    ['desk.set-up', made?.id],
    ['person.joined', made?.id],
  ]);
});

test('a desk that is set up cannot be set up again, not even with a link that was never spent', async () => {
  const secret = 'a-secret-of-forty-three-characters-exactly-';
  const { hashOfSecret } = await import('@/db/people/secrets');
  const { insertLink } = await import('@/db/people/links');
  await database().write((tx) => insertLink(tx, { purpose: 'setup', secret, createdBy: null }, new Date()));
  expect(hashOfSecret(secret)).toHaveLength(64);
  expect(rules(await setUp({ secret, ...first, email: 'eve@desk.example' }))).toEqual(['already-set-up']);
});

test('whoever joined can sign in with the password they chose, and no other', async () => {
  const { secret } = await invited();
  const person = value(await join(secret));
  const signIn = (given: string) =>
    auth().api.signInEmail({ body: { email: person.email?.toUpperCase() ?? '', password: given } });
  await expect(signIn(`${password}!`)).rejects.toThrow();
  expect((await signIn(password)).user.id).toBe(person.id);
});

test('an invitation makes one person, with its role, and is then listed no more', async () => {
  const { secret, mailed, ...listed } = await invited({ role: 'editor', name: 'Bea', email: 'Bea@desk.example' });
  expect({ mailed, ...listed }).toMatchObject({
    mailed: false,
    role: 'editor',
    name: 'Bea',
    email: 'bea@desk.example',
  });
  expect(await listInvitations(may('administer', admin), { limit: 50 })).toContainEqual(listed);
  expect(value(await readLink(secret))).toMatchObject({ purpose: 'invitation', desk: 'The Weekly', role: 'editor' });
  expect(rules(await join(secret))).toEqual(['email-settled']);
  expect(value(await join(secret, 'BEA@desk.example'))).toMatchObject({ role: 'editor', email: 'bea@desk.example' });
  expect(rules(await join(secret))).toEqual(['link-spent']);
  expect(await listInvitations(may('administer', admin), { limit: 50 })).not.toContainEqual(listed);
});

test('an invitation that was revoked or has expired, or a made-up one, lets nobody in', async () => {
  const [revoked, late] = [await invited(), await invited()];
  value(await revokeInvitation(may('administer', admin), revoked.id));
  expect(rules(await join(revoked.secret))).toEqual(['link-revoked']);
  expect(rules(await revokeInvitation(may('administer', admin), revoked.id))).toEqual(['no-such-invitation']);
  await expire(late.secret);
  expect(rules(await join(late.secret))).toEqual(['link-expired']);
  expect(rules(await join('a-secret-that-nobody-ever-made'))).toEqual(['link-unknown']);
});

test('of many who accept one invitation at once, one joins', async () => {
  const { secret } = await invited();
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => join(secret)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.flatMap(rules)).toEqual(Array(4).fill('link-spent'));
});

test('an address that somebody has already is neither invited nor accepted', async () => {
  const { secret } = await invited();
  value(await join(secret, 'taken@desk.example'));
  const again = await invite(may('administer', admin), { role: 'reviewer', email: 'Taken@desk.example' });
  expect(rules(again)).toEqual(['email-taken']);
  const open = await invited();
  expect(rules(await join(open.secret, 'taken@desk.example'))).toEqual(['email-taken']);
  expect(rules(await join(open.secret))).toEqual([]);
});

test('no secret is kept as it is, in a table or in the log', async () => {
  const { secret } = await invited();
  const kept = JSON.stringify([
    await database().read.select().from(invitations),
    await database().read.select().from(activityContents),
  ]);
  expect(kept).not.toContain(secret);
});

test('everybody who joins leaves one line in the log', async () => {
  const joined = await database()
    .read.select({ id: people.id })
    .from(people)
    .innerJoin(activity, and(eq(activity.subject, people.id), eq(activity.type, 'person.joined')));
  expect(joined).toHaveLength((await database().read.select().from(people)).length);
});

test('an invitation can be repeated under its key and is answered with the same link', async () => {
  const request = { route: 'POST /api/v1/invitations', key: 'k', digest: 'e'.repeat(64) };
  const actor = vouchFor(admin.id, 'admin', request);
  const twice = [1, 2].map(() => invite(may('administer', actor), { role: 'reviewer' }));
  const [one, two] = (await Promise.all(twice)).map(value);
  expect(two).toEqual(one);
  expect(value(await join(one?.secret ?? '')).role).toBe('reviewer');
});

test('an administrator who is the only one stays one', async () => {
  expect(rules(await editPerson(may('read', admin), admin.id ?? '', 'any', { role: 'editor' }))).toEqual([
    'last-administrator',
  ]);
});
