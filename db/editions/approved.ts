import { type Anchor, anchorAll, describeSpan } from '@/domain/anchor';
import { isIntact } from '@/domain/revision';
import type { NewestRevision } from '../claims/places';
import { latestApproval } from '../claims/present';
import { type ClaimRows, groupBy, type Reading } from '../claims/rows';
import { textsOf } from '../revisions/texts';

/**
 * Where the words of claims that were changed since their approval stand in the newest revision, by the anchors they
 * were approved on. Words that were changed or lost then are not looked for, nor are those of the newest revision.
 */
export async function approvedStands(
  db: Reading,
  { id, language }: { id: string; language: string },
  newest: NewestRevision,
  all: readonly ClaimRows[],
): Promise<Map<Anchor, Anchor>> {
  const lapsed = all.flatMap((rows) => {
    const approval = latestApproval(rows);
    return approval && approval.digest !== rows.claim.digest ? approval.anchors : [];
  });
  const sought = lapsed.filter(({ revision, state }) => revision !== newest.number && isIntact(state));
  const byRevision = groupBy(sought, ({ revision }) => String(revision));
  const stands = new Map<Anchor, Anchor>();
  for (const { number, body } of await textsOf(db, id, [...byRevision.keys()].map(Number))) {
    const anchors = byRevision.get(String(number)) ?? [];
    for (const [index, found] of anchorAll(body, newest.body, anchors, { language }).entries()) {
      const anchor = anchors[index]!;
      const there = found.start === null ? anchor : describeSpan(newest.body, found);
      stands.set(anchor, { ...there, revision: newest.number, state: found.state });
    }
  }
  return stands;
}
