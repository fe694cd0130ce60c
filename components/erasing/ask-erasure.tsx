'use client';
import { call, sentencesOf } from '@/client/call';
import type { Erasing } from '@/domain/erasure';
import { toast } from '../ui/announcer';
import { askReason } from '../ui/confirm';
import { ErasureOutlook } from './erasure-outlook';

/** What is to be erased: a person, a claim, or an edition of an article. */
export type Erasable =
  | { kind: 'person'; id: string; name: string }
  | { kind: 'claim'; id: string; k: number }
  | { kind: 'edition'; articleId: string; number: number };

const nameOf = (what: Erasable): string =>
  what.kind === 'person' ? what.name : what.kind === 'claim' ? `claim ${what.k}` : `edition ${what.number}`;

const unanswered = 'The server did not answer. As far as we know nothing was erased: look again.';

/** What erasing would take and leave, as the server knows it now. */
function lookAhead(what: Erasable) {
  if (what.kind === 'person') return call('readPersonErasure', { params: { id: what.id } });
  if (what.kind === 'claim') return call('readClaimErasure', { params: { id: what.id } });
  return call('readEditionErasure', { params: { id: what.articleId, n: what.number } });
}

function erase(what: Erasable, reason: string) {
  const options = { body: { reason }, key: crypto.randomUUID() };
  if (what.kind === 'person') return call('erasePerson', { params: { id: what.id }, ...options });
  if (what.kind === 'claim') return call('eraseClaim', { params: { id: what.id }, ...options });
  return call('eraseEdition', { params: { id: what.articleId, n: what.number }, ...options });
}

const say = (text: string): null => {
  toast({ kind: 'danger', text });
  return null;
};

async function outlook(what: Erasable): Promise<Erasing | null> {
  const answer = await lookAhead(what);
  if (!answer.ok) return say(answer.offline ? unanswered : sentencesOf(answer.problem).join(' '));
  return answer.value.refusal ? say(answer.value.refusal.message) : answer.value;
}

/** Asks why, and erases; asks again, with what was typed, while that is refused. Whether it was erased. */
async function eraseOnceAsked(
  what: Erasable,
  seen: Erasing,
  given = '',
  trouble: string | null = null,
): Promise<boolean> {
  const reason = await askReason({
    title: `Erase ${nameOf(what)}?`,
    body: <ErasureOutlook erasing={seen} trouble={trouble} />,
    action: 'Erase for good',
    danger: true,
    reason: {
      label: 'Reason',
      hint: 'The log keeps it for good, so write it without the words that go.',
      max: 2000,
      given,
      name: `erase-${what.kind}-${what.kind === 'edition' ? `${what.articleId}-${what.number}` : what.id}`,
    },
  });
  if (reason === null) return false;
  const answer = await erase(what, reason);
  if (!answer.ok) {
    const why = answer.offline ? unanswered : sentencesOf(answer.problem).join(' ');
    return eraseOnceAsked(what, seen, reason, why);
  }
  toast({ text: `${what.kind === 'person' ? 'The name and address' : 'The words'} were erased.` });
  return true;
}

/**
 * Shows what erasing would take and leave, asks for a reason, and erases for good. True once it was; otherwise a notice
 * says why not, or the person thought better of it.
 */
export async function askErasure(what: Erasable): Promise<boolean> {
  const seen = await outlook(what);
  if (!seen || seen.erased) return seen !== null;
  return eraseOnceAsked(what, seen);
}
