import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Conclusion } from '@/domain/conclusion';
import { type Checking, checking } from '@/test/builders/checked';
import { concluding } from '@/test/builders/concluded';
import { newPerson, openDesk, value } from '@/test/desk';
import { hostile } from '@/test/fixtures/hostile';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  at = await checking();
  await at.approved('41,200 containers');
});
afterAll(() => desk.close());

const words = 'Most of it **holds**, says [the port](https://port.example/march).';
const path = (rest = '') => `/api/v1/articles/${at.article.id}/conclusion${rest}`;
const of = (by: { token: string }) => ({ token: by.token });

test('a conclusion is written against its version, and a stale one is answered with what stands', async () => {
  const { etag } = await call<Conclusion>('GET', path(), { as: of(at.reviewer) });
  expect((await call('PATCH', path(), { as: of(at.reviewer), body: { text: words } })).status).toBe(428);
  const written = await call<Conclusion>('PATCH', path(), {
    as: of(at.reviewer),
    body: { text: words },
    ifMatch: etag,
  });
  expect([written.status, written.body.text, written.body.state]).toEqual([200, words, 'draft']);
  const late = await call('PATCH', path(), { as: of(at.editor), body: { text: 'Mine.' }, ifMatch: etag });
  expect([late.status, late.etag]).toEqual([412, written.etag]);
  const long = { text: 'x'.repeat(5001) };
  expect((await call('PATCH', path(), { as: of(at.reviewer), body: long, ifMatch: written.etag })).status).toBe(413);
});

test('readers find it above the counts, in text and in what machines read, and not before it is approved', async () => {
  const on = concluding(at.article.id, at);
  await on.write(words);
  value(await at.publish());
  const { slug } = at.article;
  expect((await call('GET', `/a/${slug}`)).text).not.toContain('Conclusion');
  value(await on.submit());
  value(await on.decide({}));
  value(await at.publish({ note: 'A conclusion is added.', tier: 'update' }));
  const { text: page } = await call('GET', `/a/${slug}`);
  expect(page.indexOf('id="conclusion"')).toBeGreaterThan(0);
  expect(page.indexOf('id="conclusion"')).toBeLessThan(page.indexOf('id="summary"'));
  expect(page).toContain('<strong>holds</strong>');
  expect((await call('GET', `/a/${slug}/2/edition.md`)).text).toContain('## Conclusion\n\nMost of it **holds**');
  expect((await call('GET', `/a/${slug}/2.json`)).text).toContain('"conclusion":{');
  expect(page).toContain('"description":"Most of it holds, says the port."');
  expect((await call('GET', `/a/${slug}/embed`)).text).toContain('Most of it holds, says the port.');
  expect((await call('GET', `/a/${slug}/record/1/2`)).text).toContain('The conclusion is new.');
  expect((await call('GET', `/a/${slug}/1`)).text).not.toContain('Most of it');
});

test('a hostile conclusion is shown as it was typed and runs nothing', async () => {
  const on = concluding(at.article.id, at);
  await on.approved(hostile.join('\n\n').slice(0, 5000).toWellFormed().replaceAll('\0', ''));
  value(await at.publish());
  for (const address of [`/a/${at.article.slug}`, `/a/${at.article.slug}/embed`, `/a/${at.article.slug}/1/claims/1`]) {
    const { text, status } = await call('GET', address);
    expect([address, status]).toEqual([address, 200]);
    const page = new JSDOM(text).window.document;
    const attributes = [...page.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => /^(on|style|srcdoc)/.test(name))).toEqual([]);
    expect(page.querySelector('script:not([type="application/ld+json"]), img, iframe, object, form')).toBeNull();
  }
});

test('a conclusion that an administrator approved alone is confirmed in retrospect, on the public record', async () => {
  const on = concluding(at.article.id, at);
  const admin = await newPerson('admin');
  await on.write(words, admin);
  value(await on.submit());
  value(await on.decide({ override: { reason: 'Nobody else was there.' } }, admin));
  value(await at.publish());
  const record = async () => (await call('GET', `/a/${at.article.slug}/record`)).text;
  expect(await record()).toContain('The conclusion was approved without a second person.');
  const overrides = `/api/v1/articles/${at.article.id}/overrides`;
  const listed = await call<{ items: object[] }>('GET', overrides, { as: of(at.editor) });
  const told = { edition: 1, claim: 'conclusion', statement: words, approvedBy: admin.id, confirmation: null };
  expect(listed.body.items).toMatchObject([told]);
  const confirm = (by: { token: string }) => {
    const body = { edition: 1, claim: 'conclusion' };
    return call('POST', `/api/v1/articles/${at.article.id}/confirmations`, { as: of(by), body });
  };
  expect((await confirm(admin)).rules).toEqual(['two-people']);
  expect((await confirm(at.editor)).status).toBe(201);
  expect((await confirm(at.editor)).rules).toEqual(['confirmed-before']);
  expect(await record()).toContain('Confirmed since by');
});
