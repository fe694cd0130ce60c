'use client';
import { ArrowUp } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { call, sentencesOf } from '@/client/call';
import type { Activity } from '@/domain/activity';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch } from '@/domain/contract/claims';
import { statesOf, tellsOfClaim } from '@/domain/history';
import type { Scale } from '@/domain/scale';
import type { Sighting } from '@/domain/sighting';
import { inWords } from '../live/newer';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { DiffText } from '../ui/diff-text';
import { longDate } from '../ui/moment';
import { RelativeTime } from '../ui/relative-time';
import { Spinner } from '../ui/spinner';
import { ClaimComparison, type PastState } from './claim-comparison';
import { changesIn, otherClaimOf, tellingOf } from './history-words';
import { type SeenState, seenStates } from './seen-states';

type Props = {
  articleId: string;
  claimId: string;
  /** id of who is looking: what they do themselves is shown at once */
  me: string;
  names: Readonly<Record<string, string>>;
  scale: Scale;
  /** as the server has it */
  claim: Claim;
  /** makes what an earlier state said the claim's again; absent where it cannot be edited */
  onRestore?: (patch: ClaimPatch) => void;
  /** changes when the claim does, so that the history is asked for again */
  version: string;
};

/** What is shown of the history, and the claim as it was then. */
type Shown = { items: Activity[]; next: string | null; claim: Claim; sightings: readonly Sighting[] };

/** A newer beginning of the log before what was read of it already. */
function continued(newer: Shown, before: Shown | null): Shown {
  const first = before?.items[0]?.id;
  const seam = newer.items.findIndex(({ id }) => id === first);
  if (before === null || seam < 0) return newer;
  return { ...newer, next: before.next, items: [...newer.items.slice(0, seam), ...before.items] };
}

/** Entries that were added to a history after it was shown. */
const addedTo = (shown: Shown | null, newer: Shown): Activity[] =>
  newer.items.filter(({ id }) => Number(id) > Number(shown?.items[0]?.id ?? 0));

/** Everything that was done to a claim, newest first, with what each change changed. What others add waits for a word. */
export function ClaimHistory({ articleId, claimId, me, names, scale, claim, onRestore, version }: Props) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [newer, setNewer] = useState<Shown | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const read = async (cursor: string | null, then: (read: Shown) => void, signal?: AbortSignal) => {
    const query = { claim: claimId, limit: '30', ...(cursor ? { cursor } : {}) };
    const [answer, seen] = await Promise.all([
      call('listActivity', { params: { id: articleId }, query, signal }),
      call('listSightings', { params: { id: claimId }, signal }),
    ]);
    if (signal?.aborted) return;
    if (answer.ok) {
      setTrouble(null);
      const sightings = seen.ok ? seen.value.items : [];
      then({ items: answer.value.items, next: answer.next, claim, sightings });
    } else
      setTrouble(
        answer.offline ? 'The history cannot be read while the server is away.' : sentencesOf(answer.problem).join(' '),
      );
  };
  const adopt = (found: Shown) => {
    setNewer(null);
    setShown((before) => continued(found, before));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever the claim has another version
  useEffect(() => {
    const abort = new AbortController();
    const hear = (found: Shown) => {
      const isOthers = shown !== null && addedTo(shown, found).some(({ by }) => by !== me);
      return isOthers ? setNewer(found) : adopt(found);
    };
    void read(null, hear, abort.signal);
    return () => abort.abort();
  }, [articleId, claimId, version]);
  const waiting = newer === null ? 0 : addedTo(shown, newer).length;
  const words = inWords(waiting, 'entry');
  useEffect(() => {
    if (waiting > 0) announce(`The history has ${words}.`);
  }, [waiting, words]);
  if (trouble) return <p className="text-sm text-ink-soft">{trouble}</p>;
  if (!shown) return <Spinner />;
  const nameOf = ({ by }: Activity): string => (by ? (names[by] ?? 'Somebody') : 'The server');
  const states = pastStates(shown.claim, shown.items, nameOf);
  const seen = seenStates(shown.items, shown.sightings);
  const show = () => {
    if (newer) adopt(newer);
    list.current?.focus();
  };
  const goOn = ({ items, next }: Shown) =>
    setShown((before) => before && { ...before, items: [...before.items, ...items], next });
  return (
    <div className="flex flex-col gap-2">
      {waiting > 0 && (
        <Button size="sm" variant="quiet" className="self-start" icon={<ArrowUp aria-hidden />} onClick={show}>
          {words}: show
        </Button>
      )}
      <ol ref={list} tabIndex={-1} aria-label="History" className="flex flex-col outline-none">
        {shown.items.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            who={nameOf(entry)}
            scale={scale}
            names={names}
            seen={seen.get(entry.id)}
          />
        ))}
      </ol>
      {shown.next && (
        <Button size="sm" onClick={() => void read(shown.next, goOn)}>
          Earlier
        </Button>
      )}
      {states.length > 1 && (
        <ClaimComparison key={shown.items[0]?.id} states={states} scale={scale} onRestore={onRestore} />
      )}
    </div>
  );
}

/**
 * What the claim said after each entry, newest first, where it said something else than after the one before or somebody
 * decided on it. None while the log and the claim are not of one moment.
 */
function pastStates(claim: Claim, all: Activity[], nameOf: (entry: Activity) => string): PastState[] {
  const entries = all.filter(tellsOfClaim);
  if (entries[0]?.content && entries[0].content.digest !== claim.digest) return [];
  const states = statesOf(claim, entries);
  return entries.flatMap((entry, index) => {
    const state = states.get(entry.id);
    const said = entry.content?.digest !== entries[index + 1]?.content?.digest;
    const decided = entry.type === 'claim.approved' || entry.type === 'claim.returned';
    if (!state || !(said || decided || index === 0)) return [];
    const label = index === 0 ? 'Now' : `${longDate(entry.at)}: ${nameOf(entry)} ${tellingOf(entry)}`;
    return [{ id: entry.id, label, state }];
  });
}

type Names = Readonly<Record<string, string>>;

const list = new Intl.ListFormat('en-GB');

/** Who saw a claim as it stood after an entry, and who decided on just that. */
function seenInWords({ seen, decided }: SeenState, names: Names): string {
  const named = (ids: string[]) => list.format(ids.map((id) => names[id] ?? 'somebody'));
  const parts = [seen.length > 0 && `seen by ${named(seen)}`, decided.length > 0 && `decided on by ${named(decided)}`];
  return `In this state ${parts.filter(Boolean).join('; ')}.`;
}

type EntryProps = { entry: Activity; who: string; scale: Scale; names: Names; seen?: SeenState };

function Entry({ entry, who, scale, names, seen }: EntryProps): ReactNode {
  const changes = changesIn(entry, scale, names);
  const other = otherClaimOf(entry);
  return (
    <li className="flex flex-col gap-1 border-t py-2 text-sm">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="wrap-anywhere">
          <span className="font-semibold">{who}</span> {tellingOf(entry)}
          {entry.erased && <span className="text-ink-faint"> (what it said was erased)</span>}
          {other && (
            <>
              {' · '}
              <a href={`#claim-${other}`}>that claim</a>
            </>
          )}
        </span>
        <RelativeTime at={entry.at} className="text-ink-faint" />
      </p>
      {seen && <p className="text-ink-faint wrap-anywhere">{seenInWords(seen, names)}</p>}
      {changes.map(({ name, before, after }) => (
        <p key={name} className="whitespace-pre-wrap wrap-anywhere text-ink-soft" dir="auto">
          <span className="text-ink-faint">{name}: </span>
          <DiffText before={before} after={after} />
        </p>
      ))}
    </li>
  );
}
