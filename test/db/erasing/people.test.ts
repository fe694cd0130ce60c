import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeskActivity } from '@/db/activity';
import { openSession } from '@/db/auth';
import { readClaim } from '@/db/claims/read';
import { database } from '@/db/client';
import { addComment } from '@/db/discussion/open';
import { reply } from '@/db/discussion/reply';
import { verifyEditions } from '@/db/editions/verify';
import { withdraw } from '@/db/editions/withdraw';
import { eraseClaim } from '@/db/erasing/claim';
import { eraseEdition } from '@/db/erasing/edition';
import { erasePerson, personErasing } from '@/db/erasing/person';
import { atCommandLine } from '@/db/people/identify';
import { acceptInvitation, invite } from '@/db/people/invitations';
import { hashOfPassword, storePassword } from '@/db/people/newcomer';
import { resetLink } from '@/db/people/passwords';
import { editPerson, listPeople, namesOfPeople, readPerson } from '@/db/people/people';
import { makeToken } from '@/db/people/tokens';
import { accounts, mailChoicesMade, mails, people, sessions, tokens } from '@/db/schema';
import { checkSearch } from '@/db/search/check';
import { verifyActivity } from '@/db/verify';
import { erasedName } from '@/domain/erasure';
import { mentionOf } from '@/domain/mention';
import { vouchFor } from '@/domain/permission';
import { checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';
import { bytesWith, tablesWith } from './remains';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin', 'Chief');
});
afterAll(() => desk.close());

const administer = () => may('administer', admin.actor);
const erase = (id: string, reason = 'Asked for by letter.') => erasePerson(administer(), id, { reason });
const disable = async (id: string) => value(await editPerson(may('read', admin.actor), id, 'any', { disabled: true }));
const holds = async () => ({
  log: (await verifyActivity(administer())).broken,
  editions: (await verifyEditions()).broken,
  search: (await checkSearch(administer())).broken,
});
const whole = { log: null, editions: null, search: null };

/** Every way in which the desk writes down who somebody is. */
const secrets = ['Quintessa', 'Marlowe-Finch', 'quintessa.m', 'Q. Pseudonym', 'Old Laptop of Hers', 'Firefox of Hers'];

/** Somebody who was invited, joined, worked, renamed herself and left a trace in every table that tells of people. */
async function somebody(): Promise<TestPerson> {
  const email = 'quintessa.m@desk.example';
  const { secret } = value(await invite(administer(), { role: 'reviewer', email, name: 'Quintessa Marlowe' }));
  const password = 'correct horse battery';
  const { id } = value(await acceptInvitation({ secret, name: 'Quintessa Marlowe-Finch', email, password }));
  const actor = vouchFor(id, 'reviewer');
  const credited = { credit: 'Q. Pseudonym', name: 'Quintessa Marlowe-Finch, née Vole' };
  const keyed = vouchFor(id, 'reviewer', { route: 'PATCH /people', key: 'k', digest: 'd' });
  value(await editPerson(may('read', keyed), id, 'any', credited));
  value(await editPerson(may('read', actor), id, 'any', { credit: null }));
  value(await makeToken(may('read', actor), 'Old Laptop of Hers'));
  value(await resetLink(administer(), id));
  await openSession(id, new Headers({ 'user-agent': 'Firefox of Hers' }));
  await database().write((tx) =>
    tx.run(sql`insert into rate_limits (id, key, count, last_request) values ('r1', ${`password:${id}`}, 1, 1)`),
  );
  await failedMail(id);
  return { id, email, actor, token: '' };
}

/** A message that her mail server would not take, in whose words her address stands. */
async function failedMail(person: string): Promise<void> {
  const now = new Date().toISOString();
  const problem = 'No such mailbox: quintessa.m@desk.example';
  const ended = { kind: 'digest', state: 'failed', createdAt: now, endedAt: now } as const;
  await database().write(async (tx) => {
    await tx.insert(mails).values({ id: 'm1', personId: person, problem, ...ended });
    await tx.insert(mailChoicesMade).values({ personId: person, choice: 'none', since: now });
  });
}

describe('erasing a person', () => {
  it('is for somebody whose account is disabled, once, and never for oneself', async () => {
    const person = await newPerson('reviewer', 'Somebody Else');
    expect(rules(await erase(person.id))).toEqual(['not-disabled']);
    expect(rules(await erase(admin.id))).toEqual(['oneself']);
    expect(rules(await erase('nobody'))).toEqual(['no-such-person']);
    await disable(person.id);
    expect(rules(await erase(person.id, 'somebody else wrote to us'))).toEqual(['reason-repeats']);
    expect(rules(await erase(person.id, `From ${person.email}`))).toEqual(['reason-repeats']);
    value(await erase(person.id));
    expect(rules(await erase(person.id))).toEqual(['erased-before']);
  });

  it('leaves not one byte of name and address in the database, and the log verifies', async () => {
    const person = await somebody();
    const at = await checking({}, { reviewer: person });
    const claim = await at.approved('41,200 containers');
    const comment = value(
      await addComment(may('annotate', at.editor.actor), claim, { body: `${mentionOf(person.id)}?` }),
    );
    value(await reply(may('annotate', person.actor), comment.threadId, 'Yes.'));
    value(await at.publish());
    await disable(person.id);
    expect((await tablesWith(secrets)).length).toBeGreaterThan(8);
    const ahead = value(await personErasing(administer(), person.id));
    expect(ahead).toMatchObject({ erased: null, refusal: null });
    expect(ahead.goes.join(' ')).toMatch(/1 access token.*entries of the log/);
    const erased = value(await erase(person.id));
    expect(await tablesWith(secrets)).toEqual([]);
    expect(bytesWith(desk.folder, secrets)).toEqual([]);
    expect(await database().read.select().from(mailChoicesMade)).toEqual([]);
    expect(await holds()).toEqual(whole);
    expect(value(await personErasing(administer(), person.id))).toEqual({ erased, refusal: null, goes: [], stays: [] });
    // what she did stays, as somebody's
    const seen = value(await readClaim(may('read', at.editor.actor), claim));
    expect([seen.createdBy, (await namesOfPeople(may('read', admin.actor)))[person.id]]).toEqual([
      person.id,
      erasedName,
    ]);
  });

  it('lets nobody in as that person again', async () => {
    const person = await newPerson('editor', 'Gone For Good');
    const hash = await hashOfPassword('correct horse battery');
    await database().write((tx) => storePassword(tx, person.id, hash, new Date()));
    await disable(person.id);
    value(await erase(person.id));
    const { read } = database();
    for (const table of [accounts, sessions])
      expect(await read.select().from(table).where(eq(table.userId, person.id))).toEqual([]);
    expect(await read.select().from(tokens).where(eq(tokens.personId, person.id))).toEqual([]);
    expect(rules(await editPerson(may('read', admin.actor), person.id, 'any', { disabled: false }))).toEqual([
      'person-erased',
    ]);
    expect(rules(await resetLink(administer(), person.id))).toEqual(['person-erased']);
    const [row] = await read.select().from(people).where(eq(people.id, person.id));
    expect(row).toMatchObject({ name: erasedName, email: `${person.id}@erased.invalid`, credit: null });
    expect(value(await readPerson(may('read', admin.actor), person.id))).toMatchObject({
      erased: true,
      disabled: true,
    });
    const again = value(await invite(administer(), { role: 'editor', email: person.email }));
    expect(again.email).toBe(person.email);
  });

  it('names beforehand what it leaves: editions that print the name, and what others wrote', async () => {
    const reviewer = await newPerson('reviewer', 'Thelonius Abernathy');
    const at = await checking({}, { reviewer });
    value(await editPerson(may('read', reviewer.actor), reviewer.id, 'any', { credit: 'Thelonius Abernathy' }));
    const claim = await at.approved('41,200 containers');
    value(await addComment(may('annotate', at.editor.actor), claim, { body: 'Thelonius Abernathy found this.' }));
    value(await at.publish());
    await disable(reviewer.id);
    const { stays } = value(await personErasing(administer(), reviewer.id));
    const links = stays.flatMap((each) => each.links.map(({ href }) => href));
    expect(links).toEqual([`/a/${at.article.slug}/1`]);
    expect(stays.map(({ what }) => what).join(' ')).toContain('1 comment');
    value(await erase(reviewer.id));
    expect((await tablesWith(['Thelonius Abernathy'])).sort()).toEqual([
      'comment_versions: Thelonius Abernathy',
      'editions: Thelonius Abernathy',
    ]);
    // the edition goes too where it must, by withdrawing and erasing it
    value(await withdraw(may('publish', at.editor.actor), at.article.id, { edition: 1, reason: 'A court order.' }));
    value(await eraseEdition(administer(), at.article.id, 1, { reason: 'A court order.' }));
    expect(await tablesWith(['Thelonius Abernathy'])).toEqual(['comment_versions: Thelonius Abernathy']);
    expect(await holds()).toEqual(whole);
  });

  it('takes a name out of the reasons of earlier erasures, whose tale the new entry goes on telling', async () => {
    const person = await newPerson('editor', 'Balthazar Quimby');
    const at = await checking();
    const claim = await at.approved('41,200 containers');
    value(await at.publish());
    value(await withdraw(may('publish', at.editor.actor), at.article.id, { claim, reason: 'It was wrong.' }));
    value(await eraseClaim(administer(), claim, { reason: 'Balthazar Quimby asked for it.' }));
    await disable(person.id);
    value(await erase(person.id));
    expect(await tablesWith(['Balthazar Quimby'])).toEqual([]);
    expect(await holds()).toEqual(whole);
    expect(value(await readClaim(may('read', at.editor.actor), claim)).erased).toMatchObject({
      by: admin.id,
      reason: null,
    });
  });

  it('is told by the log to administrators alone, and at the command line names nobody', async () => {
    const person = await newPerson('reviewer', 'Another One');
    await disable(person.id);
    value(await erasePerson(may('administer', atCommandLine()), person.id, { reason: 'By letter.' }));
    const [entry] = await listDeskActivity(may('read', admin.actor), { limit: 1 });
    expect(entry).toMatchObject({
      type: 'person.erased',
      by: null,
      subject: person.id,
      content: { reason: 'By letter.' },
    });
    const editor = await newPerson('editor');
    const types = (await listDeskActivity(may('read', editor.actor), { limit: 50 })).map(({ type }) => type);
    expect(types).not.toContain('person.erased');
    expect(
      (await listPeople(may('read', editor.actor), { limit: 100 })).filter((each) => each.erased).length,
    ).toBeGreaterThan(3);
  });
});
