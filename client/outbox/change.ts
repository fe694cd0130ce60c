import { v7 as timeOrdered } from 'uuid';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch, DecisionRequest, EvidencePatch, NewClaim, NewEvidence } from '@/domain/contract/claims';
import type { Evidence, Source } from '@/domain/evidence';
import type { Problem } from '@/domain/result';
import type { SettlingWay } from '@/domain/settling';
import type { SuggestedField, Wording } from '@/domain/suggestion';

/** Where a claim stands, and whether a person has to settle that or has. */
export type Standing = Pick<Claim, 'anchor' | 'alsoAt' | 'about' | 'quotes' | 'unsettled' | 'kept' | 'settlement'>;

/** What a person did. Each becomes one request. */
export type Write =
  | { do: 'create'; claim: NewClaim }
  | { do: 'edit'; fields: ClaimPatch }
  | {
      do: 'add evidence';
      evidenceId: string;
      evidence: NewEvidence /** as it is shown until acknowledged */;
      as: Evidence;
    }
  | { do: 'edit evidence'; evidenceId: string; fields: EvidencePatch /** as it is shown */; source?: Source }
  | { do: 'remove evidence'; evidenceId: string }
  | { do: 'restore evidence'; evidenceId: string; as: Evidence }
  | { do: 'submit' }
  | { do: 'take back' }
  | { do: 'decide'; decision: DecisionRequest }
  | { do: 'drop'; reason: string }
  | { do: 'restore' }
  | { do: 'merge' /** the claim that takes its evidence */; into: string }
  | { do: 'settle suggestion'; accept: SuggestedField[] }
  | { do: 'reopen suggestion' /** the words that accepting replaced */; as: Partial<Wording> }
  | { do: 'settle'; way: SettlingWay /** the newest revision, which was looked at */; revision: number }
  | {
      do: 'unsettle';
      revision: number /** as the claim is shown until acknowledged; null: as it stands */;
      as: Standing | null;
    };
export type Deed = Write['do'];

/** What of the claim the person had before their eyes and the write depends on, by name: compared before it is sent. */
export type Base = { [name: string]: unknown };

/** Why a change is set aside until the person decides. */
export type Trouble =
  | { kind: 'refused'; status: number; problems: Problem[] }
  /** somebody else changed what this writes; `theirs` is the claim as it is now */
  | { kind: 'conflict'; theirs: Claim };

/** A write that is not acknowledged yet. A value: it is replaced, never changed. */
export type Change<W extends Write = Write> = {
  /** sorts by the time it was made */
  id: string;
  /** the Idempotency-Key; a new one whenever the body becomes another */
  key: string;
  /** the tab that sends it, and how often it passed to another: the later holder's word counts */
  tab: string;
  term: number;
  articleId: string;
  /** a temporary id until the claim's creation is acknowledged */
  claimId: string;
  /** RFC 3339 */
  madeAt: string;
  /** not sent before this time, in milliseconds since the epoch, so that typing is gathered */
  due: number;
  write: W;
  base: Base;
  /** set before the first attempt, which is repeated to the letter: the server may have done it and its answer been lost */
  sent: { ifMatch: string | null } | null;
  trouble: Trouble | null;
};

const temporary = 'new-';
export const temporaryId = (): string => `${temporary}${timeOrdered()}`;
export const isTemporary = (id: string): boolean => id.startsWith(temporary);

export const newKey = (): string => timeOrdered();

export type NewChange = Pick<Change, 'tab' | 'articleId' | 'claimId' | 'write' | 'base'> & {
  now: number;
  due?: number;
};

export const changeOf = ({ now, due = now, ...given }: NewChange): Change => ({
  ...given,
  id: timeOrdered(),
  key: newKey(),
  term: 0,
  madeAt: new Date(now).toISOString(),
  due,
  sent: null,
  trouble: null,
});

/** The change in the hands of a tab. */
export const passedTo = (tab: string, change: Change): Change =>
  change.tab === tab ? change : { ...change, tab, term: change.term + 1 };

/** Names a change as it was when it was taken out; what passed to another tab since is not meant. */
export type Removed = Pick<Change, 'id' | 'term'>;

/** Whether what is said of a change counts, given what is known of it: a later holder's word, or the same holder's. */
export const counts = (said: Pick<Change, 'term' | 'tab'>, known: Pick<Change, 'term' | 'tab'> | undefined): boolean =>
  !known || said.term > known.term || (said.term === known.term && said.tab >= known.tab);

/** Whether the change is of that kind, for the compiler too. */
export const does = <D extends Deed>(change: Change, deed: D): change is Change<Extract<Write, { do: D }>> =>
  change.write.do === deed;

const acts: readonly Deed[] = [
  ...['submit', 'take back', 'decide', 'drop', 'restore', 'merge'],
  ...['settle', 'unsettle', 'settle suggestion', 'reopen suggestion'],
] as Deed[];
/** Acts stand for the claim as a whole, so they wait for every change before them. */
export const isAct = (write: Write): boolean => acts.includes(write.do);

/** The rule under which a change is refused that was made in a revision which is not the newest any more. */
export const staleRevision = 'stale-revision';
