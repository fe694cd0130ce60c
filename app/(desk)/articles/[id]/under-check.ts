import { notFound } from 'next/navigation';
import { cache } from 'react';
import { signedIn } from '@/app/session';
import { readArticle } from '@/db/articles/read';
import { listClaims } from '@/db/claims/read';
import { readConclusion } from '@/db/conclusions/change';
import { listThreads } from '@/db/discussion/read';
import { headOfLog } from '@/db/events/read';
import { listPeople, namesOfPeople } from '@/db/people/people';
import { readRevision } from '@/db/revisions/read';
import { readSchedule } from '@/db/schedules/rows';
import { standardsInForce } from '@/db/standards/settings';

/** People that a claim can be assigned to; a desk of more finds the others by the API. */
const MOST_PEOPLE = 500;

/** The article of an address, for a signed-in person; a page that is not there for an unknown one. */
export const articleAt = cache(async (id: string) => {
  const { read, ...who } = await signedIn();
  const article = await readArticle(read, id);
  if (!article.ok) notFound();
  return { read, ...who, article: article.value };
});

/** Everything that a workspace begins with. */
export async function underCheck(id: string) {
  const { read, person, desk, article } = await articleAt(id);
  const since = await headOfLog(read); // before all else: what is written meanwhile is told once more, not lost
  const [revision, claims, conclusion, scheduled, names, everybody, standards, threads] = await Promise.all([
    readRevision(read, id, article.revision.number),
    listClaims(read, id),
    readConclusion(read, id),
    readSchedule(read, id),
    namesOfPeople(read),
    listPeople(read, { limit: MOST_PEOPLE }),
    standardsInForce(read),
    listThreads(read, id),
  ]);
  if (!revision.ok || !claims.ok || !conclusion.ok || !scheduled.ok || !threads.ok) notFound();
  const { number, text, doc } = revision.value;
  const people = everybody.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ id, name }));
  return {
    article,
    revision: { number, text, doc },
    claims: claims.value,
    threads: threads.value,
    conclusion: conclusion.value,
    scheduled: scheduled.value,
    me: person,
    desk,
    names,
    people,
    standards,
    since,
  };
}
