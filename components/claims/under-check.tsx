'use client';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Discussion } from '@/client/discussion';
import { outboxOf } from '@/client/outbox/browser';
import { systemClock } from '@/client/outbox/clock';
import { streamOf } from '@/client/stream/browser';
import { carryOver } from '@/client/workspace/carry-over';
import { keepLive } from '@/client/workspace/live';
import { type Snapshot, Workspace } from '@/client/workspace/workspace';
import type { Article, Revision } from '@/domain/article';
import type { Claim } from '@/domain/claim';
import type { Conclusion } from '@/domain/conclusion';
import type { Thread } from '@/domain/discussion';
import type { Desk, Person } from '@/domain/person';
import type { Schedule } from '@/domain/schedule';
import type { Ground } from '@/domain/standards';

/** An article under check and who is at it: what every part of a workspace may need to know. */
export type UnderCheck = {
  article: Article;
  revision: Pick<Revision, 'number' | 'text' | 'doc'>;
  /** as the page came with it */
  conclusion: Conclusion;
  /** the edition that waits for its hour, or failed at it */
  scheduled: Schedule | null;
  me: Person;
  desk: Desk;
  /** everybody who is or was of the desk, by id */
  names: Readonly<Record<string, string>>;
  /** whom a claim can be assigned to */
  people: readonly Pick<Person, 'id' | 'name'>[];
  /** how the desk has set its checks, and where its own editions are published */
  standards: Pick<Ground, 'levels' | 'origin'>;
  /** the number of the last line of the log when all this was read */
  since: number;
  /** what is being said of it, as the page was made */
  threads: readonly Thread[];
};
export type Checking = UnderCheck & { workspace: Workspace; discussion: Discussion };

const Context = createContext<Checking | null>(null);

/** What is being checked, and the workspace through which all of it is changed. */
export function useChecking(): Checking {
  const checking = useContext(Context);
  if (!checking) throw new Error('This stands in no workspace');
  return checking;
}

/** Under which this browser keeps what the person is typing about a claim and has given to nobody yet. */
export const nameOf = ({ me }: UnderCheck, claim: Claim): string => `stet.claim.${me.id}.${claim.id}`;

/** The claims as the person should see them now. */
export function useSnapshot(): Snapshot {
  const { workspace } = useChecking();
  return useSyncExternalStore(workspace.subscribe, workspace.snapshot, workspace.snapshot);
}

/**
 * Where the event stream cannot be had, what others did is asked for as the person comes back, and what they say is in any
 * case; answers how to stop.
 */
function refreshedOnReturn(workspace: Workspace, discussion: Discussion): () => void {
  const refresh = () => {
    if (document.visibilityState !== 'visible') return;
    if (streamOf(workspace.outbox.person).state().link === 'live') return;
    void workspace.refresh();
    void discussion.refresh();
  };
  document.addEventListener('visibilitychange', refresh);
  return () => document.removeEventListener('visibilitychange', refresh);
}

type Props = UnderCheck & {
  /** as the server has them */
  claims: readonly Claim[];
  /** until the browser has taken over */
  fallback: ReactNode;
  children: ReactNode;
};

/** Opens the workspace of one article for one person. */
export function CheckingProvider({ claims, fallback, children, ...given }: Props) {
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const { article, revision, me } = given;
  const text = `${me.id} ${article.id} ${revision.number} ${article.scale.id} ${article.scale.version}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new workspace only for another text, scale or person
  useEffect(() => {
    const opened = new Workspace(outboxOf(me.id), { article, revision, me }, claims);
    setWorkspace(opened);
    return keepLive(opened, streamOf(me.id), given.since, systemClock);
  }, [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article is another discussion
  const discussion = useMemo(() => new Discussion(article.id, me.id, given.threads), [article.id, me.id]);
  useEffect(() => discussion.keepLive(streamOf(me.id), given.since, systemClock), [discussion, me.id, given.since]);
  useEffect(() => (workspace ? refreshedOnReturn(workspace, discussion) : undefined), [workspace, discussion]);
  useEffect(() => (workspace ? carryOver(workspace.outbox, workspace.bench) : undefined), [workspace]);
  if (!workspace) return fallback;
  return <Context value={{ ...given, workspace, discussion }}>{children}</Context>;
}
