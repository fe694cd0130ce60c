import { addComment, openThread } from '@/db/discussion/open';
import { reply } from '@/db/discussion/reply';
import type { Claim } from '@/domain/claim';
import { mentionOf } from '@/domain/mention';
import type { Actor } from '@/domain/permission';
import { allowed, certain } from './results';

type Text = { id: string; text: string };
type Desk = { reviewer: Actor; second: Actor; editor: Actor };

const words = 'its rails lay under asphalt for 38 years';

/** What the sample's people say to each other of words of the article, and of a claim and its evidence. */
export async function talk({ id, text }: Text, claim: Claim, { reviewer, second, editor }: Desk): Promise<void> {
  const start = text.indexOf(words);
  const anchor = { start, end: start + words.length, exact: words };
  const begun = { body: 'From 1987 to the building of it, that is **36 years** at most. Do we ask?', anchor };
  const thread = certain(await openThread(allowed(second, 'annotate'), id, begun));
  const asked = { body: `Which table is this, ${mentionOf(reviewer.id ?? '')}?`, evidenceId: claim.evidence[0]?.id };
  const question = certain(await addComment(allowed(editor, 'annotate'), claim.id, asked));
  certain(await reply(allowed(reviewer, 'annotate'), question.threadId, 'The second one, last row.'));
  certain(await reply(allowed(editor, 'annotate'), thread.id, 'Ask the archive when the rails were taken out.'));
}
