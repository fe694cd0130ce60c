import { and, eq } from 'drizzle-orm';
import type { WithdrawalMade, WithdrawRequest } from '@/domain/contract/editions';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { noSuchArticle } from '../articles/read';
import { articleRow } from '../articles/rows';
import type { Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { claims, editions, withdrawals } from '../schema';
import { write } from '../write';

/** What a withdrawal is of: an edition by its number, or a claim by its number in editions. */
type Withdrawn = { number: number; k: null; claimId: null } | { number: null; k: number; claimId: string };

async function editionIn(tx: Tx, articleId: string, number: number): Promise<Result<Withdrawn>> {
  const [row] = await tx
    .select({ number: editions.number })
    .from(editions)
    .where(and(eq(editions.articleId, articleId), eq(editions.number, number)));
  return row ? ok({ number, k: null, claimId: null }) : refuse('rule', 'no-such-edition', 'There is no such edition.');
}

/** The claim that `named` is the id of or, in digits, the number in editions. */
async function claimIn(tx: Tx, articleId: string, named: string): Promise<Result<Withdrawn>> {
  const isNumber = /^[1-9]\d{0,8}$/.test(named);
  const [row] = await tx
    .select({ id: claims.id, k: claims.k })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), isNumber ? eq(claims.k, Number(named)) : eq(claims.id, named)));
  if (row && row.k !== null) return ok({ number: null, k: row.k, claimId: row.id });
  const why = 'No edition of this article has that claim, so there is nothing to withdraw. Drop it instead.';
  return refuse('rule', 'never-published', why);
}

function askedOf(tx: Tx, articleId: string, { edition, claim }: WithdrawRequest): Promise<Result<Withdrawn>> {
  if (edition !== undefined && claim === undefined) return editionIn(tx, articleId, edition);
  if (claim !== undefined && edition === undefined) return claimIn(tx, articleId, String(claim));
  const why = 'Say what is withdrawn: an edition, or a claim in all editions.';
  return Promise.resolve(refuse('rule', 'edition-or-claim', why));
}

async function isWithdrawn(tx: Tx, slug: string, { number, k }: Withdrawn): Promise<boolean> {
  const which = k === null ? eq(withdrawals.number, number) : eq(withdrawals.k, k);
  const rows = await tx
    .select({ id: withdrawals.id })
    .from(withdrawals)
    .where(and(eq(withdrawals.slug, slug), which));
  return rows.length > 0;
}

/**
 * Withdraws an edition, or one claim in all editions, for good: from now on the world is shown that it was withdrawn and
 * why, and no more. What is stored of the editions stays, so that they verify; nothing public reads it any more.
 */
export function withdraw(
  permit: Permit<'publish'>,
  articleId: string,
  request: WithdrawRequest,
): Promise<Result<WithdrawalMade>> {
  return write(permit, async (tx, actor) => {
    if (actor.id === null) return refuse('forbidden', 'nobody-withdraws', 'Withdraw as a person of the desk.');
    const row = await articleRow(tx, articleId);
    if (!row) return noSuchArticle();
    const { slug } = row.article;
    const asked = await askedOf(tx, articleId, request);
    if (!asked.ok) return asked;
    const { number, k, claimId } = asked.value;
    if (await isWithdrawn(tx, slug, asked.value)) {
      return refuse('rule', 'withdrawn-before', 'It was withdrawn before. A withdrawal is not changed.');
    }
    const reason = request.reason.trim();
    const [id, at] = [newId(), new Date().toISOString()];
    await tx
      .insert(withdrawals)
      .values({ id, articleId, slug, number, k, reason, withdrawnBy: actor.id, withdrawnAt: at });
    const type = k === null ? 'edition.withdrawn' : 'claim.withdrawn';
    await record(tx, actor, { type, articleId, claimId, subject: id, content: { number, k, reason } }, at);
    return ok({ id, edition: number, claim: k, reason, withdrawnBy: actor.id, withdrawnAt: at });
  });
}
