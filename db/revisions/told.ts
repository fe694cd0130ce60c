import { contributorsOf } from '@/domain/contribution';
import type { Report } from '@/domain/revision';
import type { Entry } from '../log';
import type { News } from '../notifications/notify';
import type { revisions } from '../schema';
import { type FollowedClaim, turnOf } from './follow';

type Made = { revision: typeof revisions.$inferSelect; followed: FollowedClaim[] };

/** Told to who works on a claim whose words are not what they were. */
export const newsOf = ({ revision: { articleId, number }, followed }: Made): News[] =>
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

/** The lines of the log that a new revision makes. */
export function entriesOf({ revision, followed }: Made, { counts, headline }: Report): Entry[] {
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
