import { expect, test } from 'vitest';
import type { MailContent } from '@/domain/mail';
import { type Notification, type NotificationKind, notificationKinds } from '@/domain/notification';
import { letterOf } from '@/formats/mail/letter';

const origin = 'https://desk.example';
const names = { ada: 'Ada Reed', eve: '\u202eEve <script>alert(1)</script>\r\nBcc: x@elsewhere.example' };
let many = 0;
const told = (kind: NotificationKind, more: Partial<Notification> = {}): Notification => ({
  id: `n${++many}`,
  ...{ kind, by: 'ada', articleId: 'a1', articleTitle: 'The port of Ellery', claimId: `c${many}` },
  ...{ statement: 'The port handled 41,200 containers.', number: 2, at: '2026-11-26T08:00:00.000Z', readAt: null },
  ...more,
});
const letter = (content: MailContent, desk = 'The Ellery desk') =>
  letterOf({ id: 'm1', to: { name: 'Bo', address: 'bo@desk.example' }, desk, content }, origin);
const digest = (items: Notification[], more = 0) =>
  letter({ kind: 'digest', items, more, names, switchOff: 'a-token' });

/** The words of a page, as somebody who sees no links would read them. */
const wordsIn = (html: string): string[] =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<\/?(a|bdi)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .split(/\s+/)
    .filter(Boolean);
const wordsOf = (text: string): string[] =>
  text
    .replace(/^-- $/m, '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/https:\/\/desk\.example\S*/g, '')
    .split(/\s+/)
    .filter(Boolean);

const contents: MailContent[] = [
  { kind: 'digest', items: notificationKinds.map((kind) => told(kind)), more: 0, names, switchOff: 't' },
  {
    kind: 'digest',
    items: [told('returned'), told('returned'), told('published', { claimId: null })],
    more: 7,
    names,
    switchOff: 't',
  },
  { kind: 'invitation', secret: 's-1', expiresAt: '2026-12-01T09:30:00.000Z', role: 'editor', by: 'Ada Reed' },
  { kind: 'invitation', secret: 's-1', expiresAt: '2026-12-01T09:30:00.000Z', role: 'reviewer', by: null },
  { kind: 'reset', secret: 's-2', expiresAt: '2026-12-01T09:30:00.000Z', by: null },
  { kind: 'reset', secret: 's-2', expiresAt: '2026-12-01T09:30:00.000Z', by: 'Ada Reed' },
  { kind: 'test', by: 'Ada Reed' },
];
test.each(contents)('text and HTML of $kind say the same, and nothing in it is fetched', (content) => {
  const { text, html } = letter(content);
  expect(wordsOf(text)).toEqual(wordsIn(html));
  expect(html).not.toMatch(/<img|<script|<link|<form|src=|url\(|@import/i);
  const linked = [...html.matchAll(/href="([^"]+)"/g)].map(([, address = '']) =>
    address.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  );
  for (const address of linked) expect(text.split('\n').map((each) => each.trim())).toContain(address);
});

test('a subject counts what waits, what presses first, in our own words', () => {
  expect(digest([told('returned')]).subject).toBe('1 claim returned');
  expect(digest([told('returned'), told('returned'), told('mentioned')]).subject).toBe(
    '1 mention of you, 2 claims returned',
  );
  expect(digest(notificationKinds.map((kind) => told(kind))).subject).toBe(
    '1 mention of you, 1 scheduled edition failed, 1 due within the hour and more',
  );
  expect(digest([told('approved')], 3).subject).toBe('1 claim approved and more');
});

test('a digest says who did what to which claim, and leads there', () => {
  const { text, unsubscribe } = digest([told('returned', { claimId: 'c7' })]);
  expect(text).toContain('Ada Reed returned it to you');
  expect(text).toContain('The port of Ellery');
  expect(text).toMatch(/The port handled 41,200 containers\.\n {2}https:\/\/desk\.example\/articles\/a1#claim-c7\n/);
  expect(text).toContain('https://desk.example/settings#notifications');
  expect(unsubscribe).toBe('https://desk.example/api/v1/unsubscriptions/a-token');
});

test('claims that one person did the same to are one item', () => {
  const { text } = digest([told('returned'), told('returned'), told('returned')]);
  expect(text).toContain('Ada Reed returned 3 claims');
  expect(text.match(/articles\/a1/g)).toHaveLength(1);
});

test('hostile names and titles stay words, on their line, in their direction', () => {
  const item = told('returned', {
    by: 'eve',
    statement: '"><img src=x onerror=alert(1)>\n\n-- \nhttps://elsewhere.example',
    articleTitle: `\u2069\u202e${'x'.repeat(5000)}`,
  });
  const { subject, text, html } = digest([item]);
  expect(subject).toBe('1 claim returned');
  expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
  expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;');
  expect(`${text}${html}`).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
  expect(text.match(/^-- $/gm)).toHaveLength(1);
  expect(text).not.toMatch(/^\s*Bcc:/m);
  expect(Math.max(...text.split('\n').map((each) => each.length))).toBeLessThan(400);
});

test('a desk’s name can neither break a subject nor turn it', () => {
  const { subject } = letter(contents[2]!, 'Desk\r\nBcc: x@elsewhere.example\u202e');
  expect(subject).toBe('Invitation to Desk Bcc: x@elsewhere.example');
});

test('words from right to left are set apart from ours', () => {
  const { text, html } = digest([told('returned', { articleTitle: 'ميناء إليري' })]);
  expect(text).toContain('\u2068ميناء إليري\u2069');
  expect(html).toContain('<bdi dir="auto">ميناء إليري</bdi>');
  expect(digest([told('returned')]).text).not.toMatch(/[\u2066-\u2069]/);
});

test('a one-time link has its secret in the fragment, and says until when it works', () => {
  const { text, subject, unsubscribe } = letter(contents[2]!);
  expect(subject).toBe('Invitation to The Ellery desk');
  expect(text).toContain('Ada Reed invites you to check facts as an editor of The Ellery desk.');
  expect(text).toContain('https://desk.example/invitation#s-1');
  expect(text).toContain('until 1 December 2026, 09:30 UTC');
  expect(unsubscribe).toBeNull();
});

test('over plain http no address for one click is given, only the link', () => {
  const content = contents[0]!;
  const plain = letterOf(
    { id: 'm', to: { name: null, address: 'b@desk.example' }, desk: 'Desk', content },
    'http://localhost:3000',
  );
  expect(plain.unsubscribe).toBeNull();
  expect(plain.text).toContain('http://localhost:3000/settings#notifications');
});
