import Link from 'next/link';
import type { Article } from '@/domain/article';
import { type ClaimState, claimStates } from '@/domain/workflow';
import { Avatar } from '../ui/avatar';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ProgressBar } from '../ui/progress-bar';
import { RelativeTime } from '../ui/relative-time';
import { stateLooks } from '../ui/state-mark';

export type ArticleInList = {
  article: Article;
  states: Partial<Record<ClaimState, number>>;
  verdicts: Record<string, number>;
  people: string[];
  changedAt: string;
};

type Names = Readonly<Record<string, string>>;

const stateWords = { checking: null, published: 'Published', closed: 'Closed' } as const;
/** Most people shown as initials beside an article. */
const MOST_PEOPLE = 4;

const byState = (states: ArticleInList['states']) =>
  claimStates
    .filter((state) => state !== 'dropped')
    .map((state) => ({ label: stateLooks[state].word, count: states[state] ?? 0, fill: stateLooks[state].fill }));

const byVerdict = ({ article, verdicts }: ArticleInList) =>
  article.scale.values.map(({ key, label, colour }) => ({ label, count: verdicts[key] ?? 0, tone: colour }));

const sum = (counts: readonly { count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);
const inWords = (counts: readonly { label: string; count: number }[]): string =>
  counts.flatMap(({ label, count }) => (count > 0 ? [`${count} ${label.toLowerCase()}`] : [])).join(', ');

function Row({ item, names }: { item: ArticleInList; names: Names }) {
  const { article, people, changedAt } = item;
  const [states, verdicts] = [byState(item.states), byVerdict(item)];
  const facts = [article.publication, article.publishedOn, stateWords[article.state]].filter(Boolean);
  return (
    <li className="grid gap-x-8 gap-y-2 border-b px-1 py-4 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="font-serif text-lg leading-tight font-semibold wrap-anywhere" dir="auto">
          <Link href={`/articles/${article.id}`} className="text-ink no-underline hover:underline">
            {article.title}
          </Link>
        </h3>
        <p className="text-sm text-ink-soft wrap-anywhere">{facts.join(' · ')}</p>
      </div>
      <div className="flex flex-col gap-1.5">
        <ProgressBar label="Claims by state" segments={states} />
        <p className="text-sm text-ink-soft">{sum(states) === 0 ? 'No claims yet' : inWords(states)}</p>
        {sum(verdicts) > 0 && <ProgressBar label="Claims by verdict" segments={verdicts} />}
        <div className="flex items-center justify-between gap-2">
          <span className="flex -space-x-1.5">
            {people.slice(0, MOST_PEOPLE).map((id) => (
              <Avatar key={id} name={names[id] ?? '?'} named />
            ))}
            {people.length > MOST_PEOPLE && (
              <span className="pl-2.5 text-sm text-ink-faint">and {people.length - MOST_PEOPLE} more</span>
            )}
          </span>
          <RelativeTime at={changedAt} className="text-sm text-ink-faint" />
        </div>
      </div>
    </li>
  );
}

type Props = { articles: ArticleInList[]; names: Names; searched: boolean; next: string | null };

/** Articles with their progress: claims by state and by verdict as thin bars, who is on it, how old it is. */
export function ArticleList({ articles, names, searched, next }: Props) {
  if (articles.length === 0) {
    return (
      <EmptyState title="No article matches" action={<LinkButton href="/">Show every article</LinkButton>}>
        {searched ? 'Try fewer words: the search looks at headline, publication and byline.' : 'There are no more.'}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="flex flex-col border-t">
        {articles.map((item) => (
          <Row key={item.article.id} item={item} names={names} />
        ))}
      </ul>
      {next && (
        <div>
          <LinkButton href={next}>Older articles</LinkButton>
        </div>
      )}
    </>
  );
}
