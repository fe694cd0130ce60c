import type { Described, Quote } from '@/domain/anchor';
import type { ClaimPatch } from '@/domain/contract/claims';
import { call } from '../call';
import { type Change, staleRevision, type Write } from '../outbox/change';
import type { Outbox } from '../outbox/outbox';
import type { Bench } from './bench';

type Placing = Extract<Write, { do: 'create' | 'edit' }>;
type Fields = Pick<ClaimPatch, 'anchor' | 'alsoAt' | 'revision'>;

const fieldsOf = (write: Placing): Fields => (write.do === 'create' ? write.claim : write.fields);

/** The changes of this article that were set aside because they name places in an older revision than the one at hand. */
const leftBehind = ({ queue }: { queue: readonly Change[] }, { article, revision }: Bench): Change<Placing>[] =>
  queue.filter(
    (change): change is Change<Placing> =>
      change.articleId === article.id &&
      (change.write.do === 'create' || change.write.do === 'edit') &&
      (fieldsOf(change.write).revision ?? revision.number) < revision.number &&
      change.trouble?.kind === 'refused' &&
      change.trouble.problems.some(({ rule }) => rule === staleRevision),
  );

const described = ({ start, end, exact }: Quote, text: string): Described => ({
  start,
  end,
  exact,
  prefix: text.slice(Math.max(0, start - 32), start),
  suffix: text.slice(end, end + 32),
});

/** The write with its places in the newest revision; null where one of them does not stand there in the same words. */
async function carried(write: Placing, oldText: string, { article, revision }: Bench): Promise<Write | null> {
  const { anchor, alsoAt } = fieldsOf(write);
  const quotes = [...(anchor ? [anchor] : []), ...(alsoAt ?? [])];
  const { anchorAll } = await import('@/domain/anchor/reanchor');
  const anchors = quotes.map((quote) => described(quote, oldText));
  const found = anchorAll(oldText, revision.text, anchors, { language: article.language });
  const places = found.flatMap(({ state, start, end }) =>
    start !== null && (state === 'exact' || state === 'moved')
      ? [{ start, end, exact: revision.text.slice(start, end) }]
      : [],
  );
  if (places.length < quotes.length) return null;
  const fields = {
    revision: revision.number,
    ...(anchor ? { anchor: places[0]! } : {}),
    ...(alsoAt ? { alsoAt: places.slice(anchor ? 1 : 0) } : {}),
  };
  return write.do === 'create'
    ? { ...write, claim: { ...write.claim, ...fields } }
    : { ...write, fields: { ...write.fields, ...fields } };
}

/**
 * Carries what was done to an older revision of the article over into the newest one, where its words stand there
 * still; the rest stays set aside, for a person to decide. Answers how to stop.
 */
export function carryOver(outbox: Outbox, bench: Bench): () => void {
  const tried = new Set<string>();
  const look = () => {
    for (const change of leftBehind(outbox.state(), bench)) {
      if (tried.has(change.key)) continue;
      tried.add(change.key);
      void carry(change);
    }
  };
  const carry = async (change: Change<Placing>) => {
    const n = fieldsOf(change.write).revision!;
    const answer = await call('readRevision', { params: { id: bench.article.id, n } });
    if (!answer.ok) return;
    const write = await carried(change.write, answer.value.text, bench);
    const isThere = outbox.state().queue.some(({ id, key }) => id === change.id && key === change.key);
    if (write && isThere) outbox.retry(change.id, write);
  };
  look();
  return outbox.subscribe(look);
}
