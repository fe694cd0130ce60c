import { afterEach, beforeAll, expect, test } from 'vitest';
import { mailServerOf } from '@/domain/mail-server';
import { handOn, type Letter, type MailWay } from '@/formats/outgoing';
import { type MailServer, type Mood, openMailServer } from '@/test/mail-server';
import { selfSigned } from './certificate';

const { key, cert } = selfSigned('localhost');
const login = { user: 'desk', password: 'a p@ss/word' };
let plain: MailServer;
let secured: MailServer;
const closing: { close: () => Promise<void> }[] = [];
beforeAll(async () => {
  plain = await openMailServer();
  secured = await openMailServer({ key, cert, login });
  return () => Promise.all([plain.close(), secured.close()]);
});
afterEach(async () => {
  plain.forget();
  secured.forget();
  await Promise.all(closing.splice(0).map((each) => each.close()));
});

const from = { name: 'The Desk', address: 'stet@desk.example' };
const way = (address: string, more: Partial<MailWay> = {}): MailWay => ({
  server: mailServerOf(address)!,
  from,
  patience: 10_000,
  ...more,
});
const atPlain = (more?: Partial<MailWay>) => way(`smtp://127.0.0.1:${plain.port}`, more);
const atSecured = (user = 'desk:a%20p%40ss%2Fword@', more: Partial<MailWay> = { ca: cert }) =>
  way(`smtp://${user}localhost:${secured.port}`, more);
const letter: Letter = {
  id: '0199-a',
  to: { name: 'Ada Reed', address: 'ada@desk.example' },
  subject: '2 claims returned to you',
  text: 'They wait: https://desk.example/articles/1#claim-2\n',
  html: '<p>They wait.</p>',
  unsubscribe: 'https://desk.example/api/v1/unsubscriptions/token',
};

test('a message arrives with what names it, whom it is for and how to be sent no more', async () => {
  expect(await handOn(letter, atPlain())).toEqual({ is: 'taken' });
  const [arrived] = plain.arrived;
  expect(arrived).toMatchObject({ recipients: ['ada@desk.example'], text: letter.text, html: letter.html });
  expect(arrived?.header('from')).toBe('The Desk <stet@desk.example>');
  expect(arrived?.header('to')).toBe('Ada Reed <ada@desk.example>');
  expect(arrived?.header('subject')).toBe('2 claims returned to you');
  expect(arrived?.header('message-id')).toBe('<stet.0199-a@desk.example>');
  expect(arrived?.header('auto-submitted')).toBe('auto-generated');
  expect(arrived?.header('list-unsubscribe')).toBe('<https://desk.example/api/v1/unsubscriptions/token>');
  expect(arrived?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
});

test('what is no list has no way to be sent no more of it', async () => {
  await handOn({ ...letter, unsubscribe: null }, atPlain());
  expect(plain.arrived[0]?.raw).not.toMatch(/^list-/im);
});

test.each([
  ['a name', { to: { name: 'Ada\r\nBcc: all@elsewhere.example\r\n\r\nHello', address: 'ada@desk.example' } }],
  [
    'a name with an address in it',
    { to: { name: 'x@elsewhere.example>, <y@elsewhere.example', address: 'ada@desk.example' } },
  ],
  ['a subject', { subject: 'New\r\nBcc: all@elsewhere.example\r\n\r\nHello' }],
  ['letters from right to left', { to: { name: '\u202eآدا ريد', address: 'ada@desk.example' } }],
])('%s can neither add a header nor a recipient', async (_, hostile) => {
  expect(await handOn({ ...letter, ...hostile }, atPlain())).toEqual({ is: 'taken' });
  const [arrived] = plain.arrived;
  expect(arrived?.recipients).toEqual(['ada@desk.example']);
  expect(arrived?.names).not.toContain('bcc');
  expect(arrived?.names.filter((name) => name === 'subject')).toHaveLength(1);
  expect(arrived?.text).toBe(letter.text);
});

test('with a login and STARTTLS it arrives encrypted', async () => {
  expect(await handOn(letter, atSecured())).toEqual({ is: 'taken' });
  expect(secured.arrived[0]?.secure).toBe(true);
});

test('smtps is encrypted from the first byte', async () => {
  const server = await openMailServer({ key, cert, secure: true });
  closing.push(server);
  expect(await handOn(letter, way(`smtps://localhost:${server.port}`, { ca: cert }))).toEqual({ is: 'taken' });
  expect(server.arrived[0]?.secure).toBe(true);
});

test('a certificate that nobody vouches for is not accepted, and nothing is sent', async () => {
  const handing = await handOn(letter, atSecured(undefined, {}));
  expect(handing).toMatchObject({ is: 'server', problem: expect.stringContaining('is not trusted') });
  expect(secured.arrived).toEqual([]);
});

test('nor one that is made out to another name', async () => {
  const other = selfSigned('elsewhere.example');
  const server = await openMailServer({ ...other, secure: true });
  closing.push(server);
  const handing = await handOn(letter, way(`smtps://localhost:${server.port}`, { ca: other.cert }));
  expect(handing).toMatchObject({ is: 'server', problem: expect.stringContaining('is not trusted') });
});

test('another machine is handed nothing without encryption, not even the login', async () => {
  const server = await openMailServer({ login, allowInsecureAuth: true });
  closing.push(server);
  // leads here too, but is none of the names of this machine
  const handing = await handOn(letter, way(`smtp://desk:a%20p%40ss%2Fword@0.0.0.0:${server.port}`));
  expect(handing).toMatchObject({ is: 'server', problem: expect.stringContaining('offers no encryption') });
  expect(server.arrived).toEqual([]);
});

test('a wrong login is the desk’s affair, not the message’s, and no sentence repeats the password', async () => {
  const handing = await handOn(letter, atSecured('desk:hunter2@'));
  expect(handing).toMatchObject({ is: 'server', problem: expect.stringContaining('refused the login') });
  expect(JSON.stringify(handing)).not.toContain('hunter2');
});

const moods: [Mood, string, RegExp][] = [
  ['down', 'server', /broke off/],
  ['silent', 'server', /did not answer in time/],
  ['busy', 'server', /Too busy/],
  ['breaks off', 'server', /broke off/],
  ['greylists', 'put-off', /does not take this message yet, and said: “450 4\.2\.0 Greylisted/],
  ['full', 'put-off', /452 4\.3\.1 Out of room/],
  ['no such box', 'refused', /refused the address, and said: “550 5\.1\.1 <…> No such mailbox”/],
  ['refuses', 'refused', /refused this message, and said: “554/],
];
test.each(moods)('of a server that is %s the outcome is %s', async (mood, is, problem) => {
  plain.mood = mood;
  const handing = await handOn(letter, atPlain(mood === 'silent' ? { patience: 400 } : {}));
  expect(handing).toMatchObject({ is, problem: expect.stringMatching(problem) });
  expect(JSON.stringify(handing)).not.toContain('a-secret');
});

test('where no server is, all messages wait', async () => {
  const gone = await openMailServer();
  await gone.close();
  const handing = await handOn(letter, way(`smtp://127.0.0.1:${gone.port}`));
  expect(handing).toEqual({ is: 'server', problem: `No mail server answers at 127.0.0.1:${gone.port}.` });
});

test('a sending that we break off ourselves says nothing of the server', async () => {
  plain.mood = 'silent';
  const handing = await handOn(letter, atPlain({ signal: AbortSignal.timeout(50) }));
  expect(handing).toEqual({ is: 'interrupted' });
});
