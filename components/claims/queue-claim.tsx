'use client';
import { type Ref, Suspense } from 'react';
import { verdictOf } from '@/domain/scale';
import { ClaimDiscussion } from '../discussion/claim-discussion';
import { Rationale } from '../reader/rationale';
import { VerdictMark } from '../ui/verdict-mark';
import type { Numbered } from './claim-order';
import { ClaimStanding } from './claim-standing';
import { EvidenceItems } from './evidence-item';
import { ClaimStandards } from './parts';
import { QuoteInContext } from './quote-in-context';
import { SecondDialogs } from './second/second-dialogs';
import { TwoVerdicts } from './second/two-verdicts';
import { useChecking } from './under-check';
import { useSeen } from './use-seen';

const prose =
  'font-serif text-md leading-read wrap-anywhere [&_li]:mb-1 [&_ol]:list-decimal [&_ol]:pl-6 [&_p]:mb-3 [&_p:last-child]:mb-0 [&_ul]:list-disc [&_ul]:pl-6';

type Props = { numbered: Numbered; ref: Ref<HTMLHeadingElement> };

/** A waiting claim as an editor judges it: the words, the statement and the reasoning, the evidence beside them. */
export function QueueClaim({ numbered, ref }: Props) {
  const { article, names } = useChecking();
  const { claim } = numbered.entry;
  useSeen(claim);
  const verdict = verdictOf(article.scale, claim.verdict);
  const { claimant } = claim;
  const by = claim.contributors.map((id) => names[id] ?? 'Somebody').join(', ');
  const facts = [claimant && [claimant.name, claimant.role].filter(Boolean).join(', '), claim.kind, claim.saidOn];
  return (
    <article className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] xl:grid-cols-[minmax(0,1fr)_minmax(0,29rem)]">
      <div className="flex min-w-0 flex-col gap-6">
        <header className="flex flex-col gap-3">
          <VerdictMark verdict={verdict} className="text-md" />
          <h2
            ref={ref}
            tabIndex={-1}
            dir="auto"
            className="max-w-[34ch] font-serif text-xl leading-tight font-semibold text-pretty wrap-anywhere outline-none"
          >
            {claim.statement}
          </h2>
          <p className="text-sm text-ink-soft wrap-anywhere">{facts.filter(Boolean).join(' · ')}</p>
        </header>
        <ClaimStanding numbered={numbered} />
        <TwoVerdicts claim={claim} />
        <SecondDialogs numbered={numbered} />
        <section aria-labelledby="in-the-article" className="flex flex-col gap-1.5">
          <h3 id="in-the-article" className="text-sm font-semibold">
            In the article
          </h3>
          <QuoteInContext claim={claim} tone={verdict?.colour ?? 'none'} />
        </section>
        <section aria-labelledby="rationale" className="flex flex-col gap-1.5">
          <h3 id="rationale" className="text-sm font-semibold">
            Rationale
          </h3>
          <div className={prose}>
            <Rationale text={claim.rationale} cites={() => null} />
          </div>
        </section>
        <p className="text-sm text-ink-faint wrap-anywhere">Worked on by {by}.</p>
      </div>
      <div className="flex min-w-0 flex-col gap-6 lg:border-l lg:pl-8">
        <EvidenceItems evidence={claim.evidence} />
        <Suspense>
          <ClaimStandards claim={claim} reading />
        </Suspense>
        <div className="pt-6">
          <ClaimDiscussion claim={claim} evidenceId={null} />
        </div>
      </div>
    </article>
  );
}
