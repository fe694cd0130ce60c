import type { PublishedApproach } from '@/domain/approach';
import { replyLead } from '@/domain/reply-words';
import { ours } from './public-page';

/** Who was asked for a reply, and what came of it, in the words that the editors approved. */
export const Replies = ({ replies, language }: { replies: readonly PublishedApproach[]; language: string }) => (
  <div className="replies">
    {replies.map((reply) => (
      <div key={`${reply.party} ${reply.askedOn} ${reply.said} ${reply.words}`}>
        <p {...ours(language)}>
          <b className="stance">Right of reply:</b> <bdi>{replyLead(reply)}</bdi>
        </p>
        {reply.words !== null &&
          (reply.said === 'answer' ? (
            <blockquote dir="auto">{reply.words}</blockquote>
          ) : (
            <p className="told" dir="auto">
              {reply.words}
            </p>
          ))}
      </div>
    ))}
  </div>
);
