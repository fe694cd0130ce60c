import type { ReactNode } from 'react';
import type { Claim } from '@/domain/claim';
import { safeHref } from '@/domain/safe-href';
import { verdictOf } from '@/domain/scale';
import { Rationale } from '../../reader/rationale';
import { Button } from '../../ui/button';
import { RelativeTime } from '../../ui/relative-time';
import { VerdictMark } from '../../ui/verdict-mark';
import { useChecking } from '../under-check';
import { mayAdjudicate, secondDialog } from './second-deeds';
import { SecondMark } from './second-mark';

const prose =
  'font-serif leading-read wrap-anywhere [&_li]:mb-1 [&_ol]:list-decimal [&_ol]:pl-5 [&_p]:mb-2 [&_ul]:list-disc [&_ul]:pl-5';

type Side = {
  title: string;
  heading: 'h3' | 'h4';
  verdict: string | null;
  rationale: string;
  facts: ReactNode;
  children?: ReactNode;
};

function One({ title, heading: Heading, verdict, rationale, facts, children }: Side) {
  const { scale } = useChecking().article;
  return (
    <section className="flex min-w-0 flex-col gap-1.5 border-t pt-2" aria-label={title}>
      <Heading className="text-sm text-ink-faint">{title}</Heading>
      <VerdictMark verdict={verdictOf(scale, verdict)} />
      <div className={prose} dir="auto">
        <Rationale text={rationale} cites={() => null} />
      </div>
      {children}
      <p className="text-sm text-ink-soft wrap-anywhere">{facts}</p>
    </section>
  );
}

const numbers = (list: readonly number[]): string => list.map((number) => `[${number}]`).join(' ');

/** `plain`: without the way to adjudicate, where that is at hand already. */
type Props = { claim: Claim; plain?: boolean };

/** The first verdict as it stood beside the second, for everybody but who has yet to file one; and what came of them. */
export function TwoVerdicts({ claim, plain }: Props) {
  const checking = useChecking();
  const { secondVerdict: second } = claim;
  const who = (id: string | null) => (id && checking.names[id]) || 'somebody';
  if (!second || second.blind) return null;
  const { filed, adjudication } = second;
  if (!filed) {
    return (
      <p className="text-sm text-ink-soft">
        <SecondMark second={second} />{' '}
        {second.reviewer ? (
          <>
            of {who(second.reviewer)}, <RelativeTime at={second.askedAt} />. They do not see the first until then.
          </>
        ) : (
          'by the article’s policy; nobody gives it yet.'
        )}
      </p>
    );
  }
  const { first } = filed;
  const heading = plain ? 'h3' : 'h4';
  return (
    <section aria-label="Two verdicts" className="@container flex flex-col gap-2">
      {!plain && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3>
            <SecondMark second={second} />
          </h3>
          {mayAdjudicate(checking, claim) && (
            <Button size="sm" onClick={() => secondDialog.set('adjudicate')}>
              Adjudicate…
            </Button>
          )}
        </div>
      )}
      <div className="grid gap-x-6 gap-y-3 @sm:grid-cols-2">
        <One
          heading={heading}
          title="First, as it stood then"
          verdict={first.verdict}
          rationale={first.rationale}
          facts={`By ${first.by.map(who).join(', ')}. Evidence ${numbers(first.evidence.map(({ number }) => number)) || 'none'}.`}
        />
        <One
          heading={heading}
          title="Second, independent"
          verdict={filed.verdict}
          rationale={filed.rationale}
          facts={
            <>
              By {who(second.reviewer)}, <RelativeTime at={filed.at} />. Evidence {numbers(filed.evidence) || 'none'}.
            </>
          }
        >
          {filed.sources.length > 0 && (
            <ul className="flex flex-col gap-1 text-sm" aria-label="Sources of their own">
              {filed.sources.map(({ title, url, quote }) => (
                <li key={`${title} ${url}`} className="wrap-anywhere" dir="auto">
                  {url && safeHref(url) ? (
                    <a href={url} rel="noreferrer noopener" target="_blank">
                      {title}
                    </a>
                  ) : (
                    title
                  )}
                  {quote && <>: “{quote}”</>}
                </li>
              ))}
            </ul>
          )}
        </One>
      </div>
      {adjudication && (
        <p className="border-t pt-2 text-sm text-ink-soft wrap-anywhere" dir="auto">
          {who(adjudication.by)} chose{' '}
          {adjudication.choice === 'third' ? 'a third verdict' : `the ${adjudication.choice}`}: {adjudication.reason}
        </p>
      )}
    </section>
  );
}
