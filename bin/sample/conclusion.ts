import { editConclusion, readConclusion, submitConclusion } from '@/db/conclusions/change';
import { decideConclusion } from '@/db/conclusions/decide';
import { etagOf } from '@/domain/canonical';
import type { Actor } from '@/domain/permission';
import { allowed, certain } from './results';

/** What the sample's desk makes of its article as a whole. */
const words = [
  'The article’s figures **hold where the transport office publishes them**: passengers, forecast and cost are in its own',
  'returns and in the auditor’s account. Where it passes on what others say, it leaves out what speaks against them: the',
  'bridge was not paid for by the city’s households, and no survey compares the airport line with other projects.',
].join(' ');

/** Writes the conclusion and has it approved. */
export async function conclude(
  articleId: string,
  { reviewer, editor }: { reviewer: Actor; editor: Actor },
): Promise<void> {
  const write = allowed(reviewer, 'annotate');
  const empty = certain(await readConclusion(allowed(reviewer, 'read'), articleId));
  const written = certain(await editConclusion(write, articleId, [etagOf(empty)], words));
  const { digest } = certain(await submitConclusion(write, articleId, [etagOf(written)]));
  certain(await decideConclusion(allowed(editor, 'decide'), articleId, { outcome: 'approve', digest }));
}
