import type { Metadata } from 'next';
import Link from 'next/link';
import { signedIn } from '@/app/session';
import { type BoardView, boardAddress, boardViews, type Shown } from '@/components/board/address';
import { BoardDesk } from '@/components/board/board-desk';
import { FilterBar } from '@/components/board/filter-bar';
import { ArticleList } from '@/components/desk/article-list';
import { Refreshed } from '@/components/live/refreshed';
import { titlesOf } from '@/db/articles/titles';
import { boardOf, listBriefs } from '@/db/desk/briefs';
import { articlesInProgress } from '@/db/desk/overview';
import { headOfLog } from '@/db/events/read';
import { listPeople, namesOfPeople } from '@/db/people/people';
import { listScales } from '@/db/scales';
import { claimSorts, filterIn } from '@/domain/claim-filter';
import type { Permit } from '@/domain/permission';

export const metadata: Metadata = { title: 'The board' };

/** Claims in a column, in the list, and articles, before one asks for more. */
const COLUMN = 12;
const LIST = 50;
const ARTICLES = 30;
const MOST_PEOPLE = 500;
const MOST_SCALES = 100;

type Search = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Search> };

const one = (value: string | string[] | undefined): string | undefined => [value].flat()[0]?.slice(0, 200);

const shownBy = (search: Search): Shown => ({
  view: boardViews.find((view) => view === one(search.view)) ?? 'board',
  filter: filterIn(search),
  sort: claimSorts.find((sort) => sort === one(search.sort)) ?? 'due',
});

const viewWords: Record<BoardView, string> = { board: 'Board', list: 'List', articles: 'Articles' };

export default async function BoardPage({ searchParams }: Props) {
  const { read, person } = await signedIn();
  const search = await searchParams;
  const shown = shownBy(search);
  const { filter, view } = shown;
  const since = await headOfLog(read);
  const [names, everybody, scales, titles] = await Promise.all([
    namesOfPeople(read),
    listPeople(read, { limit: MOST_PEOPLE }),
    listScales(read, { limit: MOST_SCALES }),
    titlesOf(filter.article ? [filter.article] : []),
  ]);
  const people = everybody.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ id, name }));
  const verdicts = new Map(scales.flatMap(({ values }) => values.map(({ key, label }) => [key, label] as const)));
  const choices = {
    people,
    verdicts: [...verdicts].map(([value, label]) => ({ value, label })),
    article: filter.article ? (titles.get(filter.article) ?? 'An unknown article') : null,
  };
  const address = boardAddress(shown);
  return (
    <div className="mx-auto flex max-w-[96rem] flex-col gap-5 px-4 py-6 sm:px-6">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <h1 className="font-serif text-xl leading-tight font-semibold">The board</h1>
        <nav aria-label="Views" className="flex gap-4">
          {boardViews.map((each) => (
            <Link
              key={each}
              href={boardAddress({ ...shown, view: each })}
              aria-current={each === view ? 'page' : undefined}
              className="flex min-h-8 items-center border-b-2 border-transparent text-ink-soft no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {viewWords[each]}
            </Link>
          ))}
        </nav>
      </div>
      <FilterBar key={`filter ${address}`} shown={shown} me={person.id} {...choices} />
      {view === 'articles' ? (
        <>
          <Refreshed person={person.id} since={since} />
          <Articles read={read} shown={shown} names={names} before={one(search.before)} />
        </>
      ) : (
        <BoardDesk
          key={address}
          shown={shown}
          lanes={await lanesOf(read, shown)}
          me={person.id}
          since={since}
          names={names}
          people={people}
        />
      )}
    </div>
  );
}

async function lanesOf(read: Permit<'read'>, { view, filter, sort }: Shown) {
  if (view === 'board') return boardOf(read, filter, COLUMN);
  const page = await listBriefs(read, filter, { sort, limit: LIST });
  return page.ok ? [{ state: null, count: null, items: page.value.items, next: page.value.next ?? null }] : [];
}

type ArticlesProps = {
  read: Permit<'read'>;
  shown: Shown;
  names: Readonly<Record<string, string>>;
  before: string | undefined;
};

/** The articles that match, with their progress. */
async function Articles({ read, shown, names, before }: ArticlesProps) {
  const { q, assignee } = shown.filter;
  const found = await articlesInProgress(read, { q, assignee, before, limit: ARTICLES + 1 });
  const articles = found.slice(0, ARTICLES);
  const last = found.length > ARTICLES ? articles.at(-1)?.article.id : undefined;
  const address = boardAddress(shown);
  const next = last ? `${address}${address.includes('?') ? '&' : '?'}before=${last}` : null;
  return (
    <div className="max-w-5xl">
      <h2 className="sr-only">Articles</h2>
      <ArticleList articles={articles} names={names} searched={Boolean(q || assignee)} next={next} />
    </div>
  );
}
