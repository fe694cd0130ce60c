import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Article, ArticleRights } from '@/domain/article';
import { canonical, sha256Hex } from '@/domain/canonical';
import type { patchArticleSchema } from '@/domain/contract/articles';
import { type ArticleDoc, docOfText } from '@/domain/doc';
import { asInstant } from '@/domain/due';
import type { Permit } from '@/domain/permission';
import { map, ok, type Result, refuse } from '@/domain/result';
import type { Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { articles, editions, revisions } from '../schema';
import { indexArticle } from '../search/write';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { checkedAssignees, putAssignees } from './assignees';
import { noSuchArticle } from './read';
import { type ArticleRow, articleRow, presentArticle } from './rows';
import { hasVerdict, newestScale } from './scale';
import { freeSlug } from './slug';

/** An article as an importer understood it and a person confirmed it. */
export type NewArticle = {
  title: string;
  publication: string | null;
  byline: string | null;
  contact: { name: string; email: string } | null;
  publishedOn: string | null;
  url: string | null;
  language: string;
  rights: ArticleRights;
  scale: string;
  text: string;
  doc: ArticleDoc;
  setAside: string[];
};

export type Imported = { article: Article; text: string };

/** Stores an article with its first revision. */
export function importArticle(permit: Permit<'annotate'>, given: NewArticle): Promise<Result<Imported>> {
  return write(permit, async (tx, actor) => {
    const doc = docOfText(given.doc, given.text);
    if (!doc.ok) return doc;
    const scale = await newestScale(tx, given.scale);
    if (!scale.ok) return scale;
    const now = new Date().toISOString();
    const by = actor.id ?? '';
    const article = articleFrom(given, scale.value, await freeSlug(tx, given.title), by, now);
    const revision = {
      id: newId(),
      articleId: article.id,
      number: 1,
      title: given.title,
      body: given.text,
      doc: doc.value,
      sha256: sha256Hex(given.text),
      reason: null,
      createdBy: by,
      createdAt: now,
    };
    await tx.insert(articles).values(article);
    await tx.insert(revisions).values(revision);
    const content = { title: given.title, sha256: revision.sha256 };
    await indexArticle(tx, article.id);
    await record(tx, actor, { type: 'article.imported', articleId: article.id, content }, now);
    const row = { article, scale: scale.value, revision, assignees: [] };
    return ok({ article: presentArticle(row), text: given.text });
  });
}

const articleFrom = (
  given: NewArticle,
  scale: { id: string; version: number },
  slug: string,
  createdBy: string,
  now: string,
): ArticleRow['article'] => ({
  id: newId(),
  slug,
  publication: given.publication,
  byline: given.byline,
  contactName: given.contact?.name ?? null,
  contactEmail: given.contact?.email ?? null,
  publishedOn: given.publishedOn,
  url: given.url,
  language: given.language,
  rights: given.rights,
  state: 'checking',
  scaleId: scale.id,
  scaleVersion: scale.version,
  setAside: given.setAside,
  dueAt: null,
  createdBy,
  createdAt: now,
  updatedAt: now,
});

export type ArticlePatch = z.infer<typeof patchArticleSchema>;

/** Changes what is known of an article. Its title and text belong to its revisions and are not changed here. */
export function editArticle(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  patch: ArticlePatch,
): Promise<Result<Article>> {
  return write(permit, async (tx, actor) => {
    const before = await articleRow(tx, id);
    if (!before) return noSuchArticle();
    const current = isCurrent(expected, presentArticle(before), 'article');
    if (!current.ok) return current;
    const patched = await patchedRow(tx, before, patch);
    if (!patched.ok) return patched;
    const changes = changesBetween(before, patched.value);
    if (Object.keys(changes).length === 0) return ok(presentArticle(before));
    const now = new Date().toISOString();
    const after = { ...patched.value, article: { ...patched.value.article, updatedAt: now } };
    await tx.update(articles).set(after.article).where(eq(articles.id, id));
    await indexArticle(tx, id);
    await putAssignees(tx, actor, before, after.assignees, now);
    await record(tx, actor, { type: 'article.changed', articleId: id, content: { changes } }, now);
    return ok(presentArticle(after));
  });
}

async function patchedRow(tx: Tx, before: ArticleRow, patch: ArticlePatch): Promise<Result<ArticleRow>> {
  const { contact, scale: scaleId, state, assignees, dueAt, ...fields } = patch;
  const scale =
    scaleId === undefined || scaleId === before.scale.id ? ok(before.scale) : await newestScale(tx, scaleId);
  if (!scale.ok) return scale;
  if (scale.value !== before.scale && (await hasVerdict(tx, before.article.id))) {
    const message = 'A claim of this article has a verdict, so its scale is fixed.';
    return refuse('rule', 'scale-fixed', message, { pointer: '/scale' });
  }
  const article = {
    ...before.article,
    ...definedOnly(fields),
    scaleId: scale.value.id,
    scaleVersion: scale.value.version,
  };
  if (contact !== undefined) {
    article.contactName = contact?.name ?? null;
    article.contactEmail = contact?.email ?? null;
  }
  if (dueAt !== undefined) article.dueAt = asInstant(dueAt);
  if (state !== undefined) article.state = state === 'closed' ? 'closed' : await openState(tx, article.id);
  const people = assignees === undefined ? ok(before.assignees) : await checkedAssignees(tx, before, assignees);
  return map(people, (known) => ({ ...before, article, scale: scale.value, assignees: known }));
}

const definedOnly = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** The state of an article that is not closed: published once it has an edition. */
async function openState(tx: Tx, articleId: string): Promise<'published' | 'checking'> {
  const [row] = await tx.select({ id: editions.id }).from(editions).where(eq(editions.articleId, articleId)).limit(1);
  return row ? 'published' : 'checking';
}

function changesBetween(before: ArticleRow, after: ArticleRow): Record<string, [unknown, unknown]> {
  const told = (row: ArticleRow): Record<string, unknown> => {
    const { publication, byline, contact, publishedOn, url, language, rights, state, ...more } = presentArticle(row);
    const { assignees, dueAt } = more;
    const fields = { publication, byline, contact, publishedOn, url, language, rights, state, assignees, dueAt };
    return { ...fields, scale: row.scale.id };
  };
  const [was, is] = [told(before), told(after)];
  const differing = Object.keys(was).filter((field) => canonical(was[field]) !== canonical(is[field]));
  return Object.fromEntries(differing.map((field) => [field, [was[field], is[field]]]));
}
