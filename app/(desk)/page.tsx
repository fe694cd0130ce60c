import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { ArticleList } from '@/components/desk/article-list';
import { ArticleSearch } from '@/components/desk/article-search';
import { WaitingList } from '@/components/desk/waiting-list';
import { Welcome } from '@/components/desk/welcome';
import { Refreshed } from '@/components/live/refreshed';
import { LinkButton } from '@/components/ui/button';
import { articlesInProgress } from '@/db/desk/overview';
import { waitingFor } from '@/db/desk/waiting';
import { headOfLog } from '@/db/events/read';
import { namesOfPeople } from '@/db/people/people';
import { articleStates } from '@/domain/article';

export const metadata: Metadata = { title: 'The desk' };

/** Articles on one page of the desk. */
const PAGE = 30;

type Search = {
  searchParams: Promise<{ q?: string | string[]; state?: string | string[]; before?: string | string[] }>;
};

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.slice(0, 200) || undefined;

export default async function DeskPage({ searchParams }: Search) {
  const { read, person } = await signedIn();
  const since = await headOfLog(read);
  const search = await searchParams;
  const [q, before] = [one(search.q), one(search.before)];
  const state = articleStates.find((each) => each === one(search.state));
  const [found, waiting, names] = await Promise.all([
    articlesInProgress(read, { q, state, before, limit: PAGE + 1 }),
    waitingFor(read),
    namesOfPeople(read),
  ]);
  const articles = found.slice(0, PAGE);
  const isNew = articles.length === 0 && !q && !state && !before;
  const refreshed = <Refreshed person={person.id} since={since} />;
  if (isNew)
    return (
      <>
        {refreshed}
        <Welcome name={person.name} />
      </>
    );
  const more = found.length > PAGE ? articles.at(-1)?.article.id : undefined;
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-12 px-4 py-8 sm:px-6">
      <h1 className="sr-only">The desk</h1>
      {refreshed}
      <WaitingList waiting={waiting} names={names} />
      <section aria-labelledby="articles" className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <h2 id="articles" className="font-serif text-xl leading-tight font-semibold">
            Articles
          </h2>
          <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
            <LinkButton href="/board" variant="quiet" className="sm:hidden">
              The board
            </LinkButton>
            <ArticleSearch q={q} state={state} />
          </div>
        </div>
        <ArticleList articles={articles} names={names} searched={Boolean(q || state)} next={nextPage(search, more)} />
      </section>
    </div>
  );
}

function nextPage(search: Awaited<Search['searchParams']>, before: string | undefined): string | null {
  if (!before) return null;
  const query = new URLSearchParams({ before });
  for (const key of ['q', 'state'] as const) {
    const value = one(search[key]);
    if (value) query.set(key, value);
  }
  return `/?${query}`;
}
