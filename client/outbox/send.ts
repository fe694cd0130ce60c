import { etagOf } from '@/domain/canonical';
import { type Claim, claimSchema } from '@/domain/claim';
import { type Answer, call } from '../call';
import { conflictsOf } from './base';
import { type Change, does, staleRevision } from './change';
import type { Clock } from './clock';
import { withEvidence } from './evidence';
import type { Holder } from './holder';
import { Pace } from './pace';
import { heads, markSent, type Outcome, unsend } from './queue';
import { type Fetch, isEvidence, needsVersion, request } from './request';
import { acknowledged, type Connection, learnt } from './state';
import { clash, refuse } from './trouble';

/** Claims whose changes are sent side by side. */
const sideBySide = 4;
/** Milliseconds until an attempt is given up and made again. */
const patience = 30_000;

type Deps = { person: string; fetch: Fetch; clock: Clock };
type Failure = Exclude<Answer<unknown>, { ok: true }>;
type Refusal = Extract<Failure, { offline: false }>;

const notNow = (answer: Failure): boolean =>
  answer.offline || [401, 408, 425, 429].includes(answer.status) || answer.status >= 500;

/** A merge changes the other claim too, and so does restoring what was merged. */
const otherClaimOf = (change: Change, before: Claim | null): string | null =>
  does(change, 'merge') ? change.write.into : does(change, 'restore') ? (before?.dropped?.mergedInto ?? null) : null;

/** A place was selected in a text that is not the newest any more: nobody but the person can select it again. */
const isOfOldText = ({ problem }: Refusal): boolean => problem.problems?.[0]?.rule === staleRevision;

/** Sends the changes of a tab: each claim's in order, again after a failure, and one tab at a time. */
export class Sender {
  #busy = new Set<string>();
  #turn: (() => void) | 'asked' | null = null;
  #wake: (() => void) | null = null;
  #pace: Pace;
  #stopped = false;

  constructor(
    readonly holder: Holder,
    readonly deps: Deps,
  ) {
    this.#pace = new Pace(deps.clock);
  }

  /** Sends what is due, and comes back by itself for the rest. Cheap when there is nothing to do. */
  pump = (): void => {
    if (this.#stopped || this.holder.state.connection.session !== 'open') {
      this.#endTurn();
      return;
    }
    const now = this.deps.clock.now();
    const waiting = heads(this.holder.state.queue).filter((change) => this.#isMine(change));
    const ready = waiting.filter((change) => this.#readyAt(change) <= now);
    this.#comeBack(waiting);
    if (ready.length === 0) this.#endTurn();
    else if (typeof this.#turn !== 'function') this.#askForTurn();
    else for (const change of ready.slice(0, sideBySide - this.#busy.size)) this.#send(change);
  };

  /** Forgets earlier failures and tries at once: the network is back, or the person signed in again. */
  retryNow(): void {
    this.#pace.forget();
    this.pump();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
    this.#endTurn();
  }

  #isMine = ({ tab, claimId }: Change): boolean => tab === this.holder.tabs.id && !this.#busy.has(claimId);

  #readyAt = (change: Change): number => Math.max(change.due, this.#pace.readyAt(change.claimId));

  #comeBack(waiting: Change[]): void {
    const now = this.deps.clock.now();
    const later = waiting.map(this.#readyAt).filter((at) => at > now);
    this.#wake?.();
    this.#wake = later.length === 0 ? null : this.deps.clock.later(Math.min(...later) - now, this.pump);
  }

  #askForTurn(): void {
    if (this.#turn === 'asked') return;
    this.#turn = 'asked';
    this.holder.tabs.turn().then((end) => {
      this.#turn = end;
      this.pump();
    });
  }

  #endTurn(): void {
    if (typeof this.#turn !== 'function' || this.#busy.size > 0) return;
    this.#turn();
    this.#turn = null;
  }

  async #send({ id, claimId }: Change): Promise<void> {
    this.#busy.add(claimId);
    try {
      await this.#attempt(id, claimId);
    } catch (bug) {
      this.#pace.failed(claimId);
      throw bug;
    } finally {
      this.#busy.delete(claimId);
      this.pump();
    }
  }

  async #attempt(id: string, claimId: string): Promise<void> {
    const claim = await this.#claim(claimId);
    const change = this.holder.state.queue.find((each) => each.id === id); // as it is now: typing may have gone on
    if (claim === 'unreachable' || !change) return;
    if (!change.sent && claim && conflictsOf(change, claim).length > 0) {
      this.#clash(change, claim);
      return;
    }
    const sent = change.sent ?? { ifMatch: needsVersion(change) && claim ? etagOf(claim) : null };
    this.holder.update((state) => ({ ...state, queue: markSent(state.queue, id, sent.ifMatch) }));
    await this.holder.settled();
    const answer = await request({ ...change, sent }, this.deps, AbortSignal.timeout(patience));
    if (answer.ok) await this.#acknowledge(change, claim, answer.value);
    else this.#failed(change, answer);
  }

  /** The claim as last acknowledged; asked for when this page has not seen it. Null: not made, or gone. */
  async #claim(id: string): Promise<Claim | null | 'unreachable'> {
    const known = this.holder.state.known.get(id);
    if (known || this.#isUnmade(id)) return known ?? null;
    const answer = await this.read(id);
    if (answer.ok) return answer.value;
    if (!notNow(answer)) return null; // the write's own answer says why
    this.#waits(id, answer);
    return 'unreachable';
  }

  #isUnmade = (id: string): boolean =>
    this.holder.state.queue.some((change) => change.claimId === id && does(change, 'create'));

  /** Asks for a claim as it is now, and learns it. */
  async read(id: string): Promise<Answer<Claim>> {
    const { person, fetch } = this.deps;
    const answer = await call('readClaim', { params: { id }, person, signal: AbortSignal.timeout(patience) }, fetch);
    if (answer.ok) this.holder.update((state) => ({ ...state, known: learnt(state.known, [answer.value]) }));
    return answer;
  }

  async #acknowledge(change: Change, before: Claim | null, value: Parameters<typeof isEvidence>[0]): Promise<void> {
    this.#say({ network: true, link: 'up' });
    const outcome: Outcome | null = !isEvidence(value)
      ? { before, claim: value }
      : before && { before, claim: withEvidence(before, value), evidence: value };
    if (!outcome) {
      this.#pace.failed(change.claimId); // the claim could not be read: the same request again gets the same answer
      return;
    }
    this.#pace.done(change.claimId);
    const news = { type: 'acknowledged', done: change, outcome } as const;
    this.holder.update((state) => acknowledged(state, change, outcome), news);
    // the answer about evidence says nothing of the rest of the claim; without it the next write learns it by a 412
    if (isEvidence(value)) await this.read(value.claimId);
    const other = otherClaimOf(change, before);
    if (other !== null) await this.read(other);
  }

  #failed(change: Change, answer: Failure): void {
    if (answer.offline || notNow(answer)) {
      this.#waits(change.claimId, answer);
      return;
    }
    this.#say({ network: true, link: 'up' });
    if (answer.status === 412 && !does(change, 'create') && !isOfOldText(answer)) this.#stale(change, answer);
    else this.#refused(change, answer);
  }

  #refused({ id }: Change, { status, problem }: Refusal): void {
    const problems = problem.problems?.length ? problem.problems : [{ rule: 'refused', message: problem.detail }];
    this.holder.update((state) => ({ ...state, queue: refuse(state.queue, id, status, problems) }));
  }

  /** Repeats by itself on the newer version, unless that differs where it matters: see `conflictsOf`. */
  #stale(change: Change, { problem }: Refusal): void {
    this.#pace.stale(change.claimId);
    const current = claimSchema.safeParse(problem.current).success ? (problem.current as Claim) : null;
    this.holder.update((state) => {
      const known = new Map(state.known);
      if (current) known.set(current.id, current);
      else known.delete(change.claimId);
      return { ...state, known, queue: unsend(state.queue, change.id) };
    });
    if (current && does(change, 'decide')) this.#clash(change, current);
  }

  #clash(change: Change, theirs: Claim): void {
    this.holder.update((state) => ({ ...state, queue: clash(state.queue, change.id, theirs) }));
  }

  /** Not now: says why, and when to try again. */
  #waits(claimId: string, answer: Failure): void {
    if (answer.offline) {
      this.#pace.unreachable(null);
      this.#say({ link: 'offline' });
    } else if (answer.status === 401) {
      const other = answer.problem.problems?.some(({ rule }) => rule === 'somebody-else');
      this.#say({ network: true, link: 'up', session: other ? 'other-person' : 'signed-out' });
    } else {
      if (answer.status >= 500 && answer.retryAfter === null) this.#pace.failed(claimId);
      else this.#pace.unreachable(answer.retryAfter);
      this.#say({ network: true, link: 'busy' });
    }
  }

  #say(news: Partial<Connection>): void {
    this.holder.update((state) => {
      const { connection } = state;
      const same = Object.entries(news).every(([name, value]) => connection[name as keyof Connection] === value);
      return same ? state : { ...state, connection: { ...connection, ...news } };
    });
  }
}
