'use client';
import { useEffect, useState } from 'react';
import { call, sentencesOf } from '@/client/call';
import type { AnchorState } from '@/domain/anchor';
import type { TimelineEntry } from '@/domain/contract/revisions';
import { settledWords } from '../revisions/wording';
import { DiffText } from '../ui/diff-text';
import { RelativeTime } from '../ui/relative-time';
import { Spinner } from '../ui/spinner';

type Props = {
  claimId: string;
  names: Readonly<Record<string, string>>;
  /** changes when the claim does, so that its places are asked for again */
  version: string;
};

const stateWords: Record<AnchorState, string> = {
  exact: 'stands',
  moved: 'moved, the same words',
  changed: 'changed',
  lost: 'no longer in the article',
};

const wordsIn = ({ anchor, headline }: TimelineEntry): { exact: string; state: AnchorState } | null =>
  anchor ?? headline;

/** What the claim's words were in the revision before, and are in this one. */
function Entry({ entry, before, names }: { entry: TimelineEntry; before?: TimelineEntry } & Pick<Props, 'names'>) {
  const { revision, alsoAt, kept, settlement } = entry;
  const place = wordsIn(entry);
  const was = before && wordsIn(before);
  return (
    <li className="flex flex-col gap-0.5 border-t py-2 text-sm">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>
          <span className="font-semibold">Revision {revision.number}</span>
          {place && `: ${stateWords[place.state]}${kept ? ', kept as it stood' : ''}`}
        </span>
        <RelativeTime at={revision.createdAt} className="text-ink-faint" />
      </p>
      {place && (
        <p className="line-clamp-4 font-serif text-base leading-tight text-ink-soft wrap-anywhere" dir="auto">
          {place.state === 'lost' ? (
            <s>{place.exact}</s>
          ) : was && was.exact !== place.exact && was.state !== 'lost' ? (
            <DiffText before={was.exact} after={place.exact} />
          ) : (
            place.exact
          )}
        </p>
      )}
      {alsoAt.length > 0 && (
        <p className="text-ink-faint">Also here: {alsoAt.map(({ state }) => stateWords[state]).join(', ')}</p>
      )}
      {settlement && (
        <p className="text-ink-soft wrap-anywhere">
          {settledWords[settlement.way]} {names[settlement.by] ?? 'somebody'}, <RelativeTime at={settlement.at} />.
        </p>
      )}
    </li>
  );
}

/** Where the claim stands in each revision of its article, newest first. */
export function ClaimRevisions({ claimId, names, version }: Props) {
  const [entries, setEntries] = useState<readonly TimelineEntry[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever the claim has another version
  useEffect(() => {
    const abort = new AbortController();
    call('listAnchors', { params: { id: claimId }, signal: abort.signal }).then((answer) => {
      if (abort.signal.aborted) return;
      if (answer.ok) setEntries(answer.value.items);
      setTrouble(
        answer.ok
          ? null
          : answer.offline
            ? 'It cannot be read while the server is away.'
            : sentencesOf(answer.problem).join(' '),
      );
    });
    return () => abort.abort();
  }, [claimId, version]);
  if (trouble) return <p className="text-sm text-ink-soft">{trouble}</p>;
  if (!entries) return <Spinner />;
  return (
    <section aria-label="In each revision">
      <ol>
        {entries.map((entry, index) => (
          <Entry key={entry.revision.number} entry={entry} before={entries[index + 1]} names={names} />
        ))}
      </ol>
    </section>
  );
}
