import { editConclusion, readConclusion, submitConclusion } from '@/db/conclusions/change';
import { etagOf } from '@/domain/canonical';
import type { Conclusion } from '@/domain/conclusion';
import type { conclusionRoutes } from '@/domain/contract/conclusions';
import { article } from '@/test/checking';
import { may, value } from '@/test/desk';
import type { Prepare } from './request';
import type { Scene } from './scene';

const text = 'Most of what the article says about the ferry **holds**.';

async function written({ reviewer }: Scene): Promise<Conclusion> {
  const { id } = await article(reviewer.actor);
  const before = value(await readConclusion(may('read', reviewer.actor), id));
  return value(await editConclusion(may('annotate', reviewer.actor), id, [etagOf(before)], text));
}

const submitted = async (scene: Scene): Promise<Conclusion> => {
  const conclusion = await written(scene);
  const { articleId } = conclusion;
  return value(await submitConclusion(may('annotate', scene.reviewer.actor), articleId, [etagOf(conclusion)]));
};

const on = (conclusion: Conclusion, rest = '') => ({
  path: `/api/v1/articles/${conclusion.articleId}/conclusion${rest}`,
  ifMatch: etagOf(conclusion),
});

export const conclusionRequests: Record<keyof typeof conclusionRoutes, Prepare> = {
  readConclusion: async (scene) => on(await written(scene)),
  editConclusion: async (scene) => ({ ...on(await written(scene)), body: { text: 'None of it holds.' } }),
  submitConclusion: async (scene) => on(await written(scene), '/submission'),
  takeBackConclusion: async (scene) => on(await submitted(scene), '/submission'),
  decideConclusion: async (scene) => {
    const conclusion = await submitted(scene);
    const body = { outcome: 'approve', note: 'Well put.', digest: conclusion.digest };
    return { path: on(conclusion).path.concat('/decisions'), body };
  },
};
