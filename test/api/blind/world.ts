import { vi } from 'vitest';
import { addApproach } from '@/db/approaches/approach';
import { decideClaim } from '@/db/claims/decide';
import { linkClaim } from '@/db/claims/links';
import { settleClaim } from '@/db/claims/settle';
import { waive } from '@/db/claims/waivers';
import { editConclusion, readConclusion } from '@/db/conclusions/change';
import { addComment } from '@/db/discussion/open';
import { publishEdition } from '@/db/editions/publish';
import { addEvidence } from '@/db/evidence/evidence';
import { listNotifications } from '@/db/notifications/read';
import { tellPresence } from '@/db/presence/tell';
import { addRevision } from '@/db/revisions/add';
import { askSecondVerdict } from '@/db/second-verdicts/ask';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { Stance } from '@/domain/evidence';
import { mentionOf } from '@/domain/mention';
import { article, claim, current, edit, revised, submit } from '@/test/checking';
import { may, newPerson, type TestPerson, value } from '@/test/desk';
import { approvedOn, cookieOf, type Sample, type Scene, withPassword } from '../requests/scene';
import { call } from '../router';

/** All in which two desks differ: the first verdict, why, by whom, when, and what an editor made of it. */
export type First = {
  author: 'Ada Reed' | 'Ben Moss';
  verdict: string;
  rationale: string;
  stance: Stance;
  note: string;
  decision: { outcome: 'approve' | 'return'; note: string };
  assignee: 'Ada Reed' | 'Ben Moss';
  /** seconds that pass before each step of the author's and the editor's */
  pace: number;
};

/** A desk on which somebody is asked for a second verdict on a claim, as all of it would be but for the first. */
export type World = {
  scene: Scene;
  /** who is asked, an administrator: nobody is shown more */
  second: TestPerson & { cookie: string };
  claim: Claim;
  source: string;
  evidence: string;
  article: Sample;
  /** ids of the two people of whom one is the first's author */
  authors: string[];
  /** ids of what belongs to the claim: said of it, asked and waived for it, linked with it; and another claim */
  around: Record<'thread' | 'comment' | 'approach' | 'waiver' | 'link' | 'notification' | 'other', string>;
  /** what the second reviewer had stored under keys before they were asked */
  replays: { method: string; path: string; body: unknown; ifMatch?: string; key: string }[];
};

const evidence = (stance: Stance, note: string) => ({
  source: { title: 'Passenger returns', url: 'https://port.example/returns', publisher: 'Saltmere Port Authority' },
  stance,
  quote: 'June: 41,900',
  primary: true,
  note,
});

const approach = { party: 'Ines Varga', channel: 'email', askedAt: '2026-11-20T08:00:00Z' } as const;
const tab = { tab: 'tab-one', field: 'rationale' } as const;
const words = '41,200 passengers in June';
const changed = (text: string): string => text.replace('41,200', '41,900');

/** Builds the desk. What differs takes as many rows and ids in both, so that the rest of both is the same. */
export async function worldWith(first: First): Promise<World> {
  let now = Date.UTC(2026, 10, 20, 9);
  const at = (instant: number) => {
    now = instant;
    vi.setSystemTime(now);
  };
  const tick = (seconds = 60) => at(now + seconds * 1000);
  tick();
  const people = {
    'Ada Reed': await newPerson('reviewer', 'Ada Reed'),
    'Ben Moss': await newPerson('reviewer', 'Ben Moss'),
  };
  const author = people[first.author];
  const [reviewer, editor, asker, admin, second] = [
    await newPerson('reviewer', 'Cleo Hart'),
    await newPerson('editor', 'Dan Wolfe'),
    await newPerson('editor', 'Eve Lind'),
    await newPerson('admin', 'Finn Orr'),
    await newPerson('admin', 'Gil Sand'),
  ];
  await withPassword(second);
  const [on, other, published] = [
    await article(reviewer.actor),
    await article(reviewer.actor),
    await article(reviewer.actor),
  ];
  const scene: Scene = { reviewer, editor, admin, article: other, published };
  await approvedOn(scene, published);
  value(await publishEdition(may('publish', editor.actor), published.id, {}, null));
  await approvedOn(scene, on);

  at(Date.UTC(2026, 10, 20, 10));
  const made = await claim(author.actor, on, words);
  tick();
  value(await addRevision(may('annotate', reviewer.actor), on.id, revised(changed(on.text))));
  const at2 = await current(author.actor, made);
  tick(first.pace);
  value(
    await settleClaim(may('annotate', author.actor), made.id, [await etag(author, at2)], {
      way: 'new-words',
      revision: 2,
    }),
  );
  const proof = value(await addEvidence(may('annotate', author.actor), made.id, evidence(first.stance, first.note)));
  tick(first.pace);
  const { verdict, rationale } = first;
  const assignee = people[first.assignee].id;
  const judged = value(
    await edit(author.actor, proof.claim, {
      statement: 'The ferry carried 41,900 in June.',
      verdict,
      rationale,
      assignee,
    }),
  );
  tick(first.pace);
  const { digest } = await submit(author.actor, judged);
  value(await decideClaim(may('decide', editor.actor), made.id, { ...first.decision, digest }));
  // a return opens a thread with its note; so that there is one in both
  if (first.decision.outcome === 'approve')
    value(await addComment(may('annotate', editor.actor), made.id, { body: first.decision.note }));

  tick(first.pace);
  const around = await workAround(first, author, made, on, { reviewer, second, at });

  at(Date.UTC(2026, 10, 20, 12));
  const replays = await storedBefore(second, made.id, on.id, changed(on.text));
  tick();
  value(await askSecondVerdict(may('decide', asker.actor), made.id, second.id));
  tick(first.pace);
  const after = { rationale: `${rationale} Looked at again.` };
  value(await edit(author.actor, await current(author.actor, made), after));
  at(Date.UTC(2026, 10, 20, 13));
  return {
    scene,
    second: { ...second, cookie: await cookieOf(second) },
    claim: await current(second.actor, made),
    source: proof.evidence.source.id,
    evidence: proof.evidence.id,
    article: on,
    authors: Object.values(people).map(({ id }) => id),
    around,
    replays,
  };
}

/** All that belongs to the claim besides, most of it by its author and of what they found: said, asked, waived, summed up, linked. */
async function workAround(
  { note, rationale }: First,
  author: TestPerson,
  { id }: Claim,
  on: Sample,
  { reviewer, second, at }: { reviewer: TestPerson; second: TestPerson; at: (instant: number) => void },
): Promise<World['around']> {
  const permit = may('annotate', author.actor);
  const said = value(await addComment(permit, id, { body: `${note} ${mentionOf(second.id)}` }));
  const made = value(await addApproach(permit, id, { ...approach, question: note }));
  const waived = { rule: 'two-sources', reason: rationale } as const;
  const { waivers } = value(await waive(permit, id, [etagOf(made.claim)], waived));
  const before = value(await readConclusion(may('read', author.actor), on.id));
  value(await editConclusion(permit, on.id, [etagOf(before)], rationale));
  at(Date.UTC(2026, 10, 20, 11, 30));
  const other = await claim(reviewer.actor, on, 'closes each winter');
  const link = value(await linkClaim(may('annotate', reviewer.actor), id, { claim: other.id, kind: 'related' }));
  value(await tellPresence(may('read', author.actor), { tabs: [{ ...tab, articleId: on.id, claimId: id }] }));
  const [told] = await listNotifications(may('read', second.actor), { limit: 1 });
  return {
    thread: said.threadId,
    comment: said.id,
    approach: made.approach.id,
    waiver: waivers[0]!.id,
    link: link.id,
    notification: told!.id,
    other: other.id,
  };
}

const etag = async ({ token }: TestPerson, { id }: Claim): Promise<string> =>
  (await call('GET', `/api/v1/claims/${id}`, { as: { token } })).etag;

/**
 * Answers that the server keeps for the second reviewer from before, with the whole claim in them: of an edit that changed
 * nothing, and of a revision in which the claim stands as it stood.
 */
async function storedBefore(
  second: TestPerson,
  id: string,
  articleId: string,
  text: string,
): Promise<World['replays']> {
  const as = { token: second.token };
  const path = `/api/v1/claims/${id}`;
  const writes = [
    { method: 'PATCH', path, body: { kind: 'number' }, ifMatch: (await call('GET', path, { as })).etag, key: 'edit' },
    {
      method: 'POST',
      path: `/api/v1/articles/${articleId}/revisions`,
      body: { content: `${text}\nThe line has three ships.`, title: 'Saltmere ferry counts its passengers', base: 2 },
      key: 'revision',
    },
  ];
  for (const { method, path, ...sent } of writes) {
    const { status, text } = await call(method, path, { as, ...sent });
    if (status >= 300 || !text.includes(id))
      throw new Error(`${method} ${path} was to be stored with the claim: ${text}`);
  }
  return writes;
}
