import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isIntact, type Report, type ReportedClaim } from '@/domain/revision';
import { inOrder, type Numbered } from '../claims/claim-order';
import { drop } from '../claims/deeds';
import { keepAsItStood, takeNewWords } from '../claims/settling';
import { useChecking, useSnapshot } from '../claims/under-check';
import { useAddressed } from '../claims/use-addressed';
import { announce } from '../ui/announcer';

/** A claim of the report whose words changed or are lost, as it was found and as it is now; null now: nobody knows it. */
export type Reported = { found: ReportedClaim; now: Numbered | null };

const placeOf = ({ anchor }: ReportedClaim): number => anchor?.to?.start ?? anchor?.from.start ?? -1;

const isOpen = ({ now }: Reported): boolean =>
  now !== null && now.entry.claim.unsettled !== null && now.entry.claim.state !== 'dropped';

/** Whether a person has or had something to settle: by what was found, or by what the claim says now. */
const isTurned = ({ anchor, alsoAt, unsettled }: ReportedClaim): boolean =>
  unsettled || [anchor, ...alsoAt].some((finding) => finding !== null && !isIntact(finding.state));

/** The claims of a report in reading order, each with what it is by now. */
function useReported({ claims }: Report) {
  const { entries } = useSnapshot();
  return useMemo(() => {
    const { standing, dropped } = inOrder(entries);
    const byId = new Map([...standing, ...dropped].map((one) => [one.entry.claim.id, one]));
    const all = claims
      .map((found): Reported => ({ found, now: byId.get(found.claimId) ?? null }))
      .sort((a, b) => placeOf(a.found) - placeOf(b.found));
    return { turned: all.filter(({ found }) => isTurned(found)), stand: all.filter(({ found }) => !isTurned(found)) };
  }, [claims, entries]);
}

export type ReportAtHand = ReturnType<typeof useReport>;

/** The report at hand: which claim the keys are for, the way through it, and what settles the claim. */
export function useReport(report: Report) {
  const checking = useChecking();
  const { workspace, article } = checking;
  const router = useRouter();
  const { turned, stand } = useReported(report);
  const isNewest = report.revision.number === article.revision.number;
  const [id, setId] = useState<string | null>(null);
  const [focused, setFocused] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const open = turned.filter(isOpen);
  const current = turned.find(({ found }) => found.claimId === id) ?? open[0] ?? turned[0] ?? null;
  const at = current ? turned.indexOf(current) : -1;

  const go = useCallback((claimId: string | null) => {
    setId(claimId);
    setFocused((count) => count + 1);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes along whenever it was asked to
  useEffect(() => {
    if (focused === 0) return;
    const name = id === null ? '[data-summary]' : `[data-reported="${id}"]`;
    const target = list.current?.querySelector<HTMLElement>(name);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  }, [focused]);
  useAddressed((claimId) => {
    const isHere = turned.some(({ found }) => found.claimId === claimId);
    if (isHere) go(claimId);
    return isHere;
  });

  const step = (by: 1 | -1) => {
    const next = turned[id === null && by > 0 && focused === 0 ? at : at + by];
    if (!next)
      return announce(by > 0 ? 'This is the last claim of the report.' : 'This is the first claim of the report.');
    go(next.found.claimId);
  };
  /** What is settled leaves the keys to the next that is not, or to the summary when none is left. */
  const onward = () => {
    const rest = [...turned.slice(at + 1), ...turned.slice(0, at)];
    go(rest.find(isOpen)?.found.claimId ?? null);
  };
  const settle = (by: typeof takeNewWords) => (one: Reported | null) => {
    if (one?.now && isNewest && by(checking, one.now)) onward();
  };
  const dropIt = async (one: Reported | null) => {
    if (one?.now && (await drop(checking, one.now))) onward();
  };
  const openIt = (one: Reported | null, where = '') =>
    one && router.push(`/articles/${article.id}#claim-${one.found.claimId}${where}`);
  const takeBack = (did: () => string | null, said: string) => {
    const claim = did();
    if (!claim) return;
    announce(said);
    if (turned.some(({ found }) => found.claimId === claim)) go(claim);
  };
  return {
    isNewest,
    turned,
    stand,
    open,
    current,
    at,
    list,
    step,
    take: settle(takeNewWords),
    keep: settle(keepAsItStood),
    drop: dropIt,
    openIt,
    choose: setId,
    undo: () => takeBack(() => workspace.undo(), 'Undone.'),
    redo: () => takeBack(() => workspace.redo(), 'Done again.'),
  };
}
