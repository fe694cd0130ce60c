import { systemClock } from '@/client/outbox/clock';
import { Outbox } from '@/client/outbox/outbox';
import { memoryStore } from '@/client/outbox/store';
import type { Tabs } from '@/client/outbox/tabs';
import { Stream } from '@/client/stream/stream';
import type { StreamTabs } from '@/client/stream/tabs';
import { keepLive } from '@/client/workspace/live';
import { Workspace } from '@/client/workspace/workspace';
import type { Article } from '@/domain/article';
import { plainDoc } from '@/domain/doc';
import type { TestPerson } from '@/test/desk';

/** A colleague in a browser of their own: what the pages run, over the network, without the pages. */
export type LiveClient = {
  workspace: Workspace;
  /** sequence numbers of the log, as they were heard */
  heard: number[];
  /** how often so much was missed that the state was read anew */
  anew: () => number;
  close: () => void;
};

const never = () => () => {};
const alone = (id: string): Tabs => ({
  id,
  post: () => {},
  listen: never,
  turn: async () => () => {},
  whenGone: () => {},
  close: () => {},
});
const leading = (id: string): StreamTabs => ({
  id,
  post: () => {},
  listen: never,
  lead: async () => {},
  whenGone: () => {},
  close: () => {},
});

/**
 * Opens the workspace of an article. `origins` are two servers of one database: whoever does not get an answer from one
 * asks the other next, as behind a proxy.
 */
export function liveClient(
  { id, token }: TestPerson,
  on: Article & { text: string },
  origins: () => readonly [string, string],
  first: 0 | 1,
  since: number,
): LiveClient {
  let at: number = first;
  const fetch = (async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    try {
      return await globalThis.fetch(`${origins()[at]}${path}`, { ...init, headers });
    } catch (thrown) {
      at = 1 - at;
      throw thrown;
    }
  }) as typeof globalThis.fetch;
  const parts = { person: id, clock: systemClock, fetch };
  const outbox = new Outbox({ ...parts, store: memoryStore(), tabs: alone(`tab-${id}`) });
  const stream = new Stream(parts, leading(`tab-${id}`));
  const doc = plainDoc(on.text.split('\n'));
  const bench = {
    article: on,
    revision: { number: 1, text: on.text, doc },
    me: { id, role: 'reviewer' as const },
  };
  const workspace = new Workspace(outbox, bench, []);
  const heard: number[] = [];
  let anew = 0;
  const stops = [
    stream.follow(since, (news) => {
      if (news === 'anew') anew += 1;
      else if (news.articleId === on.id) heard.push(Number(news.id));
    }),
    keepLive(workspace, stream, since, systemClock),
  ];
  stream.start();
  void outbox.start();
  const close = () => {
    for (const stop of stops) stop();
    stream.stop();
    outbox.stop();
  };
  return { workspace, heard, anew: () => anew, close };
}
