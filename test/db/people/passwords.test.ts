import { afterAll, beforeAll, expect, test } from 'vitest';
import { auth, openSession } from '@/db/auth';
import { atCommandLine, identify } from '@/db/people/identify';
import { changePassword, resetLink, setPassword, signInLink, spendSignInLink } from '@/db/people/passwords';
import { editPerson } from '@/db/people/people';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '../../desk';

let admin: TestPerson;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin');
});
afterAll(() => desk.close());

const administer = () => may('administer', admin.actor);
const cookieOf = async (id: string) => (await openSession(id, new Headers()))[0]?.split(';', 1)[0] ?? '';
const isIn = async (cookie: string) => (await identify({ cookie, authorization: null }, null)) !== null;
const signIn = ({ email }: TestPerson, password: string) => auth().api.signInEmail({ body: { email, password } });
const withPassword = async (password: string): Promise<TestPerson> => {
  const person = await newPerson('reviewer');
  value(await setPassword(value(await resetLink(administer(), person.id)).secret, password));
  return person;
};

test('a reset link sets a password once, and ends the sessions that were open', async () => {
  const person = await withPassword('the first password');
  const cookie = await cookieOf(person.id);
  const { secret } = value(await resetLink(administer(), person.id));
  expect(await isIn(cookie)).toBe(true);
  expect(value(await setPassword(secret, 'the second password')).id).toBe(person.id);
  expect(await isIn(cookie)).toBe(false);
  await expect(signIn(person, 'the first password')).rejects.toThrow();
  expect((await signIn(person, 'the second password')).user.id).toBe(person.id);
  expect(rules(await setPassword(secret, 'the third password'))).toEqual(['link-spent']);
});

test('a new reset link takes the place of the one before', async () => {
  const person = await newPerson('editor');
  const { secret } = value(await resetLink(administer(), person.id));
  value(await resetLink(administer(), person.id));
  expect(rules(await setPassword(secret, 'too late to matter'))).toEqual(['link-revoked']);
});

test('a link serves its own purpose only', async () => {
  const person = await newPerson('editor');
  const { secret } = value(await signInLink(may('administer', atCommandLine()), person.id));
  expect(rules(await setPassword(secret, 'not what it is for'))).toEqual(['link-unknown']);
  expect(value(await spendSignInLink(secret)).id).toBe(person.id);
  expect(rules(await spendSignInLink(secret))).toEqual(['link-spent']);
});

test('a disabled person gets no link, and the ones they had work no more', async () => {
  const person = await newPerson('editor');
  const { secret } = value(await resetLink(administer(), person.id));
  value(await editPerson(may('read', admin.actor), person.id, 'any', { disabled: true }));
  expect(rules(await setPassword(secret, 'let me in again'))).toEqual(['link-revoked']);
  expect(rules(await resetLink(administer(), person.id))).toEqual(['person-disabled']);
  expect(rules(await resetLink(administer(), 'nobody'))).toEqual(['no-such-person']);
});

test('a disabled person with the right password is refused, and no session is made', async () => {
  const person = await withPassword('the right password');
  value(await editPerson(may('read', admin.actor), person.id, 'any', { disabled: true }));
  await expect(signIn(person, 'the right password')).rejects.toMatchObject({ body: { code: 'PERSON_DISABLED' } });
});

test('changing my password takes the present one and ends my sessions everywhere', async () => {
  const person = await withPassword('what I had before');
  const cookie = await cookieOf(person.id);
  const own = may('read', person.actor);
  expect(rules(await changePassword(own, 'what I never had', 'what I want now'))).toEqual(['wrong-password']);
  expect(await isIn(cookie)).toBe(true);
  value(await changePassword(own, 'what I had before', 'what I want now'));
  expect(await isIn(cookie)).toBe(false);
  expect((await signIn(person, 'what I want now')).user.id).toBe(person.id);
});

test('somebody without a password cannot guess one', async () => {
  const person = await newPerson('reviewer');
  expect(rules(await changePassword(may('read', person.actor), '', 'a brand new password'))).toEqual([
    'wrong-password',
  ]);
});

test('guessing the present password stops after ten tries in a minute', async () => {
  const own = may('read', (await newPerson('reviewer')).actor);
  const guess = () => changePassword(own, 'guess', 'a brand new password');
  for (let n = 0; n < 10; n += 1) expect(rules(await guess())).toEqual(['wrong-password']);
  expect(await guess()).toMatchObject({ refusal: { kind: 'too-many', retryAfter: expect.any(Number) } });
});
