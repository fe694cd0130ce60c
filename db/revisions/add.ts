import { eq } from 'drizzle-orm';
import type { RevisionHead, RevisionKind } from '@/domain/article';
import { canonical, sha256Hex } from '@/domain/canonical';
import { contributorsOf } from '@/domain/contribution';
import { type ArticleDoc, docOfText } from '@/domain/doc';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Report } from '@/domain/revision';
import { noSuchArticle } from '../articles/read';
import { type ArticleRow, articleRow } from '../articles/rows';
import { type NewestRevision, newestOf, storePlaces } from '../claims/places';
import { type ClaimRows, claimRows, type Reading } from '../claims/rows';
import { database } from '../client';
import { followThreads } from '../discussion/follow';
import { newId } from '../ids';
import { type Entry, recordAll } from '../log';
import { type News, notify } from '../notifications/notify';
import { articles, claims, reports, revisions } from '../schema';
import { indexArticle } from '../search/write';
import { blindTo } from '../second-verdicts/blind';
import { pendingText, removeFound } from '../watches/rows';
import { write } from '../write';
import { type FollowedClaim, followClaims, rowsOfFollowed, turnOf } from './follow';
import { revisionHeads } from './read';
import { reportOf } from './report';

/** A text as an importer understood it, or a document as an editor corrected it, to be the next revision. */
export type NewRevision = {
  kind: RevisionKind;
  /** null: the headline stays what it was */
  title: string | null;
  text: string;
  doc: ArticleDoc;
  /** null: what was set aside stays what it was */
  setAside: string[] | null;
  reason: string | null;
  /** the newest revision when this was made; null for whatever is the newest */
  base: number | null;
};

type Made = { article: ArticleRow; newest: NewestRevision; revision: RevisionRow; followed: FollowedClaim[] };
type RevisionRow = typeof revisions.$inferSelect;

/** What adding the revision would report. */
export async function previewRevision(
  { actor }: Permit<'annotate'>,
  articleId: string,
  given: NewRevision,
): Promise<Result<Report>> {
  const { read } = database();
  const made = await madeOf(read, articleId, given, actor.id ?? '', new Date().toISOString());
  if (!made.ok) return made;
  const found = made.value.followed.map(asFound);
  return ok(reportOf(comparedOf(made.value, given), found, await blindTo(read, actor)));
}

/**
 * Adds a revision, and follows every claim into it, dropped ones too: its places there, the report of what was found
 * and a line in the log for each claim whose words changed, were lost or are back, in one transaction. A text that was
 * made against another revision than the newest is stale; one that says the same is refused. The same text found at the
 * article's address, as `db/watches` knows it, waits no longer.
 */
export function addRevision(
  permit: Permit<'annotate'>,
  articleId: string,
  given: NewRevision,
): Promise<Result<Report>> {
  return write(permit, async (tx, actor) => {
    const now = new Date().toISOString();
    const made = await madeOf(tx, articleId, given, actor.id ?? '', now);
    if (!made.ok) return made;
    const { revision, followed, article, newest } = made.value;
    await tx.insert(revisions).values(revision);
    await storePlaces(tx, rowsOfFollowed(revision, followed));
    const { language } = article.article;
    await followThreads(tx, { articleId, language }, newest, { ...revision, text: given.text });
    const waits = await pendingText(tx, articleId);
    if (waits?.sha256 === revision.sha256) await removeFound(tx, articleId);
    const findings = followed.map(({ rows, places }) => ({
      claimId: rows.claim.id,
      places: places.map(({ finding }) => finding),
    }));
    await tx.insert(reports).values({ revisionId: revision.id, kind: given.kind, base: revision.number - 1, findings });
    const setAside = given.setAside ?? article.article.setAside;
    await tx.update(articles).set({ setAside, updatedAt: now }).where(eq(articles.id, articleId));
    await indexArticle(tx, articleId);
    const after = await claimRows(tx, eq(claims.articleId, articleId));
    const report = reportOf(
      comparedOf(made.value, given),
      after.map((rows, index) => ({ ...asFound(followed[index]!), rows })),
      await blindTo(tx, actor),
    );
    await recordAll(tx, actor, entriesOf(made.value, report), now);
    await notify(tx, actor, newsOf(made.value));
    return ok(report);
  });
}

async function madeOf(
  db: Reading,
  articleId: string,
  given: NewRevision,
  by: string,
  now: string,
): Promise<Result<Made>> {
  const article = await articleRow(db, articleId);
  if (!article) return noSuchArticle();
  const newest = await newestOf(db, articleId);
  if (given.base !== null && given.base !== newest.number) return staleBase(db, articleId);
  if (article.article.state === 'closed')
    return refuse('rule', 'article-closed', 'This article is closed. Open it again first.');
  const doc = docOfText(given.doc, given.text);
  if (!doc.ok) return doc;
  const title = given.title ?? newest.title;
  const same = await isSame(db, newest, { ...given, title });
  if (same) return sameText(newest.number);
  const revision = {
    id: newId(),
    articleId,
    number: newest.number + 1,
    title,
    body: given.text,
    doc: doc.value,
    sha256: sha256Hex(given.text),
    reason: given.reason?.trim() ? given.reason : null,
    createdBy: by,
    createdAt: now,
  };
  const all = await claimRows(db, eq(claims.articleId, articleId));
  const followed = await followClaims(db, { articleId, language: article.article.language }, all, newest, {
    number: revision.number,
    title,
    text: given.text,
  });
  return ok({ article, newest, revision, followed });
}

async function staleBase(db: Reading, articleId: string): Promise<Result<never>> {
  const [current] = await revisionHeads(db, articleId, { limit: 1 });
  return {
    ok: false,
    refusal: {
      kind: 'stale',
      current,
      problems: [
        {
          rule: 'stale',
          message: `Somebody added revision ${current?.number} since. Compare your text with it, then add yours again.`,
          pointer: '/base',
        },
      ],
    },
  };
}

/** A correction may change how a text is set out and nothing that it says. */
async function isSame(db: Reading, newest: NewestRevision, { kind, text, title, doc }: NewRevision): Promise<boolean> {
  if (text !== newest.body || title !== newest.title) return false;
  if (kind === 'import') return true;
  const [row] = await db.select({ doc: revisions.doc }).from(revisions).where(eq(revisions.id, newest.id));
  return canonical(row?.doc) === canonical(doc);
}

const sameText = (number: number): Result<never> =>
  refuse(
    'rule',
    'same-text',
    `This is the same text under the same headline as revision ${number}, so there is nothing new to add.`,
  );

const headOf = ({ id, articleId, body, doc, ...head }: RevisionRow, kind: RevisionKind): RevisionHead => ({
  ...head,
  kind,
});

const comparedOf = ({ newest, revision }: Made, { kind }: NewRevision) => ({
  revision: headOf(revision, kind),
  base: newest,
});

/** The claim as it will stand in the new revision. */
function asFound({ rows, places }: FollowedClaim): {
  rows: ClaimRows;
  findings: FollowedClaim['places'][number]['finding'][];
} {
  const moved = placesAfter(rows, places);
  return { rows: { ...rows, ...moved }, findings: places.map(({ finding }) => finding) };
}

function placesAfter(
  { anchors, headline }: ClaimRows,
  places: FollowedClaim['places'],
): Pick<ClaimRows, 'anchors' | 'headline'> {
  if (headline) return { anchors, headline: { ...headline, ...places[0]!.place } };
  return { anchors: anchors.map((row, index) => ({ ...row, ...places[index]!.place })), headline: null };
}

/** Told to who works on a claim whose words are not what they were. */
const newsOf = ({ revision: { articleId, number }, followed }: Made): News[] =>
  followed.flatMap((followedClaim): News[] => {
    const kind = turnOf(followedClaim);
    const { claim } = followedClaim.rows;
    if ((kind !== 'changed' && kind !== 'lost') || claim.droppedAt !== null) return [];
    const people = [...contributorsOf(claim.createdBy, claim.contributions), claim.assignee];
    return people.flatMap((person) =>
      person === null ? [] : [{ person, kind, articleId, claimId: claim.id, number } as const],
    );
  });

const turns = {
  changed: 'claim.anchor-changed',
  lost: 'claim.anchor-lost',
  found: 'claim.anchor-found',
} as const;

function entriesOf({ revision, followed }: Made, { counts, headline }: Report): Entry[] {
  const { id, articleId, number, title, sha256, reason } = revision;
  const added: Entry = {
    type: 'revision.added',
    articleId,
    subject: id,
    content: { number, title, sha256, reason, counts: { ...counts }, headline },
  };
  const told = followed.flatMap((claim): Entry[] => {
    const turn = turnOf(claim);
    const [main] = claim.places;
    if (!turn || !main) return [];
    const { was, now, changes } = main.finding;
    const content = { revision: number, was, now, changes };
    return [{ type: turns[turn], articleId, claimId: claim.rows.claim.id, subject: id, content }];
  });
  return [added, ...told];
}
