import { editConclusion, readConclusion, submitConclusion, takeBackConclusion } from '@/db/conclusions/change';
import { decideConclusion } from '@/db/conclusions/decide';
import { etagOf } from '@/domain/canonical';
import type { Conclusion } from '@/domain/conclusion';
import type { DecisionRequest } from '@/domain/contract/claims';
import type { Result } from '@/domain/result';
import { may, type TestPerson, value } from '../desk';

/** What people do with the conclusion of an article, in one word each. */
export function concluding(articleId: string, { reviewer, editor }: { reviewer: TestPerson; editor: TestPerson }) {
  const now = async (): Promise<Conclusion> => value(await readConclusion(may('read', reviewer.actor), articleId));
  const version = async () => [etagOf(await now())];
  const write = async (text: string, by = reviewer): Promise<Conclusion> =>
    value(await editConclusion(may('annotate', by.actor), articleId, await version(), text));
  const submit = async (): Promise<Result<Conclusion>> =>
    submitConclusion(may('annotate', reviewer.actor), articleId, await version());
  const takeBack = async (): Promise<Result<Conclusion>> =>
    takeBackConclusion(may('annotate', reviewer.actor), articleId, await version());
  const decide = async (given: Partial<DecisionRequest>, by = editor): Promise<Result<Conclusion>> => {
    const { digest } = await now();
    return decideConclusion(may('decide', by.actor), articleId, { outcome: 'approve', digest, ...given });
  };
  const approved = async (text: string): Promise<Conclusion> => {
    await write(text);
    value(await submit());
    return value(await decide({}));
  };
  return { now, version, write, submit, takeBack, decide, approved };
}
