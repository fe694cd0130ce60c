'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { call } from '@/client/call';
import { streamOf } from '@/client/stream/browser';
import type { ClaimFilter, ClaimSort } from '@/domain/claim-filter';
import type { Act, ActOutcome, ClaimBrief } from '@/domain/contract/board';
import type { Event } from '@/domain/event';
import { useNews } from '../live/refreshed';
import { announce, toast } from '../ui/announcer';
import { act, doneInWords, undoing } from './acts';
import { afterActs, differing, type Lane, withPage } from './board';
import { steadyTile } from './steady-tile';

/** A claim that was left as it was, and why. */
export type Refused = { id: string; name: string; why: string };

type Given = {
  lanes: readonly Lane[];
  filter: ClaimFilter;
  sort: ClaimSort;
  people: (id: string) => string;
  me: string;
  /** the number of the last line of the log when the lanes were read */
  since: number;
};

/** What is said of claims, and done to articles, that a board does not show. */
const ofNoClaim = /^(thread|comment|conclusion|edition|watch|text)\./;

/** Whether others did something that may show on a board. */
const isOfOthers =
  (me: string, { article }: ClaimFilter) =>
  ({ by, type, articleId }: Event): boolean =>
    by !== me && !ofNoClaim.test(type) && (article === undefined || articleId === null || articleId === article);

const queryOf = (filter: ClaimFilter, lane: Lane) => (lane.state === null ? filter : { ...filter, state: lane.state });

/** Asks for as many claims of a lane as it shows, and for how many there are. */
async function readAgain(lane: Lane, filter: ClaimFilter, sort: ClaimSort): Promise<Lane> {
  const limit = String(Math.min(200, Math.max(12, lane.items.length)));
  const answer = await call('listDeskClaims', { query: { ...queryOf(filter, lane), sort, limit } });
  return answer.ok ? { ...lane, items: answer.value.items, next: answer.next } : lane;
}

/** The claims on the page, what can be done to several of them, and what was refused. */
export function useBoard({ lanes: given, filter, sort, people, me, since }: Given) {
  const [lanes, setLanes] = useState<readonly Lane[]>(given);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [busy, setBusy] = useState(false);
  const now = useRef(lanes);
  now.current = lanes;

  const readAll = useCallback(async () => {
    const [read, counts] = await Promise.all([
      Promise.all(now.current.map((lane) => readAgain(lane, filter, sort))),
      call('countDeskClaims', { query: filter }),
    ]);
    const countOf = ({ state, count }: Lane) =>
      state !== null && counts.ok ? (counts.value.counts[state] ?? 0) : count;
    return read.map((lane) => ({ ...lane, count: countOf(lane) }));
  }, [filter, sort]);
  /** Shows what others did, in place: what this person is at stays where it is, and how much is another is said. */
  const hear = useCallback(async (): Promise<void> => {
    const before = now.current;
    const after = await readAll();
    if (now.current !== before) return hear(); // they did something themselves meanwhile, which may not be in there
    const many = differing(before, after);
    const steady = steadyTile();
    flushSync(() => setLanes(after));
    steady();
    if (many > 0) announce(many === 1 ? 'One claim of the board changed.' : `${many} claims of the board changed.`);
  }, [readAll]);
  useNews(me, since, isOfOthers(me, filter), () => void hear());
  useEffect(() => {
    const returned = () => {
      // who hears of everything needs not ask
      if (document.visibilityState === 'visible' && streamOf(me).state().link !== 'live') void hear();
    };
    document.addEventListener('visibilitychange', returned);
    return () => document.removeEventListener('visibilitychange', returned);
  }, [hear, me]);

  const more = async (lane: Lane) => {
    if (!lane.next) return;
    const answer = await call('listDeskClaims', {
      query: { ...queryOf(filter, lane), sort, limit: '50', cursor: lane.next },
    });
    if (answer.ok) setLanes((before) => withPage(before, lane.state, answer.value.items, answer.next));
    else toast({ kind: 'danger', text: 'More could not be read. Try again in a moment.' });
  };

  const settle = (outcomes: readonly ActOutcome[], trouble: string | null) => {
    setLanes((before) => afterActs(before, outcomes));
    setRefused(outcomes.filter(({ done }) => !done).map(refusedOf));
    if (trouble) toast({ kind: 'danger', text: trouble });
  };
  const undo = async (did: Act, outcomes: readonly ActOutcome[]) => {
    setBusy(true);
    const back: ActOutcome[] = [];
    let trouble: string | null = null;
    for (const each of undoing(did, outcomes)) {
      const acted = await act(each.act, each.claims);
      back.push(...acted.outcomes);
      trouble ??= acted.trouble;
    }
    settle(back, trouble);
    setBusy(false);
    if (!trouble && back.every(({ done }) => done)) toast({ text: 'It is undone.' });
  };
  const perform = async (what: Act, claims: readonly ClaimBrief[]) => {
    setBusy(true);
    const { outcomes, trouble } = await act(what, claims);
    settle(outcomes, trouble);
    setBusy(false);
    const done = outcomes.filter((outcome) => outcome.done);
    if (done.length > 0)
      toast({
        text: doneInWords(what, done.length, people),
        action: { label: 'Undo', run: () => void undo(what, done) },
      });
  };
  return { lanes, more, perform, refused, forgetRefused: () => setRefused([]), busy };
}

const refusedOf = ({ id, claim, problems }: ActOutcome): Refused => ({
  id,
  name: claim?.statement.trim() || claim?.quote || 'A claim',
  why: problems.map(({ message }) => message).join(' '),
});
