import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClaim } from '@/db/claims/read';
import { database } from '@/db/client';
import { readHeads } from '@/db/events/read';
import { sightings } from '@/db/schema';
import { askSecondVerdict, takeSecondVerdict } from '@/db/second-verdicts/ask';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { readPolicy, setPolicy } from '@/db/second-verdicts/policy';
import { listSecondReviewers } from '@/db/second-verdicts/reviewers';
import { listSightings } from '@/db/sightings/read';
import { seeClaim } from '@/db/sightings/see';
import { etagOf } from '@/domain/canonical';
import { checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let chief: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  chief = await newPerson('editor', 'Chief');
});
afterAll(() => desk.close());

const shown = async ({ actor }: TestPerson, id: string) => value(await readClaim(may('read', actor), id));
/** Somebody opens a claim, as the workspace tells the desk a moment later. */
const open = async (who: TestPerson, id: string) => seeClaim(may('read', who.actor), id, (await shown(who, id)).digest);
const seen = async (who: TestPerson, id: string) => value(await listSightings(may('read', who.actor), id));
const ask = (id: string, whom: TestPerson) => askSecondVerdict(may('decide', chief.actor), id, whom.id);

describe('that somebody had a claim open', () => {
  it('is kept once for each state of it, with the first and the last time, and not in the log', async () => {
    const at = await checking();
    const id = await at.draft('41,200 containers');
    const { log } = await readHeads();
    value(await open(at.editor, id));
    value(await open(at.editor, id));
    expect((await readHeads()).log).toBe(log);
    const first = await at.now(id);
    const changed = await at.edit(id, { statement: 'The port handled 41,200 containers.' });
    value(await open(at.editor, id));
    value(await open(chief, id));
    expect((await seen(at.reviewer, id)).map(({ person, digest }) => [person, digest])).toEqual([
      [at.editor.id, first.digest],
      [at.editor.id, changed.digest],
      [chief.id, changed.digest],
    ]);
    const [row] = await seen(at.reviewer, id);
    expect(row!.lastAt >= row!.firstAt).toBe(true);
  });

  it('names the state that it is in: another than the one that stands is refused', async () => {
    const at = await checking();
    const id = await at.draft('41,200 containers');
    const { digest } = await at.now(id);
    await at.edit(id, { rationale: 'On second thoughts [1].' });
    expect(rules(await seeClaim(may('read', at.editor.actor), id, digest))).toEqual(['stale']);
    expect(await seen(at.editor, id)).toEqual([]);
    expect(rules(await seeClaim(may('read', at.editor.actor), 'none', digest))).toEqual(['no-such-claim']);
  });
});

describe('who had a claim open with its verdict', () => {
  it('is not asked for an independent second one, and the editor is told why', async () => {
    const at = await checking();
    const id = await at.draft('41,200 containers');
    const [looked, other] = [await newPerson('reviewer', 'Lena Park'), await newPerson('reviewer')];
    value(await open(looked, id));
    const listed = value(await listSecondReviewers(may('decide', chief.actor), id));
    const why = (who: TestPerson) => listed.find((person) => person.id === who.id)?.reason;
    expect(why(looked)).toBe('Lena Park has had this claim open with its verdict.');
    expect(why(other)).toBeNull();
    expect(rules(await ask(id, looked))).toEqual(['not-independent']);
    value(await ask(id, other));
  });

  it('does not take one that was drawn either', async () => {
    const at = await checking();
    const permit = may('decide', chief.actor);
    const before = value(await readPolicy(permit, at.article.id));
    value(await setPolicy(permit, at.article.id, [etagOf(before)], { ...before, share: 100 }));
    const id = await at.draft('41,200 containers');
    await at.submit(id);
    const [looked, other] = [await newPerson('reviewer'), await newPerson('reviewer')];
    value(await open(looked, id));
    expect(rules(await takeSecondVerdict(may('annotate', looked.actor), id))).toEqual(['not-independent']);
    value(await takeSecondVerdict(may('annotate', other.actor), id));
  });

  it('is told apart from who had it open before it had any', async () => {
    const at = await checking();
    const id = await at.draft('41,200 containers', { verdict: null, rationale: '' });
    const early = await newPerson('reviewer');
    value(await open(early, id));
    await at.edit(id, { verdict: 'true', rationale: 'The table says so [1].' });
    value(await ask(id, early));
  });
});

describe('the second reviewer of a claim', () => {
  it('is shown nobody who had it open, and leaves no trace of their own, until they have filed', async () => {
    const at = await checking();
    const id = await at.draft('41,200 containers');
    const second = await newPerson('reviewer');
    value(await ask(id, second));
    value(await open(at.editor, id));
    expect(rules(await listSightings(may('read', second.actor), id))).toEqual(['blind']);
    value(await open(second, id));
    const rows = await database().read.select().from(sightings).where(eq(sightings.claimId, id));
    expect(rows.map(({ personId }) => personId)).toEqual([at.editor.id]);
    const whole = await at.now(id);
    expect(rules(await seeClaim(may('read', second.actor), id, whole.digest))).toEqual(['stale']);
    const own = { verdict: 'true', rationale: 'I counted again [1].', evidence: [1] };
    const tag = [etagOf(await shown(second, id))];
    value(await fileSecondVerdict(may('annotate', second.actor), id, tag, own));
    value(await open(second, id));
    expect((await seen(second, id)).map(({ person }) => person)).toEqual([at.editor.id, second.id]);
  });
});
