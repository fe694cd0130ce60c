'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { call, sentencesOf } from '@/client/call';
import type { Activity } from '@/domain/activity';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch } from '@/domain/contract/claims';
import { statesOf, tellsOfClaim } from '@/domain/history';
import type { Scale } from '@/domain/scale';
import { Button } from '../ui/button';
import { DiffText } from '../ui/diff-text';
import { longDate } from '../ui/moment';
import { RelativeTime } from '../ui/relative-time';
import { Spinner } from '../ui/spinner';
import { ClaimComparison, type PastState } from './claim-comparison';
import { changesIn, otherClaimOf, tellingOf } from './history-words';

type Props = {
  articleId: string;
  claimId: string;
  names: Readonly<Record<string, string>>;
  scale: Scale;
  /** as the server has it */
  claim: Claim;
  /** makes what an earlier state said the claim's again; absent where it cannot be edited */
  onRestore?: (patch: ClaimPatch) => void;
  /** changes when the claim does, so that the history is asked for again */
  version: string;
};

type Log = { items: Activity[]; next: string | null };

/** Everything that was done to a claim, newest first, with what each change changed. */
export function ClaimHistory({ articleId, claimId, names, scale, claim, onRestore, version }: Props) {
  const [log, setLog] = useState<Log | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const read = async (cursor: string | null, before: Activity[], signal?: AbortSignal) => {
    const query = { claim: claimId, limit: '30', ...(cursor ? { cursor } : {}) };
    const answer = await call('listActivity', { params: { id: articleId }, query, signal });
    if (signal?.aborted) return;
    if (answer.ok) {
      setTrouble(null);
      setLog({ items: [...before, ...answer.value.items], next: answer.next });
    } else
      setTrouble(
        answer.offline ? 'The history cannot be read while the server is away.' : sentencesOf(answer.problem).join(' '),
      );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever the claim has another version
  useEffect(() => {
    const abort = new AbortController();
    void read(null, [], abort.signal);
    return () => abort.abort();
  }, [articleId, claimId, version]);
  if (trouble) return <p className="text-sm text-ink-soft">{trouble}</p>;
  if (!log) return <Spinner />;
  const nameOf = ({ by }: Activity): string => (by ? (names[by] ?? 'Somebody') : 'The server');
  const states = pastStates(claim, log.items, nameOf);
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col">
        {log.items.map((entry) => (
          <Entry key={entry.id} entry={entry} who={nameOf(entry)} scale={scale} names={names} />
        ))}
      </ol>
      {log.next && (
        <Button size="sm" onClick={() => void read(log.next, log.items)}>
          Earlier
        </Button>
      )}
      {states.length > 1 && <ClaimComparison key={version} states={states} scale={scale} onRestore={onRestore} />}
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

type EntryProps = { entry: Activity; who: string; scale: Scale; names: Readonly<Record<string, string>> };

function Entry({ entry, who, scale, names }: EntryProps): ReactNode {
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
      {changes.map(({ name, before, after }) => (
        <p key={name} className="whitespace-pre-wrap wrap-anywhere text-ink-soft" dir="auto">
          <span className="text-ink-faint">{name}: </span>
          <DiffText before={before} after={after} />
        </p>
      ))}
    </li>
  );
}
