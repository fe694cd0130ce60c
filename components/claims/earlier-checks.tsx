'use client';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { isTemporary } from '@/client/outbox/change';
import type { Claim } from '@/domain/claim';
import type { EarlierCheck } from '@/domain/contract/earlier';
import { type Divergence, divergence } from '@/domain/divergence';
import { type Scale, verdictOf } from '@/domain/scale';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { monthInWords } from '../ui/moment';
import { VerdictMark } from '../ui/verdict-mark';
import { link } from './links-changed';
import { useChecking } from './under-check';
import { useEarlier } from './use-earlier';

/** How far the verdict chosen for a claim and that of an earlier check diverge. */
function divergenceFrom(claim: Claim, scale: Scale, check: EarlierCheck): Divergence {
  const value = verdictOf(scale, claim.verdict);
  if (!value || !check.verdict) return 'none';
  return divergence({ value, scale }, { value: check.verdict, scale: check.scale }, check.opposite);
}

const quoted = ({ verdict }: EarlierCheck): string => verdict?.label ?? 'nothing';

/** What to know of earlier checks in one line: that one diverges, or else the first of them. */
function Summary({ checks, diverging }: { checks: EarlierCheck[]; diverging: EarlierCheck | undefined }) {
  const [first] = checks;
  if (!first) return <span className="text-ink-faint">No earlier check says the same</span>;
  if (diverging)
    return (
      <span className="flex min-w-0 items-center gap-1.5 font-semibold text-warn">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        <span className="truncate">
          An earlier check of {diverging.opposite ? 'the opposite' : 'this'} said {quoted(diverging)}
        </span>
      </span>
    );
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate">Checked in {monthInWords(first.checkedAt)}: </span>
      <VerdictMark verdict={first.verdict} />
    </span>
  );
}

/**
 * What was checked before that says much the same, under the statement it is like. It takes one line of a fixed height,
 * whatever is found, so that nothing moves under the hands of who is typing; it opens only when it is asked to.
 */
export function EarlierChecks({ claim }: { claim: Claim }) {
  const { article } = useChecking();
  const checks = useEarlier(claim);
  const [open, setOpen] = useState(false);
  const list = useId();
  const diverging = checks.find((check) => divergenceFrom(claim, article.scale, check) !== 'none');
  const others = checks.length - 1;
  return (
    <section aria-label="Earlier checks" className="flex flex-col">
      <div className="flex h-8 items-center justify-between gap-2 text-sm">
        <div role="status" className="min-w-0">
          <Summary checks={checks} diverging={diverging} />
        </div>
        {checks.length > 0 && (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={list}
            className="inline-flex min-h-6 shrink-0 items-center gap-1 text-ink-soft underline underline-offset-2"
            onClick={() => setOpen(!open)}
          >
            {open ? 'Hide' : others > 0 ? `Show ${checks.length}` : 'Show'}
            <ChevronDown aria-hidden className={classes('size-3.5', open && 'rotate-180')} />
          </button>
        )}
      </div>
      <ul id={list} hidden={!open || checks.length === 0} className="mb-1 border-b">
        {checks.map((check) => (
          <Earlier key={check.id} claim={claim} check={check} diverges={divergenceFrom(claim, article.scale, check)} />
        ))}
      </ul>
    </section>
  );
}

const divergenceWords = { some: 'Differs from your verdict', opposite: 'Contradicts your verdict' } as const;

function Earlier({ claim, check, diverges }: { claim: Claim; check: EarlierCheck; diverges: Divergence }) {
  const { id, articleId, articleTitle, statement, verdict, checkedAt, published, opposite, numbers } = check;
  const cautions = [
    diverges !== 'none' && divergenceWords[diverges],
    opposite && 'Says the opposite: one of the two has a “not”',
    numbers && 'Names other numbers',
  ].filter((words) => words !== false);
  return (
    <li className="flex flex-col gap-1 border-t py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 text-ink-faint">
        <VerdictMark verdict={verdict} />
        <span>
          {monthInWords(checkedAt)}
          {published && ' · published'}
        </span>
      </p>
      <a
        href={`/articles/${articleId}#claim-${id}`}
        target="_blank"
        rel="noreferrer"
        className="font-serif text-base leading-tight wrap-anywhere text-ink"
        dir="auto"
      >
        {statement}
        <span className="sr-only"> (opens in a new tab)</span>
      </a>
      <p className="truncate text-ink-faint" dir="auto">
        {articleTitle}
      </p>
      {cautions.map((words) => (
        <p key={words} className="flex items-center gap-1.5 text-warn">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {words}
        </p>
      ))}
      {!isTemporary(claim.id) && (
        <p className="flex flex-wrap gap-1 pt-0.5">
          <Button size="sm" onClick={() => void link(claim.id, id, 'repeated')}>
            This repeats it
          </Button>
          <Button size="sm" variant="quiet" onClick={() => void link(claim.id, id, 'related')}>
            Related
          </Button>
        </p>
      )}
    </li>
  );
}
