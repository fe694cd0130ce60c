import { eq } from 'drizzle-orm';
import type { RevisionHead, RevisionKind } from '@/domain/article';
import { canonical, sha256Hex } from '@/domain/canonical';
import { type ArticleDoc, docOfText } from '@/domain/doc';
import type { Permit } from '@/domain/permission';
import { map, ok, type Refusal, type Result, refuse } from '@/domain/result';
import type { Report } from '@/domain/revision';
import { noSuchArticle } from '../articles/read';
import { type ArticleRow, articleRow } from '../articles/rows';
import { type NewestRevision, newestOf, storePlaces } from '../claims/places';
import { type ClaimRows, claimRows, type Reading } from '../claims/rows';
import { database } from '../client';
import { followThreads, threadPlaces } from '../discussion/follow';
import { newId } from '../ids';
import { recordAll } from '../log';
import { notify } from '../notifications/notify';
import { articles, claims, reports, revisions } from '../schema';
import { indexArticle } from '../search/write';
import { blindTo } from '../second-verdicts/blind';
import { pendingText, removeFound } from '../watches/rows';
import { answerBefore, write } from '../write';
import { type FollowedClaim, followClaims, placesInText, rowsOfFollowed } from './follow';
import { FoundPlaces } from './found';
import { revisionHeads } from './read';
import { reportOf } from './report';
import { entriesOf, newsOf } from './told';

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

type RevisionRow = typeof revisions.$inferSelect;
/** What a new revision is made on, as it is now. */
type Ground = { article: ArticleRow; newest: NewestRevision; revision: RevisionRow; claims: ClaimRows[] };

/** How often claims are looked for anew because colleagues went on placing some while they were looked for. */
const MOST_ATTEMPTS = 4;

const keepsMoving = (): Result<never> => ({
  ok: false,
  refusal: {
    kind: 'too-many',
    retryAfter: 5,
    problems: [
      {
        rule: 'claims-keep-moving',
        message:
          'Colleagues are placing claims in this article just now. Try again in some seconds: nothing was added.',
      },
    ],
  },
});

/** Thrown away with the transaction when a claim was placed that was not looked for yet. */
const overtaken: Refusal = {
  kind: 'rule',
  problems: [{ rule: 'overtaken', message: 'A claim was placed meanwhile.' }],
};

/** What adding the revision would report. */
export async function previewRevision(
  { actor }: Permit<'annotate'>,
  articleId: string,
  given: NewRevision,
): Promise<Result<Report>> {
  const { read } = database();
  const ground = await groundOf(read, articleId, given, actor.id ?? '', new Date().toISOString());
  if (!ground.ok) return ground;
  const { newest, article, revision, claims: all } = ground.value;
  const found = new FoundPlaces(given.text, article.article.language);
  const looked = await found.find(read, articleId, newest, placesInText(all));
  if (!looked.ok) return looked;
  const followed = followClaims(all, newest, revision.title, found) ?? [];
  return ok(reportOf(comparedOf(ground.value, given), followed.map(asFound), await blindTo(read, actor)));
}

/**
 * Adds a revision, and follows every claim into it, dropped ones too: its places there, the report of what was found
 * and a line in the log for each claim whose words changed, were lost or are back, in one transaction. A text that was
 * made against another revision than the newest is stale; one that says the same is refused. The same text found at the
 * article's address, as `db/watches` knows it, waits no longer.
 *
 * Claims are looked for before the transaction, apart from the server's own thread (`apart/`). Within it every place must
 * be as it was then: where a colleague has placed one meanwhile, what is new is looked for and it is tried again.
 */
export async function addRevision(
  permit: Permit<'annotate'>,
  articleId: string,
  given: NewRevision,
): Promise<Result<Report>> {
  const answered = await answerBefore<Report>(permit);
  if (answered) return answered;
  let found: FoundPlaces | null = null;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const looked = await lookFor(permit, articleId, given, found);
    if (!looked.ok) return looked;
    found = looked.value;
    const added = await addFound(permit, articleId, given, found);
    if (added.ok || added.refusal !== overtaken) return added;
  }
  return keepsMoving();
}

/** Looks in the new text for everything that stands in the newest one and was not looked for before. */
async function lookFor(
  { actor }: Permit<'annotate'>,
  articleId: string,
  given: NewRevision,
  before: FoundPlaces | null,
): Promise<Result<FoundPlaces>> {
  const { read } = database();
  const ground = await groundOf(read, articleId, given, actor.id ?? '', new Date().toISOString());
  if (!ground.ok) return ground;
  const { newest, article, claims: all } = ground.value;
  const found = before ?? new FoundPlaces(given.text, article.article.language);
  const places = [...placesInText(all), ...(await threadPlaces(read, articleId, newest))];
  return map(await found.find(read, articleId, newest, places), () => found);
}

/** Adds the revision where all that stands in the newest text was found; else `overtaken`. */
function addFound(
  permit: Permit<'annotate'>,
  articleId: string,
  given: NewRevision,
  found: FoundPlaces,
): Promise<Result<Report>> {
  return write(permit, async (tx, actor) => {
    const now = new Date().toISOString();
    const ground = await groundOf(tx, articleId, given, actor.id ?? '', now);
    if (!ground.ok) return ground;
    const { revision, article, newest, claims: all } = ground.value;
    const followed = followClaims(all, newest, revision.title, found);
    if (!followed) return { ok: false, refusal: overtaken };
    await tx.insert(revisions).values(revision);
    if (!(await followThreads(tx, articleId, newest, revision, found))) return { ok: false, refusal: overtaken };
    await storePlaces(tx, rowsOfFollowed(revision, followed));
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
    const made = { ...ground.value, followed };
    const report = reportOf(
      comparedOf(made, given),
      after.map((rows, index) => ({ ...asFound(followed[index]!), rows })),
      await blindTo(tx, actor),
    );
    await recordAll(tx, actor, entriesOf(made, report), now);
    await notify(tx, actor, newsOf(made));
    return ok(report);
  });
}

async function groundOf(
  db: Reading,
  articleId: string,
  given: NewRevision,
  by: string,
  now: string,
): Promise<Result<Ground>> {
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
  return ok({ article, newest, revision, claims: await claimRows(db, eq(claims.articleId, articleId)) });
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

const comparedOf = ({ newest, revision }: Ground, { kind }: NewRevision) => ({
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
