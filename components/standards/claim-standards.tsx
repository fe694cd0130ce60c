'use client';
import { type RefObject, useId, useMemo, useRef } from 'react';
import { call } from '@/client/call';
import type { Claim } from '@/domain/claim';
import {
  approvalOf,
  evaluate,
  type Finding,
  isUnmet,
  isWaivable,
  sitesTold,
  standardOf,
  stops,
  type WaivableRule,
  waiverQuestions,
} from '@/domain/standards';
import { nameOf, useChecking } from '../claims/under-check';
import { useOpenThreads } from '../discussion/use-threads';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { askReason } from '../ui/confirm';
import { FindingLine } from './finding-line';
import { RepliesRead, RightOfReply } from './right-of-reply';
import { useClaimWrite } from './use-claim-write';
import { useMinute } from './use-minute';

/** How a claim stands to the desk's standards as it is on the page now; nothing is asked of the server. */
function useFindings(claim: Claim, now: string): Finding[] {
  const { standards, article, desk } = useChecking();
  const open = useOpenThreads(claim.id);
  return useMemo(
    () =>
      evaluate(claim, {
        ...standards,
        scale: article.scale,
        desk,
        article,
        openThreads: open,
        approval: approvalOf(claim),
        siteOf: sitesTold(claim),
        now,
      }),
    [claim, standards, article, desk, open, now],
  );
}

const counted = (many: number, word: string) => `${many} ${word}`;

function Told({ findings }: { findings: readonly Finding[] }) {
  const blocking = findings.filter(stops).length;
  const warned = findings.filter(isUnmet).length - blocking;
  if (blocking + warned === 0) return <Badge mood="ok">All met</Badge>;
  return (
    <span className="flex flex-wrap gap-x-3">
      {blocking > 0 && <Badge mood="danger">{counted(blocking, 'blocking')}</Badge>}
      {warned > 0 && <Badge mood="warn">{counted(warned, warned === 1 ? 'warning' : 'warnings')}</Badge>}
    </span>
  );
}

/** Puts the focus into the part of the panel that a finding is about. */
function goTo(from: RefObject<HTMLElement | null>, pointer: string): void {
  const panel = from.current?.closest('[data-panel]') ?? document.body;
  const part = panel.querySelector<HTMLElement>(`[data-field="${pointer.slice(1)}"]`);
  const target = part?.querySelector<HTMLElement>('textarea, [contenteditable="true"], input, button') ?? part;
  part?.scrollIntoView({ block: 'nearest' });
  target?.focus({ preventScroll: true });
}

const fields = ['/evidence', '/rationale', '/statement', '/approaches'];
const isDone = ({ outcome }: Finding) => outcome === 'holds' || outcome === 'does-not-apply';

type Props = {
  claim: Claim;
  /** to read only */
  reading?: boolean;
  disabled?: boolean;
};

/** Who was asked for a reply, and how the claim stands to each of the desk's standards, live while one writes. */
export function ClaimStandards({ claim, reading = false, disabled = false }: Props) {
  const now = useMinute();
  return (
    <>
      {reading
        ? claim.approaches.length > 0 && <RepliesRead claim={claim} now={now} />
        : (claim.approaches.length > 0 || claim.claimant) && (
            <RightOfReply claim={claim} now={now} disabled={disabled} />
          )}
      <Standards claim={claim} now={now} reading={reading || disabled} />
    </>
  );
}

function Standards({ claim, now, reading }: { claim: Claim; now: string; reading: boolean }) {
  const checking = useChecking();
  const findings = useFindings(claim, now);
  const here = useRef<HTMLDetailsElement>(null);
  const heading = useId();
  const { unmade, busy, trouble, write } = useClaimWrite(claim, ({ waivers }) => waivers);
  const open = findings.filter((finding) => !isDone(finding));
  const done = findings.filter(isDone);
  if (findings.length === 0) return null;
  const waive = async (rule: WaivableRule) => {
    const reason = await askReason({
      title: `Waive “${standardOf(rule).name}”?`,
      body: 'The claim can then go on without it. Your reason stands in the report of the standards, with your name; readers do not see it.',
      action: 'Waive it',
      reason: { label: waiverQuestions[rule], max: 2000, name: `${nameOf(checking, claim)}.waiver.${rule}` },
    });
    if (reason !== null)
      await write((how) => call('waive', { params: { id: claim.id }, body: { rule, reason }, ...how }));
  };
  return (
    <details ref={here} className="border-t pt-2" aria-labelledby={heading} open={reading || undefined}>
      <summary className="min-h-7 text-sm">
        <span className="inline-flex flex-wrap items-baseline gap-x-3">
          <span id={heading} className="font-semibold">
            Standards
          </span>
          <Told findings={findings} />
        </span>
      </summary>
      {trouble && (
        <p role="alert" className="text-sm text-danger">
          {trouble}
        </p>
      )}
      <ul className="flex flex-col divide-y">
        {open.map((finding) => {
          const { rule, pointer, waiver, outcome } = finding;
          return (
            <FindingLine key={rule} finding={finding} names={checking.names}>
              {!reading && (
                <span className="flex flex-wrap gap-2 pt-1">
                  {outcome === 'unmet' && pointer && fields.includes(pointer) && (
                    <Button size="sm" onClick={() => goTo(here, pointer)}>
                      Go there
                    </Button>
                  )}
                  {outcome === 'unmet' && isWaivable(rule) && (
                    <Button size="sm" variant="quiet" disabled={unmade} busy={busy} onClick={() => void waive(rule)}>
                      Waive…
                    </Button>
                  )}
                  {waiver && (
                    <Button
                      size="sm"
                      variant="quiet"
                      busy={busy}
                      onClick={() => void write((how) => call('withdrawWaiver', { params: { id: waiver.id }, ...how }))}
                    >
                      Withdraw the waiver
                    </Button>
                  )}
                </span>
              )}
            </FindingLine>
          );
        })}
      </ul>
      {done.length > 0 && (
        <details className="pt-1">
          <summary className="min-h-6 text-sm text-ink-soft">{done.length} met or not asked for</summary>
          <ul className="flex flex-col divide-y">
            {done.map((finding) => (
              <FindingLine key={finding.rule} finding={finding} names={checking.names} />
            ))}
          </ul>
        </details>
      )}
    </details>
  );
}
