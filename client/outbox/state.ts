import type { Claim } from '@/domain/claim';
import { type Change, does } from './change';
import type { Queue } from './lanes';
import { acknowledge, type Outcome } from './queue';

export type Connection = {
  /** what the browser says of the network, until an answer proves it wrong */
  network: boolean;
  /** `busy`: the server answers that it cannot now */
  link: 'up' | 'offline' | 'busy';
  /** `other-person`: somebody else is signed in in this browser now */
  session: 'open' | 'signed-out' | 'other-person';
};

export type State = {
  queue: Queue;
  /** claims as last acknowledged, by id */
  known: ReadonlyMap<string, Claim>;
  /** the real ids of claims and evidence made here, by their temporary ones */
  aliases: ReadonlyMap<string, string>;
  connection: Connection;
  /** whether what earlier pages left has been taken up: until then nobody knows that all is saved */
  restored: boolean;
  /** whether this tab's part of the queue has reached the store: `not` when the store cannot take it */
  kept: 'all' | 'soon' | 'not';
};

export const nothing: State = {
  queue: [],
  known: new Map(),
  aliases: new Map(),
  connection: { network: true, link: 'up', session: 'open' },
  restored: false,
  kept: 'all',
};

/** The newest of what is known of each claim; an answer that was overtaken on its way changes nothing. */
export function learnt(known: State['known'], claims: readonly Claim[]): State['known'] {
  const newer = claims.filter((claim) => claim.updatedAt >= (known.get(claim.id)?.updatedAt ?? ''));
  return newer.length === 0 ? known : new Map([...known, ...newer.map((claim) => [claim.id, claim] as const)]);
}

/** The state after a change was acknowledged, here or in another tab. */
export function acknowledged(state: State, done: Change, outcome: Outcome): State {
  const known = learnt(state.known, [outcome.claim]);
  const names: [string, string][] = does(done, 'create') ? [[done.claimId, outcome.claim.id]] : [];
  if (does(done, 'add evidence') && outcome.evidence) names.push([done.write.evidenceId, outcome.evidence.id]);
  const aliases = names.length > 0 ? new Map([...state.aliases, ...names]) : state.aliases;
  return { ...state, known, aliases, queue: acknowledge(state.queue, done, outcome) };
}
