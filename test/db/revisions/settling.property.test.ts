import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideClaim } from '@/db/claims/decide';
import { dropClaim, restoreClaim } from '@/db/claims/drop';
import { listClaims } from '@/db/claims/read';
import { settleClaim, unsettleClaim } from '@/db/claims/settle';
import { submitClaim } from '@/db/claims/submission';
import { nextEdition } from '@/db/editions/next';
import { addRevision } from '@/db/revisions/add';
import { verifyActivity } from '@/db/verify';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import { isBroken } from '@/domain/edition';
import { isIntact } from '@/domain/revision';
import { article, claim, edit, prove, revised, selection } from '@/test/checking';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { trials } from '@/test/trials';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
let editor: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
  editor = await newPerson('editor');
  admin = await newPerson('admin');
});
afterAll(() => desk.close());

const sentences = [
  'The mill on Corran Street employed 310 people last spring.',
  'Its owner denied that wages would fall before August.',
  'Councillor Pia Brandt called the plan “a quiet betrayal of the valley”.',
  'A survey of 44 shops found no sign of a boom.',
  'Rents near the station rose by a fifth in two years.',
  'The last inspection took place on 9 May.',
];
const titles = ['Mill owner denies cuts', 'Mill owner announces cuts'];

type Text = { lines: string[]; title: string };
type Deed =
  | { do: 'rewrite' | 'cut' | 'put back' | 'move' | 'add'; line: number }
  | { do: 'retitle'; line: number }
  | { do: 'new-words' | 'keep' | 'unsettle' | 'select' | 'drop' | 'restore' | 'approve'; claim: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constantFrom('rewrite', 'rewrite', 'cut', 'put back', 'move', 'add', 'retitle'),
    line: fc.nat(9),
  }),
  fc.record({
    do: fc.constantFrom('new-words', 'keep', 'unsettle', 'select', 'drop', 'restore', 'approve'),
    claim: fc.nat(sentences.length),
  }),
) as fc.Arbitrary<Deed>;

/** The text after somebody at the paper has been at it. */
function after({ lines, title }: Text, { do: what, line }: Extract<Deed, { line: number }>): Text {
  const at = line % Math.max(1, lines.length);
  const [here, rest] = [lines[at], lines.filter((_, index) => index !== at)];
  switch (what) {
    case 'rewrite':
      return { title, lines: lines.map((each, index) => (index === at ? rewritten(each) : each)) };
    case 'cut':
      return { title, lines: lines.length > 1 ? rest : lines };
    case 'put back':
      return { title, lines: [...lines, ...sentences.filter((each) => !lines.includes(each)).slice(0, 1)] };
    case 'move':
      return { title, lines: here === undefined ? lines : [...rest, here] };
    case 'add':
      return { title, lines: [`An update of hour ${lines.length} says more.`, ...lines] };
    default:
      return { lines, title: titles.find((each) => each !== title)! };
  }
}

const rewritten = (line: string): string =>
  /\d/.test(line) ? line.replace(/\d+/, (digits) => String(Number(digits) + 1)) : line.replace(' ', ' not ');

/** An article under check that lives through deeds, and what has to hold after each of them. */
class Life {
  number = 1;
  claims: Claim[] = [];
  constructor(
    readonly id: string,
    public text: Text,
  ) {}

  read = async (): Promise<Claim[]> => value(await listClaims(may('read', reviewer.actor), this.id));

  async live(next: Deed): Promise<void> {
    this.claims = await this.read();
    if ('line' in next) await this.#revise(after(this.text, next));
    else await this.#deal(next.do, this.claims[next.claim % this.claims.length]!);
    await this.holds();
  }

  async #revise(to: Text): Promise<void> {
    const added = await addRevision(
      may('annotate', reviewer.actor),
      this.id,
      revised(to.lines.join('\n'), { title: to.title }),
    );
    if (!added.ok) {
      expect(added.refusal.problems[0]?.rule).toBe('same-text');
      return;
    }
    this.number += 1;
    this.text = to;
    const now = await this.read();
    const asPeopleLeftIt = ({ id, digest, quotes, state, contributors }: Claim) => ({
      ...{ id, digest, quotes, state, contributors },
    });
    expect(now.map(asPeopleLeftIt)).toEqual(this.claims.map(asPeopleLeftIt));
    for (const before of this.claims.filter(({ unsettled }) => unsettled)) this.#staysOpen(before, now);
  }

  /** What was to be settled is so still, unless the article says the old words again. */
  #staysOpen(before: Claim, now: Claim[]): void {
    const later = now.find(({ id }) => id === before.id)!;
    if (later.unsettled || later.about) return;
    expect(later.anchor).toMatchObject({ exact: before.quotes[0], revision: this.number });
  }

  async #deal(what: Extract<Deed, { claim: number }>['do'], before: Claim): Promise<void> {
    const [who, version] = [may('annotate', reviewer.actor), [etagOf(before)]];
    if (what === 'new-words' || what === 'keep') {
      const settled = await settleClaim(who, before.id, version, { way: what, revision: this.number });
      if (!settled.ok) return;
      if (what === 'keep') expect(settled.value).toMatchObject({ digest: before.digest, state: before.state });
      const back = value(await unsettleClaim(who, before.id, [etagOf(settled.value)]));
      const { updatedAt, settlement, ...same } = before;
      expect(back).toMatchObject(same);
      value(await settleClaim(who, before.id, [etagOf(back)], { way: what, revision: this.number }));
    } else if (what === 'unsettle') await unsettleClaim(who, before.id, version);
    else if (what === 'drop') await dropClaim(may('drop', editor.actor), before.id, version, 'Not now.');
    else if (what === 'restore') await restoreClaim(may('drop', editor.actor), before.id, version);
    else if (what === 'approve') await this.#approve(before);
    else if (!before.about && before.state !== 'dropped') {
      const text = this.text.lines.join('\n');
      const anchor = selection(text, this.text.lines[0]!);
      value(await edit(reviewer.actor, before, { anchor, alsoAt: [], revision: this.number }));
    }
  }

  async #approve(before: Claim): Promise<void> {
    const handed = await submitClaim(may('annotate', reviewer.actor), before.id, [etagOf(before)]);
    const { id, digest } = handed.ok ? handed.value : before;
    await decideClaim(may('decide', editor.actor), id, { outcome: 'approve', digest });
  }

  async holds(): Promise<void> {
    const now = await this.read();
    expect(now.map(({ id }) => id)).toEqual(this.claims.map(({ id }) => id));
    for (const each of now) this.#isHonest(each);
    const next = value(await nextEdition(may('read', editor.actor), this.id, []));
    const stopped = next.next.checklist.filter((check) => isBroken(check) && check.rule === 'settled');
    const open = now.filter(({ state, unsettled }) => state === 'approved' && unsettled);
    expect(stopped.map(({ claimId }) => claimId).sort()).toEqual(open.map(({ id }) => id).sort());
  }

  /** A claim says of itself no more than the article and people said. */
  #isHonest(claim: Claim): void {
    const text = this.text.lines.join('\n');
    if (claim.state === 'approved') expect(claim.approved?.digest).toBe(claim.digest);
    for (const [index, place] of (claim.anchor ? [claim.anchor, ...claim.alsoAt] : []).entries()) {
      if (place.state !== 'lost') expect(text.slice(place.start, place.end)).toBe(place.exact);
      if (place.state === 'changed') expect(place.exact).not.toBe(claim.quotes[index]);
      if (isIntact(place.state)) expect([place.exact, place.revision]).toEqual([claim.quotes[index], this.number]);
      else expect(Boolean(claim.unsettled || claim.kept)).toBe(true);
    }
    if (claim.unsettled) expect(claim.unsettled.revision).toBeLessThanOrEqual(this.number);
  }
}

async function begun(): Promise<Life> {
  const text = { lines: sentences, title: titles[0]! };
  const on = await article(reviewer.actor, { text: sentences.join('\n'), title: text.title });
  const fields = { verdict: 'true', rationale: 'The register says so [1].' };
  for (const sentence of sentences) await prove(reviewer.actor, await claim(reviewer.actor, on, sentence, fields));
  const about = { ...fields, anchor: null, about: 'headline' as const };
  await prove(reviewer.actor, await claim(reviewer.actor, on, sentences[0]!, about));
  return new Life(on.id, text);
}

describe('whatever becomes of an article and its claims', () => {
  it('no claim is lost, none is approved by itself, and none stands on words that nobody settled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 20 }), async (deeds) => {
        const life = await begun();
        for (const each of deeds) await life.live(each);
      }),
      { numRuns: trials(100) },
    );
    expect(await verifyActivity(may('administer', admin.actor))).toMatchObject({ broken: null });
  }, 300_000);
});
