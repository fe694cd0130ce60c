import type { State } from './outbox/state';
import type { LinkState } from './stream/link';

/** What is true of a person's changes at this moment, in the order of what they should know first. */
export type Status =
  | { kind: 'saved' | 'saved, offline' }
  | {
      kind: 'saving' | 'offline' | 'busy' | 'signed out' | 'other person' | 'undecided';
      count: number;
      kept: State['kept'];
    };

/** The truth about the queue and the connection, and about nothing else. */
export function statusOf({ queue, connection, kept }: Pick<State, 'queue' | 'connection' | 'kept'>): Status {
  const count = queue.length;
  const undecided = queue.filter(({ trouble }) => trouble).length;
  if (count === 0) return { kind: connection.network ? 'saved' : 'saved, offline' };
  if (connection.session === 'other-person') return { kind: 'other person', count, kept };
  if (connection.session === 'signed-out') return { kind: 'signed out', count, kept };
  if (connection.link === 'offline') return { kind: 'offline', count, kept };
  if (undecided > 0) return { kind: 'undecided', count: undecided, kept };
  return { kind: connection.link === 'busy' ? 'busy' : 'saving', count, kept };
}

const changes = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);

/** The status in words, short enough for the header. */
export function wordsOf(status: Status): string {
  switch (status.kind) {
    case 'saved':
      return 'Saved';
    case 'saved, offline':
      return 'Offline, all saved';
    case 'saving':
      return 'Saving…';
    case 'offline':
      return `Offline: ${keptWords(status)}`;
    case 'busy':
      return `The desk does not answer: ${keptWords(status)}`;
    case 'signed out':
      return `Sign in to save ${changes(status.count)}`;
    case 'other person':
      return `Somebody else is signed in: ${keptWords(status)}`;
    case 'undecided':
      return `${changes(status.count)} ${status.count === 1 ? 'needs' : 'need'} your decision`;
  }
}

const keptWords = ({ count, kept }: { count: number; kept: State['kept'] }): string => {
  if (kept === 'soon') return `keeping ${changes(count)}…`;
  return kept === 'all' ? `${changes(count)} kept` : `${changes(count)} only in this tab`;
};

/** The status in as few words as stand beside a mark in the header of a phone. */
export function shortWordsOf(status: Status): string {
  switch (status.kind) {
    case 'saved':
    case 'saving':
      return wordsOf(status);
    case 'saved, offline':
      return 'Offline';
    case 'offline':
      return `Offline: ${status.count}`;
    case 'busy':
      return `Kept: ${status.count}`;
    case 'signed out':
    case 'other person':
      return `Sign in: ${status.count}`;
    case 'undecided':
      return `Decide: ${status.count}`;
  }
}

const linkWords: Record<LinkState, string | null> = {
  connecting: null,
  live: null,
  away: 'Not live: reconnecting…',
  'signed out': 'Not live: sign in again',
  crowded: 'Not live: open in too many places',
};

/** Why one does not see what others do as they do it, short enough for the header; null when one does. */
export const liveWordsOf = (link: LinkState): string | null => linkWords[link];
