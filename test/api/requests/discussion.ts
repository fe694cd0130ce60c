import { addComment, openThread } from '@/db/discussion/open';
import { readThread } from '@/db/discussion/read';
import { reply } from '@/db/discussion/reply';
import { resolveThread } from '@/db/discussion/resolve';
import { etagOf } from '@/domain/canonical';
import type { discussionRoutes } from '@/domain/contract/discussion';
import type { Comment } from '@/domain/discussion';
import { mentionOf } from '@/domain/mention';
import { selection } from '@/test/checking';
import { may, newPerson, type TestPerson, value } from '@/test/desk';
import type { Prepare } from './request';
import { proven, type Scene } from './scene';

const onWords = ({ article: { text } }: Scene) => selection(text, 'The line opened in 1974');

const onClaim = async (scene: Scene, by: TestPerson, body = 'Who counted?'): Promise<Comment> => {
  const claim = await proven(scene);
  return value(await addComment(may('annotate', by.actor), claim.id, { body, evidenceId: claim.evidence[0]?.id }));
};

const thread = async (scene: Scene) => {
  const { threadId } = await onClaim(scene, scene.reviewer);
  return value(await readThread(may('read', scene.reviewer.actor), threadId));
};

const resolved = async (scene: Scene) => {
  const made = await thread(scene);
  return value(await resolveThread(may('annotate', scene.editor.actor), made.id, [etagOf(made)]));
};

/** A request about a comment by whoever makes it. */
const ofOwn =
  (body?: unknown): Prepare =>
  async (scene, who) => {
    const comment = await onClaim(scene, who);
    return { path: `/api/v1/comments/${comment.id}`, body, ifMatch: etagOf(comment) };
  };

const ofTurn =
  (make: typeof thread): Prepare =>
  async (scene) => {
    const made = await make(scene);
    return { path: `/api/v1/threads/${made.id}/resolution`, ifMatch: etagOf(made) };
  };

const said = ({ editor }: Scene) => ({ body: `Ask **the port** again, ${mentionOf(editor.id)}.` });

export const discussionRequests: Record<keyof typeof discussionRoutes, Prepare> = {
  listComments: async (scene) => {
    const { claimId, threadId } = await onClaim(scene, scene.reviewer);
    for (const body of ['The port.', 'How?']) value(await reply(may('annotate', scene.editor.actor), threadId, body));
    return { path: `/api/v1/claims/${claimId}/comments?limit=2` };
  },
  addComment: async (scene) => {
    const { id, evidence } = await proven(scene);
    return { path: `/api/v1/claims/${id}/comments`, body: { ...said(scene), evidenceId: evidence[0]?.id } };
  },
  listThreads: async (scene) => {
    const permit = may('annotate', scene.reviewer.actor);
    for (const body of ['Sure?', 'Who says so?', 'When?'])
      value(await openThread(permit, scene.article.id, { body, anchor: onWords(scene) }));
    return { path: `/api/v1/articles/${scene.article.id}/threads?limit=2&state=open` };
  },
  openThread: async (scene) => ({
    path: `/api/v1/articles/${scene.article.id}/threads`,
    body: { ...said(scene), anchor: onWords(scene), revision: 1 },
  }),
  readThread: async (scene) => ({ path: `/api/v1/threads/${(await thread(scene)).id}` }),
  reply: async (scene) => ({ path: `/api/v1/threads/${(await thread(scene)).id}/comments`, body: said(scene) }),
  resolveThread: ofTurn(thread),
  reopenThread: ofTurn(resolved),
  readComment: async (scene) => ({ path: `/api/v1/comments/${(await onClaim(scene, scene.reviewer)).id}` }),
  editComment: async (scene, who) => ofOwn(said(scene))(scene, who),
  withdrawComment: ofOwn(),
};

/** Somebody who does not make the request. */
const stranger = () => newPerson('reviewer');

/** Requests about what somebody else said. */
export const othersComment = {
  editComment: async (scene) => discussionRequests.editComment(scene, await stranger()),
  withdrawComment: async (scene) => discussionRequests.withdrawComment(scene, await stranger()),
} satisfies Record<string, Prepare>;
