import { submitClaim } from '@/db/claims/submission';
import { askSecondVerdict } from '@/db/second-verdicts/ask';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { readPolicy, setPolicy } from '@/db/second-verdicts/policy';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { secondVerdictRoutes } from '@/domain/contract/second-verdicts';
import { article, claim, current, prove } from '@/test/checking';
import { may, newPerson, type TestPerson, value } from '@/test/desk';
import type { Prepare } from './request';
import { type Scene, waiting } from './scene';

const filing = {
  verdict: 'false',
  rationale: 'The table counts tickets, not people [1].',
  evidence: [1],
  sources: [{ title: 'Harbour log', url: 'https://log.example/june', quote: 'June: 38,000' }],
};

const path = ({ id }: Claim, rest = ''): string => `/api/v1/claims/${id}/second-verdict${rest}`;

/** A submitted claim of an article of its own, by somebody who makes no request. */
async function submittedByAnother(scene: Scene): Promise<Claim> {
  const author = await newPerson('reviewer');
  return waiting({ ...scene, reviewer: author, article: await article(author.actor) });
}

/** A submitted claim on which somebody is asked for a second verdict, as they see it. */
async function asked(scene: Scene, reviewer: TestPerson): Promise<Claim> {
  const { id } = await submittedByAnother(scene);
  const permit = may('decide', scene.editor.actor);
  const result = await askSecondVerdict(permit, id, reviewer.id);
  // nobody asks who is disabled: they try what somebody else was asked for
  if (!result.ok) value(await askSecondVerdict(permit, id, (await newPerson('reviewer')).id));
  return current(reviewer.actor, { id });
}

/** As `asked`, by an editor who is not the one who is asked. */
const askedOf = async (scene: Scene, reviewer: TestPerson): Promise<Claim> =>
  asked({ ...scene, editor: await newPerson('editor') }, reviewer);

async function differing(scene: Scene): Promise<Claim> {
  const second = await newPerson('reviewer');
  const { id } = await askedOf(scene, second);
  const seen = await current(second.actor, { id });
  return value(await fileSecondVerdict(may('annotate', second.actor), id, [etagOf(seen)], filing));
}

/** A claim of another article that was drawn when it was submitted. */
async function drawn({ editor }: Scene): Promise<Claim> {
  const reviewer = await newPerson('reviewer');
  const on = await article(reviewer.actor);
  const policy = await readPolicy(may('decide', editor.actor), on.id);
  const set = { share: 100, verdicts: [], blocking: true };
  value(await setPolicy(may('decide', editor.actor), on.id, [etagOf(value(policy))], set));
  const made = await claim(reviewer.actor, on, '41,200', { verdict: 'true', rationale: 'So say the returns [1].' });
  const proven = await prove(reviewer.actor, made);
  return value(await submitClaim(may('annotate', reviewer.actor), proven.id, [etagOf(proven)]));
}

export const secondVerdictRequests: Record<keyof typeof secondVerdictRoutes, Prepare> = {
  askSecondVerdict: async (scene) => ({
    path: path(await waiting(scene)),
    body: { reviewer: (await newPerson('reviewer')).id },
  }),
  fileSecondVerdict: async (scene, who) => {
    const claim = await askedOf(scene, who);
    return { path: path(claim), body: filing, ifMatch: etagOf(claim) };
  },
  withdrawSecondVerdict: async (scene) => {
    const { id } = await askedOf(scene, await newPerson('reviewer'));
    const claim = await current(scene.editor.actor, { id });
    return { path: path(claim), ifMatch: etagOf(claim) };
  },
  takeSecondVerdict: async (scene) => ({ path: path(await drawn(scene), '/acceptance') }),
  listSecondReviewers: async (scene) => ({ path: path(await waiting(scene), '/reviewers') }),
  adjudicate: async (scene) => {
    const claim = await differing(scene);
    const body = {
      choice: 'third',
      verdict: 'mixed',
      rationale: 'Both count something [1].',
      reason: 'Neither is whole.',
    };
    return { path: path(claim, '/adjudication'), body, ifMatch: etagOf(claim) };
  },
  readSecondVerdictPolicy: async ({ reviewer }) => {
    const { id } = await article(reviewer.actor);
    return { path: `/api/v1/articles/${id}/second-verdict-policy` };
  },
  setSecondVerdictPolicy: async ({ reviewer, editor }) => {
    const { id } = await article(reviewer.actor);
    const policy = value(await readPolicy(may('decide', editor.actor), id));
    const body = { share: 20, verdicts: ['false'], blocking: false };
    return { path: `/api/v1/articles/${id}/second-verdict-policy`, body, ifMatch: etagOf(policy) };
  },
};

/** One's own second verdict is withdrawn by declining it. */
export const declining: Prepare = async (scene, who) => {
  const claim = await askedOf(scene, who);
  return { path: path(claim), ifMatch: etagOf(claim) };
};
