import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Mailing, startMailing } from '@/bin/server/mailing';
import { readClaim } from '@/db/claims/read';
import { database } from '@/db/client';
import { erasePerson } from '@/db/erasing/person';
import { claimMail } from '@/db/mail/claim';
import { messageFor } from '@/db/mail/content';
import { gatherDigests } from '@/db/mail/gather';
import { settleMail } from '@/db/mail/settle';
import { listMails, mailStanding } from '@/db/mail/standing';
import { switchMailOff } from '@/db/mail/switch-off';
import { type News, notify } from '@/db/notifications/notify';
import { listNotifications, markAllRead, markRead, setSettings } from '@/db/notifications/read';
import { invite, revokeInvitation } from '@/db/people/invitations';
import { resetLink, setPassword } from '@/db/people/passwords';
import { editPerson } from '@/db/people/people';
import { mailChoicesMade, mails, notifications } from '@/db/schema';
import { askSecondVerdict } from '@/db/second-verdicts/ask';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { etagOf } from '@/domain/canonical';
import { mailServerOf } from '@/domain/mail-server';
import type { NotificationKind } from '@/domain/notification';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { type MailServer, type Mood, openMailServer } from '@/test/mail-server';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
let at: Checking;
let server: MailServer;
let mailing: Mailing[] = [];
beforeAll(async () => {
  server = await openMailServer();
  vi.stubEnv('STET_SMTP_URL', `smtp://127.0.0.1:${server.port}`);
  vi.stubEnv('STET_MAIL_FROM', 'The Desk <stet@desk.example>');
  desk = await openDesk();
  admin = await newPerson('admin');
  at = await checking();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await desk.close();
});
let person: TestPerson;
beforeEach(async () => {
  person = await newPerson('reviewer');
});
afterEach(async () => {
  await Promise.all(mailing.splice(0).map((each) => each.stop()));
  server.forget();
  for (const table of ['mails', 'mail_server', 'notifications'])
    await database().write((tx) => tx.run(sql.raw(`delete from ${table}`)));
});

const origin = 'https://desk.example';
/** A server that does answer is given time to, however busy the machine is. */
const start = (many = 1, silence = server.mood === 'silent' ? 1_000 : 10_000) => {
  const way = {
    server: mailServerOf(`smtp://127.0.0.1:${server.port}`)!,
    from: { name: null, address: 'stet@desk.example' },
  };
  mailing = Array.from({ length: many }, () => startMailing({ ...way, origin, patience: silence }, 20));
};
const patience = { timeout: 20_000 };
const minutes = (many: number): Date => new Date(Date.now() + many * 60_000);
/** Tells the person of something, so many minutes ago. */
async function told(kind: NotificationKind, ago = 0, more: Partial<News> = {}): Promise<void> {
  const news = { person: person.id, kind, articleId: at.article.id, ...more };
  await database().write((tx) => notify(tx, { id: at.editor.id }, [news]));
  await database().write((tx) =>
    tx
      .update(notifications)
      .set({ at: minutes(-ago).toISOString() })
      .where(sql`${notifications.personId} = ${person.id} and ${notifications.at} > ${minutes(-0.1).toISOString()}`),
  );
}
const waiting = () => database().read.select().from(mails).where(eq(mails.state, 'waiting'));
/** Lets the time pass after which a message is tried again. */
const timePasses = () =>
  database().write(async (tx) => {
    await tx.run(sql`update mails set due_at = created_at where state = 'waiting'`);
    await tx.run(sql`update mail_server set due_at = null`);
  });
/** As if whoever chose had done so before all that they are told of. */
const chosenLongAgo = () =>
  database().write((tx) => tx.run(sql`update mail_choices set since = '2026-01-01T00:00:00.000Z'`));
const log = () => listMails(may('administer', admin.actor), { limit: 100 });
const standing = () => mailStanding(may('administer', admin.actor));
const quietly = () => new Promise((resolve) => setTimeout(resolve, 200));
const subjects = () => server.shown().map((letter) => letter.header('subject'));

describe('what somebody has not read is mailed', () => {
  test('gathered, once it has waited five minutes, and of each once', async () => {
    const claimId = await at.draft('41,200 containers', { statement: 'The port handled 41,200 containers.' });
    await told('approved', 6, { claimId });
    await told('published', 2, { number: 1 });
    start();
    await expect.poll(subjects, patience).toEqual(['1 claim approved, 1 edition published']);
    const [letter] = server.arrived;
    expect(letter?.recipients).toEqual([person.email]);
    expect(letter?.text).toContain('The port handled 41,200 containers.');
    expect(letter?.text).toContain(`${origin}/articles/${at.article.id}#claim-${claimId}`);
    expect(letter?.text).not.toMatch(/authority’s own table/);
    await quietly();
    expect(server.arrived).toHaveLength(1);
    expect(await log()).toMatchObject([
      { kind: 'digest', to: person.email, state: 'sent', failures: 0, problem: null },
    ]);
  });

  test('not before, unless it presses', async () => {
    await told('approved', 4);
    await gatherDigests();
    expect(await waiting()).toEqual([]);
    await told('mentioned', 2);
    await gatherDigests();
    expect(await waiting()).toHaveLength(1);
    start();
    await expect.poll(subjects, patience).toEqual(['1 mention of you, 1 claim approved']);
  });

  test('half an hour apart, unless it presses', async () => {
    await told('approved', 6);
    start();
    await expect.poll(() => server.arrived.length, patience).toBe(1);
    await told('returned', 6);
    await quietly();
    expect(server.arrived).toHaveLength(1);
    await told('overdue', 2);
    await expect.poll(subjects, patience).toEqual(['1 claim approved', '1 overdue, 1 claim returned']);
    await told('returned', 6);
    await gatherDigests(minutes(20));
    expect(await waiting()).toEqual([]);
    await gatherDigests(minutes(31));
    expect(await waiting()).toHaveLength(1);
  });

  test('never what they have read in the meantime', async () => {
    await told('approved', 6);
    await told('published', 6);
    await gatherDigests();
    const read = may('read', person.actor);
    const [published] = await listNotifications(read, { limit: 1 });
    value(await markRead(read, published?.id ?? ''));
    start();
    await expect.poll(subjects, patience).toEqual(['1 claim approved']);
    expect(server.arrived[0]?.text).not.toContain('published');
  });

  test('nor anything once all is read: the message is forgotten', async () => {
    await told('approved', 6);
    await gatherDigests();
    value(await markAllRead(may('read', person.actor)));
    start();
    await expect.poll(waiting, patience).toEqual([]);
    expect(server.attempts).toEqual([]);
    expect(await log()).toEqual([]);
  });

  test('nor old news', async () => {
    await told('approved', 4 * 24 * 60);
    await gatherDigests();
    expect(await waiting()).toEqual([]);
  });

  test('not to people who are disabled, before or while it waits', async () => {
    await told('approved', 6);
    await gatherDigests();
    value(await editPerson(may('read', admin.actor), person.id, 'any', { disabled: true }));
    start();
    await expect.poll(waiting, patience).toEqual([]);
    await told('overdue', 6);
    await quietly();
    expect(server.attempts).toEqual([]);
  });
});

test('with a person who is erased goes what was mailed to them and what waits, and nothing is begun', async () => {
  value(await setSettings(may('read', person.actor), { mail: 'pressing' }));
  await chosenLongAgo();
  value(await resetLink(may('administer', admin.actor), person.id));
  await told('overdue', 6);
  await gatherDigests();
  expect(await waiting()).toHaveLength(2);
  value(await editPerson(may('read', admin.actor), person.id, 'any', { disabled: true }));
  value(await erasePerson(may('administer', admin.actor), person.id, { reason: 'They asked for it.' }));
  start();
  await quietly();
  expect(await log()).toEqual([]);
  expect(await database().read.select().from(mailChoicesMade).where(eq(mailChoicesMade.personId, person.id))).toEqual(
    [],
  );
  expect(server.attempts).toEqual([]);
});

describe('each person chooses', () => {
  test('to be sent none: what waits is not sent either, nor later what came before they chose again', async () => {
    const read = may('read', person.actor);
    await told('approved', 6);
    await gatherDigests();
    value(await setSettings(read, { mail: 'none' }));
    await told('overdue', 6);
    await gatherDigests();
    expect(await waiting()).toEqual([]);
    value(await setSettings(read, { mail: 'all' }));
    await gatherDigests(minutes(60));
    expect(await waiting()).toEqual([]);
    await told('approved');
    await gatherDigests(minutes(60));
    expect(await waiting()).toHaveLength(1);
  });

  test('to be sent what presses alone', async () => {
    value(await setSettings(may('read', person.actor), { mail: 'pressing' }));
    await chosenLongAgo();
    await told('approved', 6);
    await told('mentioned', 6);
    start();
    await expect.poll(subjects, patience).toEqual(['1 mention of you']);
    expect(server.arrived[0]?.text).not.toContain('approved');
  });

  test('by one click at the address that each message names', async () => {
    await told('approved', 6);
    start();
    await expect.poll(() => server.arrived.length, patience).toBe(1);
    const [, token = ''] = /unsubscriptions\/([\w-]+)>/.exec(server.arrived[0]?.header('list-unsubscribe') ?? '') ?? [];
    expect(server.arrived[0]?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    expect((await switchMailOff(forged)).ok).toBe(false);
    expect((await switchMailOff('x')).ok).toBe(false);
    value(await switchMailOff(token));
    await told('overdue', 6);
    await quietly();
    expect(server.arrived).toHaveLength(1);
  });
});

describe('whatever the mail server does, each message is shown once', () => {
  const moods: Mood[] = ['down', 'silent', 'busy', 'greylists', 'full', 'breaks off'];
  test.each(moods)('when it is %s for a while, with two processes sending', async (mood) => {
    server.mood = mood;
    const others = [person, await newPerson('reviewer'), await newPerson('reviewer')];
    for (person of others) await told('approved', 6);
    start(2);
    await expect.poll(async () => (await standing()).failure, patience).not.toBeNull();
    if (mood !== 'breaks off') expect(server.arrived).toEqual([]);
    server.mood = 'well';
    await expect
      .poll(async () => {
        await timePasses();
        return (await log()).filter(({ state }) => state === 'sent').length;
      }, patience)
      .toBe(3);
    expect(
      server
        .shown()
        .map(({ recipients }) => recipients[0])
        .sort(),
    ).toEqual(others.map(({ email }) => email).sort());
    // only one whose answer was lost may come again, under the name it had
    if (mood !== 'breaks off') expect(server.arrived).toHaveLength(3);
    expect(await standing()).toMatchObject({ waiting: 0, dueAt: null });
  });

  test('twenty messages, three processes: each once', async () => {
    const others = await Promise.all(Array.from({ length: 20 }, () => newPerson('reviewer')));
    for (person of others) await told('approved', 6);
    start(3);
    await expect.poll(() => server.arrived.length, patience).toBe(20);
    await quietly();
    expect(new Set(server.arrived.map(({ recipients }) => recipients[0])).size).toBe(20);
    expect(server.arrived).toHaveLength(20);
  });

  test('a server that takes nothing is left alone for a while, by all', async () => {
    server.mood = 'busy';
    for (person of [person, await newPerson('reviewer'), await newPerson('reviewer')]) await told('approved', 6);
    start(2);
    await expect.poll(async () => (await standing()).dueAt, patience).not.toBeNull();
    await quietly();
    expect(server.attempts.length).toBeLessThanOrEqual(4);
    expect((await standing()).failure).toMatch(/Too busy/);
  });

  test.each<Mood>(['no such box', 'refuses'])('%s: it is given up, and an administrator sees why', async (mood) => {
    server.mood = mood;
    await told('approved', 6);
    start();
    await expect.poll(async () => (await log())[0]?.state, patience).toBe('failed');
    await timePasses();
    await quietly();
    expect(server.attempts).toHaveLength(1);
    const [entry] = await log();
    expect(entry).toMatchObject({
      to: person.email,
      failures: 1,
      dueAt: null,
      problem: expect.stringMatching(/refused/),
    });
    expect(entry?.problem).not.toContain('a-secret');
    expect(await standing()).toMatchObject({ waiting: 0, dueAt: null, failure: entry?.problem });
  });

  test('a message that is put off for more than three days is given up', async () => {
    server.mood = 'greylists';
    await told('approved', 6);
    await gatherDigests();
    await database().write((tx) => tx.run(sql`update mails set created_at = '2026-01-01T00:00:00.000Z'`));
    start();
    await expect.poll(async () => (await log())[0]?.state, patience).toBe('failed');
  });

  test('one at which the server always breaks off keeps no other waiting', async () => {
    await told('approved', 6);
    await gatherDigests();
    const first = await claimMail();
    await settleMail(first!, { is: 'server', problem: 'The mail server broke off.' });
    person = await newPerson('reviewer');
    await told('approved', 6);
    await gatherDigests();
    await timePasses();
    expect((await claimMail())?.personId).toBe(person.id);
    expect((await claimMail())?.id).toBe(first?.id);
  });

  test('a process that is stopped loses nothing, and one that died is succeeded', async () => {
    server.mood = 'silent';
    await told('approved', 6);
    start();
    await expect.poll(() => server.attempts.length, patience).toBeGreaterThan(0);
    await Promise.all(mailing.splice(0).map((each) => each.stop()));
    await timePasses();
    const dead = await claimMail();
    expect(dead).not.toBeNull();
    expect(await claimMail()).toBeNull();
    server.mood = 'well';
    start();
    await quietly();
    expect(server.arrived).toEqual([]);
    await database().write((tx) => tx.run(sql`update mails set lease_ends_at = created_at`));
    await expect.poll(() => server.arrived.length, patience).toBe(1);
    await settleMail(dead!, { is: 'server', problem: 'Too late.' }); // whom it was taken from keeps nothing of it
    expect((await log())[0]).toMatchObject({ state: 'sent', problem: null });
  });
});

describe('one-time links are mailed', () => {
  const administer = () => may('administer', admin.actor);

  test('an invitation with an address, by the link that is shown too', async () => {
    const made = value(await invite(administer(), { role: 'editor', email: 'new@desk.example', name: 'Newcomer' }));
    expect(made.mailed).toBe(true);
    start();
    await expect.poll(() => server.arrived.length, patience).toBe(1);
    const [letter] = server.arrived;
    expect(letter?.recipients).toEqual(['new@desk.example']);
    expect(letter?.header('to')).toBe('Newcomer <new@desk.example>');
    expect(letter?.text).toContain(`${origin}/invitation#${made.secret}`);
    expect(letter?.names).not.toContain('list-unsubscribe');
    expect(JSON.stringify(await log())).not.toContain(made.secret);
  });

  test('none without an address', async () => {
    expect(value(await invite(administer(), { role: 'editor' })).mailed).toBe(false);
    expect(await waiting()).toEqual([]);
  });

  test('not one that was revoked before it went out', async () => {
    const { id } = value(await invite(administer(), { role: 'editor', email: 'gone@desk.example' }));
    value(await revokeInvitation(administer(), id));
    start();
    await expect.poll(waiting, patience).toEqual([]);
    expect(server.attempts).toEqual([]);
  });

  test('a reset link, whose secret can be read in no row before or after', async () => {
    const { secret, mailed } = value(await resetLink(administer(), person.id));
    expect(mailed).toBe(true);
    const rows = async () => JSON.stringify(await database().read.select().from(mails));
    expect(await rows()).not.toContain(secret);
    start();
    await expect.poll(() => server.arrived.length, patience).toBe(1);
    expect(server.arrived[0]?.text).toContain(`${origin}/reset#${secret}`);
    await expect.poll(async () => (await log())[0]?.state, patience).toBe('sent');
    expect(await database().read.select({ sealed: mails.sealed }).from(mails)).toEqual([{ sealed: null }]);
    value(await setPassword(secret, 'a password long enough'));
  });

  test('not one that this server can read no more: it is given up, and says why', async () => {
    value(await resetLink(administer(), person.id));
    await database().write((tx) => tx.run(sql`update mails set sealed = substr(sealed, 1, 20) || sealed`));
    start();
    await expect.poll(async () => (await log())[0]?.state, patience).toBe('failed');
    expect((await log())[0]?.problem).toContain('under another STET_SECRET');
    expect(server.attempts).toEqual([]);
  });

  test('before notifications', async () => {
    await told('approved', 6);
    await gatherDigests();
    value(await resetLink(administer(), person.id));
    expect((await claimMail())?.kind).toBe('reset');
  });
});

test('a second reviewer is sent nothing of the claim to which they are blind until they have filed', async () => {
  const other = await checking({}, { editor: at.editor });
  const statement = 'The terminal opened in March.';
  const claimId = await other.draft('A second terminal', { statement, rationale: 'Nobody may know this [1].' });
  await other.submit(claimId);
  await told('returned', 6, { claimId, articleId: other.article.id });
  await told('approved', 6);
  await gatherDigests(); // told of both, before they are asked
  value(await askSecondVerdict(may('decide', other.editor.actor), claimId, person.id));
  const taken = await claimMail();
  const message = await messageFor(taken!);
  expect(message).toMatchObject({ content: { items: [{ kind: 'approved' }], more: 0 } });
  expect(JSON.stringify(message)).not.toMatch(/terminal|Nobody may know|returned/);
  await settleMail(taken!, { is: 'taken' });
  await told('mentioned', 6, { claimId, articleId: other.article.id });
  await gatherDigests();
  expect(await waiting()).toEqual([]); // although a mention presses
  await gatherDigests(minutes(60));
  const asked = await claimMail(minutes(61));
  const asking = await messageFor(asked!);
  expect(asking).toMatchObject({ content: { items: [{ kind: 'second-verdict' }] } });
  expect(JSON.stringify(asking)).not.toMatch(/Nobody may know|mentioned|returned/);
  await settleMail(asked!, { is: 'taken' });
  start();
  const seen = value(await readClaim(may('read', person.actor), claimId));
  const filed = { verdict: 'true', rationale: 'I looked [1].', evidence: [1] };
  value(await fileSecondVerdict(may('annotate', person.actor), claimId, [etagOf(seen)], filed));
  await expect.poll(subjects, patience).toEqual(['1 mention of you, 1 claim returned']);
  expect(server.arrived[0]?.text).not.toContain('Nobody may know');
});
