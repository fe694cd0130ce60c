import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '@/domain/claim';
import { trials } from '@/test/trials';
import { FakeBrowser, type FakePage, settle } from './fake-browser';
import { FakeDesk, type Fault } from './fake-desk';

const fields = ['statement', 'rationale', 'assignee'] as const;
type Field = (typeof fields)[number];

type OnEntry = { do: 'type'; claim: number; field: Field } | { do: 'prove'; claim: number };
type Deed =
  | OnEntry
  | { do: 'make' }
  | { do: 'theirs'; claim: number; field: Field }
  | { do: 'wait'; milliseconds: number }
  | { do: 'weather'; faults: (Fault | null)[] }
  | { do: 'crash' | 'second tab' | 'settle conflicts' | 'sign in' | 'refresh' };

const claim = fc.nat(3);
const field = fc.constantFrom(...fields);
const fault = fc.constantFrom<Fault | null>('unheard', 'unanswered', 'unanswered', 401, 429, 500, 503, null, null);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('make' as const) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('type' as const), claim, field }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('theirs' as const), claim, field }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('prove' as const), claim }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.integer({ min: 0, max: 3000 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('weather' as const), faults: fc.array(fault, { maxLength: 6 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'crash' as const,
        'second tab' as const,
        'settle conflicts' as const,
        'sign in' as const,
        'refresh' as const,
      ),
    }),
  },
);

/** After a crash a claim may be on the desk and still wait to be made: what was typed last, under either id, stands. */
const typedUnderTwoIds: Deed[] = [
  { do: 'make' },
  { do: 'type', claim: 0, field: 'statement' },
  { do: 'crash' },
  { do: 'type', claim: 0, field: 'assignee' },
  { do: 'type', claim: 1, field: 'assignee' },
  { do: 'prove', claim: 0 },
  { do: 'theirs', claim: 0, field: 'assignee' },
  { do: 'type', claim: 0, field: 'statement' },
  { do: 'theirs', claim: 0, field: 'statement' },
];

/** One browser and one desk, and what must hold of them whatever happens. */
class World {
  desk = new FakeDesk();
  browser = new FakeBrowser(this.desk);
  pages: FakePage[] = [];
  /** what was last typed into each field, by the marker of the claim */
  typed = new Map<string, { marker: string; field: Field; value: string }>();
  /** values of others that the person had in view when they typed over them or chose theirs */
  seen = new Set<unknown>();
  made = 0;
  proofs = 0;
  #words = 0;

  page = () => this.pages.at(-1)!;
  /** claims know their marker by an address that nobody edits */
  markerOf = (entry: Claim) => (entry.about && typeof entry.about === 'object' ? entry.about.image : '');

  async act(deed: Deed): Promise<void> {
    const { workspace, outbox } = this.page();
    const { entries } = workspace.snapshot();
    if (deed.do === 'make') workspace.make({ about: { image: `claim ${++this.made}` } });
    else if (deed.do === 'wait') await this.browser.clock.pass(deed.milliseconds);
    else if (deed.do === 'weather') this.#weather(deed.faults);
    else if (deed.do === 'crash') await this.crash();
    else if (deed.do === 'second tab') this.pages.push(await this.browser.open());
    else if (deed.do === 'settle conflicts') this.settleConflicts();
    else if (deed.do === 'sign in') outbox.signedIn();
    else if (deed.do === 'refresh') outbox.learn(this.desk.claims());
    else if (deed.do === 'theirs') this.#theirs(deed);
    else if ((deed.do === 'type' || deed.do === 'prove') && entries.length > 0)
      this.#onEntry(deed, entries[deed.claim % entries.length]!.claim);
  }

  #onEntry(deed: OnEntry, shown: Claim): void {
    const { workspace } = this.page();
    if (deed.do === 'prove') {
      workspace.addEvidence(shown.id, { source: { title: `proof ${++this.proofs}` }, stance: 'context' });
      return;
    }
    const value = `mine ${++this.#words}`;
    this.seen.add(shown[deed.field]);
    workspace.edit(shown.id, { [deed.field]: value }, true);
    this.typed.set(`${this.markerOf(shown)} ${deed.field}`, { marker: this.markerOf(shown), field: deed.field, value });
  }

  #theirs({ claim, field }: { claim: number; field: Field }): void {
    const ids = [...this.desk.rows.keys()];
    const id = ids[claim % ids.length];
    if (id) this.desk.elsewhere(id, { [field]: `theirs ${++this.#words}` });
  }

  #weather(faults: (Fault | null)[]): void {
    const left = [...faults];
    this.desk.fault = () => left.shift() ?? null;
  }

  settleConflicts(): void {
    for (const change of this.page().outbox.state().queue) {
      if (change.trouble?.kind !== 'conflict') continue;
      const { theirs } = change.trouble;
      for (const name of Object.keys(change.base)) this.seen.add(theirs[name as Field]);
      this.page().outbox.resolve(change.id, {});
    }
  }

  async crash(): Promise<void> {
    const [last] = this.pages.splice(-1);
    await last?.close();
    if (this.pages.length === 0) this.pages.push(await this.browser.open());
  }

  /** Fair weather, everybody signed in, every conflict settled for what the person typed. */
  async calm(): Promise<void> {
    this.desk.fault = () => null;
    for (let round = 0; round < 12 && this.pages.some(({ outbox }) => outbox.state().queue.length > 0); round += 1) {
      for (const { outbox } of this.pages) outbox.signedIn();
      await this.browser.clock.pass(60_000);
      this.settleConflicts();
      await settle();
    }
  }
}

describe('whatever happens between the keyboard and the desk', () => {
  test('nothing typed is lost, nothing is made twice, and nothing of another is written over unseen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 40 }), async (deeds) => {
        const world = new World();
        world.pages.push(await world.browser.open());
        for (const each of deeds) {
          await world.act(each);
          for (let i = 0; i < 6; i += 1) await Promise.resolve(); // as long as the store takes
        }
        await world.calm();
        for (const { outbox } of world.pages) outbox.learn(world.desk.claims());
        const left = world.pages.flatMap(({ outbox }) => outbox.state().queue);
        expect(left).toEqual([]);
        const claims = world.desk.claims();
        expect(claims.map(world.markerOf).sort()).toEqual(
          Array.from({ length: world.made }, (_, index) => `claim ${index + 1}`).sort(),
        );
        const proofs = claims.flatMap(({ evidence }) => evidence.map(({ source }) => source.title));
        expect(new Set(proofs).size).toBe(proofs.length);
        expect(proofs).toHaveLength(world.proofs);
        for (const { marker, field, value } of world.typed.values()) {
          const { id } = claims.find((each) => world.markerOf(each) === marker)!;
          expect(world.desk.history).toContain(`${id} ${field} ${JSON.stringify(value)}`);
        }
        const unseen = world.desk.overwrites.filter(
          ({ from, to }) => String(to).startsWith('mine') && String(from).startsWith('theirs') && !world.seen.has(from),
        );
        expect(unseen).toEqual([]);
        for (const each of claims)
          for (const { workspace } of world.pages)
            expect(workspace.snapshot().find(each.id)?.claim.statement).toBe(each.statement);
        for (const { outbox } of world.pages) outbox.stop();
      }),
      { numRuns: trials(1000), examples: [[typedUnderTwoIds]] },
    );
  });
});
