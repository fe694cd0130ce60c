import type { About } from '@/domain/about';
import type { Span } from '@/domain/anchor';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch, DecisionRequest, EvidencePatch, NewClaim, NewEvidence } from '@/domain/contract/claims';
import type { Event } from '@/domain/event';
import type { Evidence, Source } from '@/domain/evidence';
import type { SettlingWay } from '@/domain/settling';
import type { SuggestedField } from '@/domain/suggestion';
import { call } from '../call';
import { dependsOn, saysTheSame, valuesOf } from '../outbox/base';
import { type Base, isAct, temporaryId, type Write } from '../outbox/change';
import type { Outbox } from '../outbox/outbox';
import type { State } from '../outbox/state';
import type { Bench } from './bench';
import { claimAbout, claimOnSpan } from './draft';
import { type Entry, entriesOf } from './entries';
import { evidenceAs, sourceAs } from './proof';
import { inverseOf, nameOf, noSteps, redone, type Step, type Steps, stepped, undone } from './undo';

/** How long typing is gathered before it is sent, in milliseconds. */
export const gather = 600;

export type Snapshot = {
  entries: readonly Entry[];
  /** by real and by temporary id */
  find(id: string | null): Entry | null;
  outbox: State;
  /** the number of a newer revision of the article than the one at hand; null while none is known of */
  newer: number | null;
  /** what undo and redo would do, in words; null when there is nothing */
  undo: string | null;
  redo: string | null;
};

/**
 * The claims of one article as the person at this browser sees them, and everything that they can do to them. Each deed
 * shows at once and goes through the outbox. For `useSyncExternalStore`: `subscribe` and `snapshot`.
 */
export class Workspace {
  #steps: Steps = noSteps;
  #listeners = new Set<() => void>();
  #entries: (state: State) => readonly Entry[];
  #snapshot: Snapshot | null = null;
  #newest = 0;
  #lastBy = new Map<string, string | null>();

  constructor(
    readonly outbox: Outbox,
    readonly bench: Bench,
    claims: readonly Claim[],
  ) {
    this.#entries = entriesOf(bench);
    outbox.learn(claims);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    const deaf = this.outbox.subscribe(listener);
    return () => {
      deaf();
      this.#listeners.delete(listener);
    };
  };

  snapshot = (): Snapshot => {
    const outbox = this.outbox.state();
    if (this.#snapshot?.outbox === outbox) return this.#snapshot; // React asks again and again for the same object
    const entries = this.#entries(outbox);
    const byId = new Map(entries.map((entry) => [entry.claim.id, entry]));
    const [undo, redo] = [this.#steps.done.at(-1), this.#steps.undone.at(-1)];
    this.#snapshot = {
      entries,
      find: (id) => (id === null ? null : (byId.get(outbox.aliases.get(id) ?? id) ?? null)),
      outbox,
      newer: this.#newerIn(entries),
      undo: undo ? nameOf(undo) : null,
      redo: redo ? nameOf(redo) : null,
    };
    return this.#snapshot;
  };

  /** Makes a claim on a span of the text, or about something outside it, and gives its temporary id. */
  make(from: Span | { about: About }): string {
    const made = 'about' in from ? claimAbout(this.bench, from.about) : claimOnSpan(this.bench, from);
    return this.#make(made);
  }

  /**
   * Changes fields of a claim; typing is gathered for a while before it is sent. `seen`: the values that the person had
   * in view, where somebody else's newer ones were kept from them while they typed.
   */
  edit = (id: string, fields: ClaimPatch, typing = false, seen?: Base): void =>
    this.#do(id, { do: 'edit', fields }, typing ? gather : 0, seen);

  /** Adds evidence and gives its temporary id; `known` is the source where one was chosen. */
  addEvidence(id: string, evidence: NewEvidence, known?: Source): string {
    const evidenceId = temporaryId();
    const claim = this.#claim(id);
    const as = evidenceAs(claim, evidenceId, evidence, sourceAs(evidence.source, known));
    this.#do(id, { do: 'add evidence', evidenceId, evidence, as });
    return evidenceId;
  }

  /** Changes a piece of evidence; `seen` is that piece as it was when the person began to write. */
  editEvidence(id: string, seen: Evidence, fields: EvidencePatch, known?: Source): void {
    const evidenceId = this.#real(seen.id);
    const source = fields.source && sourceAs(fields.source, known ?? seen.source);
    const write: Write = { do: 'edit evidence', evidenceId, fields, source };
    const base = dependsOn(write, { ...this.#claim(id), evidence: [{ ...seen, id: evidenceId }] });
    this.#do(id, write, 0, base);
  }

  removeEvidence = (id: string, evidenceId: string): void =>
    this.#do(id, { do: 'remove evidence', evidenceId: this.#real(evidenceId) });

  submit = (id: string): void => this.#do(id, { do: 'submit' });
  takeBack = (id: string): void => this.#do(id, { do: 'take back' });
  decide = (id: string, decision: DecisionRequest): void => this.#do(id, { do: 'decide', decision });
  drop = (id: string, reason: string): void => this.#do(id, { do: 'drop', reason });
  restore = (id: string): void => this.#do(id, { do: 'restore' });
  /** Drops a claim as a duplicate of another, which takes its evidence. */
  merge = (id: string, into: string): void => this.#do(id, { do: 'merge', into: this.#real(into) });
  /** Accepts the words that a return suggests for these fields, and declines the others. */
  settleSuggestion = (id: string, accept: SuggestedField[]): void => this.#do(id, { do: 'settle suggestion', accept });
  /** Takes in a claim that the server made of another one, as a step that can be undone. */
  tookIn(claim: Claim): void {
    this.outbox.learn([claim]);
    const undo: Write = { do: 'drop', reason: 'Split by mistake and undone.' };
    const step = { changeId: '', claimId: claim.id, did: { do: 'create', claim: {} } as const, undo, at: Date.now() };
    this.#steps = stepped(this.#steps, step);
    this.#changed();
  }
  /** Says of a claim whose words changed or are lost what becomes of it. */
  settle = (id: string, way: SettlingWay): void =>
    this.#do(id, { do: 'settle', way, revision: this.bench.revision.number });
  /** Takes back how a claim was settled; how it stood before is known where that was done here. */
  unsettle(id: string): void {
    const real = this.#real(id);
    const step = this.#steps.done.findLast(
      ({ claimId, undo }) => this.#real(claimId) === real && undo.do === 'unsettle',
    );
    this.#do(id, step?.undo ?? { do: 'unsettle', revision: this.bench.revision.number, as: null });
  }

  /** Takes the last step back, and gives the id of the claim that it concerned. */
  undo(): string | null {
    const step = this.#steps.done.at(-1);
    if (!step) return null;
    const before = this.#find(step.claimId);
    const unmade = (step.did.do === 'create' || step.did.do === 'add evidence') && this.outbox.discard(step.changeId);
    const undo = this.#named(step.undo);
    this.#steps = undone(this.#steps, unmade ? step.did : (inverseOf(undo, before) ?? step.did));
    if (!unmade && before) this.#write(before, undo);
    this.#changed();
    return this.#real(step.claimId);
  }

  /** Does once more what was last undone. */
  redo(): string | null {
    const step = this.#steps.undone.at(-1);
    if (!step?.again) return null;
    const again = this.#named(step.again);
    const before = this.#find(step.claimId);
    const changeId = again.do === 'create' ? this.#create(step.claimId, again) : before && this.#write(before, again);
    this.#steps = redone(this.#steps, changeId ?? step.changeId);
    this.#changed();
    return this.#real(step.claimId);
  }

  /** Takes down who did what to a claim, of which the claim itself is read anew. */
  heard({ claimId, by }: Event): void {
    if (claimId !== null) this.#lastBy.set(claimId, by);
  }

  /** Who is known to have done the last thing to a claim; null: nobody is. */
  lastBy = (id: string): string | null => this.#lastBy.get(this.#real(id)) ?? null;

  /** Asks the server for every claim of the article, and whether there is a newer revision. Whether it answered. */
  async refresh(): Promise<boolean> {
    const { fetch, person } = this.outbox;
    const article = await call('readArticle', { params: { id: this.bench.article.id }, person }, fetch);
    if (article.ok && article.value.revision.number !== this.#newest) {
      this.#newest = article.value.revision.number;
      this.#changed();
    }
    let cursor: string | null = null;
    do {
      const query: { limit: string; cursor?: string } = cursor ? { limit: '200', cursor } : { limit: '200' };
      const answer = await call('listClaims', { params: { id: this.bench.article.id }, query, person }, fetch);
      if (!answer.ok) return false;
      this.outbox.learn(answer.value.items);
      cursor = answer.next;
    } while (cursor);
    return true;
  }

  /** Places tell of a newer revision too: those of claims that somebody changed since it was added. */
  #newerIn(entries: readonly Entry[]): number | null {
    const numbers = entries.flatMap(({ claim: { anchor, alsoAt } }) =>
      [anchor, ...alsoAt].flatMap((place) => place?.revision ?? []),
    );
    const newest = Math.max(this.#newest, ...numbers);
    return newest > this.bench.revision.number ? newest : null;
  }

  #real = (id: string): string => this.outbox.state().aliases.get(id) ?? id;
  #find = (id: string): Claim | null => this.snapshot().find(id)?.claim ?? null;

  #claim(id: string): Claim {
    const claim = this.#find(id);
    if (!claim) throw new Error(`There is no claim ${id} in this workspace`);
    return claim;
  }

  /** The write with the real id of its evidence. */
  #named = (write: Write): Write =>
    'evidenceId' in write ? { ...write, evidenceId: this.#real(write.evidenceId) } : write;

  #make(made: NewClaim): string {
    const id = temporaryId();
    const did: Write = { do: 'create', claim: made };
    const changeId = this.#create(id, did);
    this.#step({ changeId, claimId: id, did }, null);
    return id;
  }

  #create = (claimId: string, write: Write): string =>
    this.outbox.add({ articleId: this.bench.article.id, claimId, write, base: {} });

  #do(id: string, write: Write, wait = 0, base?: Base): void {
    const before = this.#claim(id);
    if (write.do === 'edit' && !base && changesNothing(write, before)) return;
    const changeId = this.#write(before, write, wait, base);
    this.#step({ changeId, claimId: before.id, did: write }, before);
  }

  /** What an edit was typed over is what was in view; an act stands for what was acknowledged and is typed since. */
  #write(before: Claim, write: Write, wait = 0, given?: Base): string {
    const known = this.outbox.state().known.get(before.id);
    const seen = isAct(write) ? known : before;
    const base = given ?? (seen ? dependsOn(write, seen) : {});
    return this.outbox.add({ articleId: before.articleId, claimId: before.id, write, base, wait });
  }

  #step(step: Pick<Step, 'changeId' | 'claimId' | 'did'>, before: Claim | null): void {
    const undo = inverseOf(step.did, before);
    if (!undo) return;
    this.#steps = stepped(this.#steps, { ...step, undo, at: Date.now() });
    this.#changed();
  }

  #changed(): void {
    this.#snapshot = null;
    for (const listener of this.#listeners) listener();
  }
}

/** The same span of another text is another place. */
const isOnOtherText = ({ anchor, revision }: ClaimPatch, before: Claim): boolean =>
  Boolean(anchor && before.anchor && revision !== undefined && revision !== before.anchor.revision);

const changesNothing = (write: Write, before: Claim): boolean => {
  const [now, mine] = [dependsOn(write, before), valuesOf(write)];
  if (write.do === 'edit' && isOnOtherText(write.fields, before)) return false;
  return Object.keys(mine).every((name) => saysTheSame(name, mine[name], now[name]));
};
