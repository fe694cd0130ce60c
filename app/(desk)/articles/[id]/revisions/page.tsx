import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NewEntries } from '@/components/live/new-entries';
import { CompareForm } from '@/components/revisions/compare-form';
import { textChanges } from '@/components/revisions/text-changes';
import { TextDifference } from '@/components/revisions/text-difference';
import { Timeline } from '@/components/revisions/timeline';
import { LinkButton } from '@/components/ui/button';
import { DiffText } from '@/components/ui/diff-text';
import { headOfLog } from '@/db/events/read';
import { namesOfPeople } from '@/db/people/people';
import { countsByRevision } from '@/db/revisions/counts';
import { listRevisions, readRevision } from '@/db/revisions/read';
import type { RevisionHead } from '@/domain/article';
import { mayDo, type Permit } from '@/domain/permission';
import { articleAt } from '../under-check';

export const metadata: Metadata = { title: 'Revisions' };

/** Revisions listed on the page; whoever has more reads the older ones through the API. */
const MOST = 500;

type Search = { from?: string | string[]; to?: string | string[] };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export default async function RevisionsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { article, person, read } = await articleAt(id);
  const since = await headOfLog(read);
  const [found, counts, names, search] = await Promise.all([
    listRevisions(read, id, { limit: MOST }),
    countsByRevision(read, id),
    namesOfPeople(read),
    searchParams,
  ]);
  if (!found.ok) notFound();
  const numbers = found.value.map(({ number }) => number);
  const newest = article.revision.number;
  const to = chosen(search.to, numbers) ?? newest;
  const from = chosen(search.from, numbers) ?? Math.max(1, to - 1);
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-10 px-4 py-8 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <Link href={`/articles/${id}`} className="w-fit py-1 text-sm wrap-anywhere" dir="auto">
            {article.title}
          </Link>
          <h1 className="font-serif text-2xl leading-tight font-semibold">Revisions</h1>
        </div>
        <div className="flex flex-wrap gap-2">
          {mayDo(person.role, 'publish') && (
            <LinkButton href={`/articles/${id}/revisions/correct`}>Correct the text</LinkButton>
          )}
          <LinkButton variant="primary" href={`/articles/${id}/revisions/new`}>
            New revision
          </LinkButton>
        </div>
      </header>
      <section aria-labelledby="timeline" className="flex flex-col gap-3">
        <h2 id="timeline" className="sr-only">
          Timeline
        </h2>
        <NewEntries
          person={person.id}
          since={since}
          shows={{ article: id, kind: 'revision' }}
          what="revision"
          list="revisions"
        />
        <Timeline articleId={id} revisions={found.value} counts={counts} names={names} />
      </section>
      <section aria-labelledby="difference" className="flex flex-col gap-4">
        <h2 id="difference" className="scroll-mt-20 font-serif text-xl leading-tight font-semibold">
          What changed in the text
        </h2>
        {numbers.length < 2 ? (
          <p className="text-ink-soft">
            There is one revision so far. Once the article is changed where it was published, add the new text as the
            next one: every claim is looked for in it.
          </p>
        ) : (
          <>
            <CompareForm numbers={numbers} from={from} to={to} />
            <Difference
              read={read}
              articleId={id}
              language={article.language}
              heads={found.value}
              from={from}
              to={to}
            />
          </>
        )}
      </section>
    </div>
  );
}

function chosen(given: string | string[] | undefined, numbers: readonly number[]): number | undefined {
  const number = Number(Array.isArray(given) ? given[0] : given);
  return numbers.includes(number) ? number : undefined;
}

type Compared = {
  read: Permit<'read'>;
  articleId: string;
  language: string;
  heads: readonly RevisionHead[];
  from: number;
  to: number;
};

async function Difference({ read, articleId, language, heads, from, to }: Compared) {
  const [before, after] = await Promise.all([readRevision(read, articleId, from), readRevision(read, articleId, to)]);
  if (!before.ok || !after.ok) notFound();
  const [was, now] = [from, to].map((number) => heads.find((head) => head.number === number)?.title ?? '');
  return (
    <>
      {was !== now && (
        <p className="font-serif text-md leading-tight wrap-anywhere" dir="auto">
          <span className="block font-sans text-sm text-ink-faint">The headline</span>
          <DiffText before={was ?? ''} after={now ?? ''} />
        </p>
      )}
      <TextDifference changes={textChanges(before.value.text, after.value.text)} language={language} />
    </>
  );
}
