import Link from 'next/link';
import type { Article } from '@/domain/article';
import type { Hold } from '@/domain/hold';
import type { Schedule } from '@/domain/schedule';
import { type ClaimState, claimStates } from '@/domain/workflow';
import { ScheduledLine } from '../publish/scheduled-line';
import { Avatar } from '../ui/avatar';
import { LinkButton } from '../ui/button';
import { DueTime } from '../ui/due-time';
import { EmptyState } from '../ui/empty-state';
import { dayInWords } from '../ui/moment';
import { ProgressBar } from '../ui/progress-bar';
import { RelativeTime } from '../ui/relative-time';
import { stateLooks } from '../ui/state-mark';

export type ArticleInList = {
  article: Article;
  states: Partial<Record<ClaimState, number>>;
  verdicts: Record<string, number>;
  hold: Hold | null;
  scheduled: Schedule | null;
  unsettled: number;
  people: string[];
  changedAt: string;
};

type Names = Readonly<Record<string, string>>;

/** Most people shown as initials beside an article. */
const MOST_PEOPLE = 4;

const byState = (states: ArticleInList['states']) =>
  claimStates
    .filter((state) => state !== 'dropped')
    .map((state) => ({ label: stateLooks[state].word, count: states[state] ?? 0, fill: stateLooks[state].fill }));

const byVerdict = ({ article, verdicts }: ArticleInList) =>
  article.scale.values.map(({ key, label, colour }) => ({ label, count: verdicts[key] ?? 0, tone: colour }));

const sum = (counts: readonly { count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);

const People = ({ ids, names }: { ids: string[]; names: Names }) => (
  <span className="flex items-center -space-x-1.5">
    {ids.slice(0, MOST_PEOPLE).map((id) => (
      <Avatar key={id} name={names[id] ?? '?'} named />
    ))}
    {ids.length > MOST_PEOPLE && <span className="pl-3">and {ids.length - MOST_PEOPLE} more</span>}
  </span>
);

function Progress({ item }: { item: ArticleInList }) {
  const [states, verdicts] = [byState(item.states), byVerdict(item)];
  if (sum(states) === 0) return <p className="text-sm text-ink-faint sm:pt-1">No claims yet</p>;
  return (
    <div className="flex flex-col gap-2.5 sm:pt-2">
      <ProgressBar label="Claims by state" segments={states} legend />
      {sum(verdicts) > 0 && <ProgressBar label="Claims by verdict" segments={verdicts} legend />}
    </div>
  );
}

const OnHold = ({ hold: { until, reason } }: { hold: Hold }) => (
  <span className="text-warn wrap-anywhere">
    {until === null ? 'Legal hold' : `Embargo until ${dayInWords(until.slice(0, 10))}`}:{' '}
    <span dir="auto">{reason}</span>
  </span>
);

function Row({ item, names }: { item: ArticleInList; names: Names }) {
  const { article, people, changedAt } = item;
  const facts = [article.publication, article.publishedOn && dayInWords(article.publishedOn)].filter(Boolean);
  return (
    <li className="grid gap-x-10 gap-y-3 border-b py-5 sm:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="flex min-w-0 flex-col gap-1.5">
        <h3 className="line-clamp-3 font-serif text-lg leading-tight font-semibold wrap-anywhere" dir="auto">
          <Link href={`/articles/${article.id}`} className="text-ink no-underline hover:underline">
            {article.title}
          </Link>
        </h3>
        {facts.length > 0 && (
          <p className="line-clamp-2 text-sm text-ink-soft wrap-anywhere" dir="auto">
            {facts.join(' · ')}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 text-sm text-ink-faint">
          {people.length > 0 && <People ids={people} names={names} />}
          <span>
            Changed <RelativeTime at={changedAt} />
          </span>
          {article.dueAt && article.state === 'checking' && <DueTime at={article.dueAt} />}
          {article.assignees.length > 0 && (
            <span className="text-ink-soft">
              with {article.assignees.map((id) => names[id] ?? 'somebody').join(', ')}
            </span>
          )}
          {item.hold && <OnHold hold={item.hold} />}
          {item.scheduled && <ScheduledLine schedule={item.scheduled} articleId={article.id} />}
          {item.unsettled > 0 && <span className="text-ink">{item.unsettled} to settle</span>}
          {article.state === 'published' && <a href={`/a/${article.slug}`}>Published edition</a>}
          {article.state === 'closed' && <span>Closed</span>}
        </div>
      </div>
      <Progress item={item} />
    </li>
  );
}

type Props = { articles: ArticleInList[]; names: Names; searched: boolean; next: string | null };

/** Articles with their progress: claims by state and by verdict as thin bars, who is on it, how old it is. */
export function ArticleList({ articles, names, searched, next }: Props) {
  if (articles.length === 0) {
    return (
      <div className="border-t">
        <EmptyState
          title={searched ? 'No article matches' : 'No older articles'}
          action={<LinkButton href="/">Show every article</LinkButton>}
        >
          {searched
            ? 'Try fewer words: this looks at headline, publication and byline. Press / to search texts, claims and sources too.'
            : 'You have seen them all.'}
        </EmptyState>
      </div>
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
