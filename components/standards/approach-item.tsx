'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { type Approach, type ApproachStanding, publishedApproaches, standingOfApproach } from '@/domain/approach';
import { replyInWords } from '@/domain/reply-words';
import { Badge, type Mood } from '../ui/badge';
import { IconButton } from '../ui/icon-button';
import { longDate } from '../ui/moment';
import { RelativeTime } from '../ui/relative-time';
import { channelWords, standingWords } from './words';

const moods: Record<ApproachStanding, Mood> = {
  waiting: 'warn',
  unanswered: 'neutral',
  answered: 'ok',
  declined: 'neutral',
};

type Props = { approach: Approach; now: string; deeds?: { edit: () => void; remove: () => void } };

/** Somebody who was asked for a reply: how, by when, what came back, and what readers are told. */
export function ApproachItem({ approach, now, deeds }: Props) {
  const standing = standingOfApproach(approach, now);
  const [published] = publishedApproaches([approach]);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 leading-tight font-semibold wrap-anywhere" dir="auto">
          {approach.party}
        </p>
        {deeds && (
          <span className="flex shrink-0">
            <IconButton
              size="sm"
              label={`Record what came of asking ${approach.party}`}
              icon={<Pencil aria-hidden />}
              onClick={deeds.edit}
            />
            <IconButton
              size="sm"
              label={`Delete the record of asking ${approach.party}`}
              icon={<Trash2 aria-hidden />}
              onClick={deeds.remove}
            />
          </span>
        )}
      </div>
      <p>
        <Badge mood={moods[standing]}>{standingWords[standing]}</Badge>
      </p>
      <p className="text-sm text-ink-soft wrap-anywhere">
        {channelWords[approach.channel]}
        {approach.contact && ` (${approach.contact})`} · asked <RelativeTime at={approach.askedAt} />
        {approach.deadline && ` · deadline ${longDate(approach.deadline)}`}
      </p>
      {approach.question && (
        <details className="text-sm text-ink-soft">
          <summary className="min-h-6">The question</summary>
          <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
            {approach.question}
          </p>
        </details>
      )}
      {approach.answer && (
        <blockquote
          className="border-l-2 border-rule pl-2.5 font-serif leading-read whitespace-pre-wrap wrap-anywhere"
          dir="auto"
        >
          {approach.answer}
        </blockquote>
      )}
      <p className="text-sm text-ink-faint wrap-anywhere">
        {published ? `Readers are told: ${replyInWords(published)}` : 'Readers are told nothing of it.'}
      </p>
    </div>
  );
}
