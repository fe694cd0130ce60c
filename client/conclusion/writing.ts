import { etagOf } from '@/domain/canonical';
import type { Conclusion } from '@/domain/conclusion';
import type { DecisionRequest } from '@/domain/contract/claims';
import { type Answer, call } from '../call';
import { type Clock, systemClock } from '../outbox/clock';
import { keepConclusion, keptConclusion } from './draft';

/** Milliseconds after the last key at which it is saved, and after which a save that was not answered is tried again. */
const PAUSE = 800;
const AGAIN = 5000;

/** What is true of the words in the box. `differs`: somebody else wrote meanwhile, and a person has to say whose words stay. */
export type Saving = 'saved' | 'saving' | 'kept' | 'signed out' | 'refused' | 'differs';

export type ConclusionState = {
  /** as the desk has it */
  standing: Conclusion;
  /** as the person has it */
  text: string;
  saving: Saving;
  /** what others made of it while it was being read, shown only when the person wants it */
  waiting: Conclusion | null;
  /** why the last thing was not done, in words */
  trouble: string | null;
};

type Means = { call: typeof call; clock: Clock };

/**
 * The conclusion of an article as one person writes it. What is typed is in the browser's storage at once, until the
 * desk has it; a save names the version it was made against, and words of somebody else are never written over unasked.
 */
export class ConclusionWriting {
  private state: ConclusionState;
  /** digest of the desk's words that ours were written against */
  private base: string;
  private readonly listeners = new Set<() => void>();
  private turn: Promise<unknown> = Promise.resolve();
  private awaited: (() => void) | null = null;

  constructor(
    standing: Conclusion,
    private readonly person: string,
    private readonly means: Means = { call, clock: systemClock },
  ) {
    this.state = { standing, text: standing.text, saving: 'saved', waiting: null, trouble: null };
    this.base = standing.digest;
  }

  readonly snapshot = (): ConclusionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes up what was typed in an earlier visit and the desk does not have. */
  takeUp(): void {
    const left = keptConclusion(this.person, this.articleId);
    if (left === null || left.text === this.state.standing.text) return;
    this.base = left.base;
    this.set({ text: left.text });
    if (left.base === this.state.standing.digest) void this.save();
    else this.set({ saving: 'differs' });
  }

  /** Waits for nothing any more; what is not saved stays kept. */
  rest(): void {
    this.awaited?.();
    this.awaited = null;
  }

  change(text: string): void {
    if (text === this.state.text) return;
    if (!this.isOurs()) this.base = this.state.standing.digest;
    this.set({ text, trouble: null });
    keepConclusion(this.person, this.articleId, { text, base: this.base });
    if (this.state.saving === 'differs') return;
    this.set({ saving: 'saving' });
    this.saveIn(PAUSE);
  }

  /** Says whose words stay, once somebody else wrote meanwhile. */
  settle(mine: boolean): void {
    const { standing } = this.state;
    this.base = standing.digest;
    if (!mine) this.set({ text: standing.text });
    void this.save();
  }

  /** Saves what is in the box, after what is being saved; whether the desk has it then. */
  save(): Promise<boolean> {
    const saved = this.turn.then(() => this.saveNow());
    this.turn = saved;
    return saved;
  }

  /** Asks what others did, or sends what is not saved. Other words wait for `take` while it is being read. */
  async refresh(isRead = false): Promise<void> {
    if (this.isOurs()) {
      if (this.state.saving !== 'differs') await this.save();
      return;
    }
    const answer = await this.means.call('readConclusion', { params: this.params, person: this.person });
    if (!answer.ok || this.isOurs()) return; // what was typed meanwhile is saved, and meets theirs there
    if (isRead && answer.value.text !== this.state.text) this.set({ waiting: answer.value });
    else this.learn(answer.value);
  }

  /** Shows what others wrote while it was being read. */
  take(): void {
    if (this.state.waiting) this.learn(this.state.waiting);
  }

  /** Adopts what the desk has; words of ours stay in the box. */
  learn(standing: Conclusion): void {
    const known = this.state.standing.updatedAt ?? '';
    if ((standing.updatedAt ?? '') < known) return; // said before what we know
    this.set({ ...(this.isOurs() ? {} : { text: standing.text }), standing, waiting: null });
  }

  async submit(): Promise<boolean> {
    if (!(await this.save())) return false;
    return this.heard(await this.means.call('submitConclusion', this.versioned()));
  }

  async takeBack(): Promise<boolean> {
    return this.heard(await this.means.call('takeBackConclusion', this.versioned()));
  }

  async decide(decision: Omit<DecisionRequest, 'digest'>): Promise<boolean> {
    const body = { ...decision, digest: this.state.standing.digest };
    const { params, person } = this;
    return this.heard(await this.means.call('decideConclusion', { params, body, key: crypto.randomUUID(), person }));
  }

  private get articleId(): string {
    return this.state.standing.articleId;
  }

  private get params(): { id: string } {
    return { id: this.articleId };
  }

  private versioned() {
    return { params: this.params, ifMatch: etagOf(this.state.standing), person: this.person };
  }

  /** Whether the box holds words that the desk does not have. */
  private isOurs(): boolean {
    return this.state.text !== this.state.standing.text;
  }

  private set(changed: Partial<ConclusionState>): void {
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }

  private saveIn(milliseconds: number): void {
    this.awaited?.();
    this.awaited = this.means.clock.later(milliseconds, () => void this.save());
  }

  private async saveNow(): Promise<boolean> {
    const { standing, text } = this.state;
    if (!this.isOurs()) return this.saved();
    this.set({ saving: 'saving', trouble: null });
    const answer = await this.means.call('editConclusion', { ...this.versioned(), body: { text } });
    if (answer.ok) {
      this.acknowledged(answer.value, text);
      return this.saveNow(); // what was typed meanwhile
    }
    if (answer.offline || answer.status >= 500 || answer.status === 429) {
      this.set({ saving: 'kept' });
      this.saveIn(AGAIN);
      return false;
    }
    if (answer.status === 412) return this.changedMeanwhile(answer.problem.current as Conclusion, standing);
    this.set({ saving: answer.status === 401 ? 'signed out' : 'refused', trouble: answer.problem.detail });
    return false;
  }

  private saved(): true {
    keepConclusion(this.person, this.articleId, null);
    this.base = this.state.standing.digest;
    this.set({ saving: 'saved' });
    return true;
  }

  /** The desk has the words that were sent, in the form in which it stores them. */
  private acknowledged(standing: Conclusion, sent: string): void {
    this.base = standing.digest;
    this.set(this.state.text === sent ? { standing, text: standing.text } : { standing });
    if (this.isOurs()) keepConclusion(this.person, this.articleId, { text: this.state.text, base: this.base });
  }

  /** It was submitted or decided on meanwhile, which leaves our words valid, or somebody wrote other words. */
  private changedMeanwhile(current: Conclusion, before: Conclusion): Promise<boolean> | false {
    const newer = current.updatedAt !== before.updatedAt;
    this.set({ standing: current, waiting: null });
    if (current.text === this.state.text || (newer && current.text === before.text)) return this.saveNow();
    this.set({ saving: 'differs' });
    return false;
  }

  private heard(answer: Answer<Conclusion>): boolean {
    if (answer.ok) {
      this.set({ trouble: null });
      this.learn(answer.value);
      return true;
    }
    this.set({ trouble: answer.offline ? 'The server did not answer. Try again.' : answer.problem.detail });
    if (!answer.offline && answer.status === 412) this.learn(answer.problem.current as Conclusion);
    return false;
  }
}
