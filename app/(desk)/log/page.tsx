import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { LogPage } from '@/components/log/log-page';
import { listDeskActivity, subjectsOf } from '@/db/activity';
import { headOfLog } from '@/db/events/read';
import { namesOfPeople } from '@/db/people/people';
import { activityKinds, activityTypes, isOfAccess } from '@/domain/activity';
import { mayDo } from '@/domain/permission';
import { filterOf } from './filter';

export const metadata: Metadata = { title: 'The log' };

/** Lines on one page. */
const PAGE = 100;

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Log({ searchParams }: Search) {
  const { read, person } = await signedIn();
  const search = await searchParams;
  const { filter, refusal } = filterOf(search);
  const before = Number([search.before].flat()[0]) || undefined;
  const since = await headOfLog(read);
  const found = await listDeskActivity(read, { ...filter, before, limit: PAGE + 1 });
  const entries = found.slice(0, PAGE);
  const [names, subjects] = await Promise.all([namesOfPeople(read), subjectsOf(read, entries)]);
  const last = found.length > PAGE ? entries.at(-1)?.id : undefined;
  const administers = mayDo(person.role, 'administer');
  return (
    <LogPage
      entries={entries}
      filter={filter}
      refusal={refusal}
      kinds={activityKinds.filter(
        (kind) => administers || !activityTypes.some((type) => type.startsWith(`${kind}.`) && isOfAccess(type)),
      )}
      names={names}
      {...subjects}
      live={before === undefined ? { person: person.id, since } : null}
      next={last ? `/log?${new URLSearchParams({ ...filter, before: last })}` : null}
    />
  );
}
