import type { RefObject } from 'react';
import type { ArticleHandle } from '../article/article-editor';
import { announce } from '../ui/announcer';
import { type Command, isTyping, useShortcuts } from '../ui/command';
import type { ClaimDeeds } from './claim-actions';
import type { Numbered } from './claim-order';
import { labelOf } from './claim-ranges';
import { useIsOffered } from './second/offered';
import { isBlind, mayAdjudicate, mayAsk, secondDialog } from './second/second-deeds';
import { wayKeys } from './settling';
import { useChecking, useSnapshot } from './under-check';
import type { OpenClaim } from './use-open-claim';

const DIGITS = 9;

type Parts = {
  article: RefObject<ArticleHandle | null>;
  claims: OpenClaim;
  standing: readonly Numbered[];
  deeds: ClaimDeeds;
  onClaim: () => void;
  onAbout: (about: 'headline' | 'image' | 'article') => void;
  onAddEvidence: () => void;
  /** on the words selected, or on the open claim */
  onComment: () => void;
};

/** Back to the article, where a further Escape closes the claim. */
function backToArticle({ article }: Parts): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && isTyping(focused)) focused.blur();
  article.current?.focus();
}

/** Everything the workspace does by key, for the keyboard, the palette and the list under `?`. */
export function useClaimKeys(parts: Parts): void {
  const { claims, standing, deeds, onClaim, onAbout, onAddEvidence, onComment } = parts;
  const checking = useChecking();
  const { workspace, article } = checking;
  const { undo, redo } = useSnapshot();
  const { scale } = article;
  const { current, open, step } = claims;
  const isOffered = useIsOffered();
  const hidden = current !== null && (isBlind(current.entry.claim) || isOffered(current.entry.claim));
  const state = hidden ? undefined : current?.entry.claim.state;
  const none = !current || hidden || state === 'dropped';
  const second = current?.entry.claim;
  const settles = !none && current.entry.claim.unsettled !== null;
  const back = (did: () => string | null, words: string | null, said: string) => () => {
    const id = did();
    if (words) announce(`${said}: ${words}.`);
    const entry = workspace.snapshot().find(id);
    if (entry) open(entry.key);
  };
  const verdicts = scale.values.slice(0, DIGITS).map(
    (value, index): Command => ({
      keys: String(index + 1),
      label: `Verdict: ${value.label}`,
      group: 'Verdict',
      disabled: none,
      run: () => current && workspace.edit(current.key, { verdict: value.key }),
    }),
  );
  const goTo = standing.map(
    (numbered): Command => ({
      label: `${labelOf(numbered, scale, isOffered)}. ${numbered.entry.claim.statement.slice(0, 120)}`,
      group: 'Claims',
      run: () => open(numbered.key, 'panel'),
    }),
  );
  const group = 'Claim';
  useShortcuts([
    { keys: 'j', label: 'Next claim', group, run: () => step(1), repeat: true },
    { keys: 'k', label: 'Previous claim', group, run: () => step(-1), repeat: true },
    { keys: 'c', label: 'Claim the selected words, or the sentence at the caret', group, run: onClaim },
    { keys: 'Shift+C', label: 'Give the claim the selected words', group, run: deeds.move, disabled: none },
    {
      keys: wayKeys['new-words'],
      label: 'Settle: same claim, new words',
      group: 'Settling',
      run: deeds.takeNewWords,
      disabled: !settles,
    },
    {
      keys: wayKeys.edit,
      label: 'Settle: edit',
      group: 'Settling',
      run: () => claims.ask('statement'),
      disabled: !settles,
    },
    { keys: wayKeys.drop, label: 'Settle: drop', group: 'Settling', run: deeds.drop, disabled: !settles },
    {
      keys: wayKeys.keep,
      label: 'Settle: keep as it stood',
      group: 'Settling',
      run: deeds.keepAsItStood,
      disabled: !settles,
    },
    { keys: 'e', label: 'Add evidence', group, run: onAddEvidence, disabled: none },
    {
      keys: 'Mod+Enter',
      label: 'Submit',
      group,
      run: deeds.submit,
      whileTyping: true,
      disabled: none || state === 'submitted' || state === 'approved',
    },
    { keys: 'a', label: 'Approve', group, run: deeds.approve, disabled: state !== 'submitted' },
    { keys: 'r', label: 'Return with a note', group, run: deeds.sendBack, disabled: state !== 'submitted' },
    { label: 'Take back the submission', group, run: deeds.takeBack, disabled: state !== 'submitted' },
    {
      keys: 't',
      label: 'Comment on the selected words, or on the open claim',
      group,
      run: onComment,
      keywords: ['discuss', 'thread'],
    },
    { label: 'Split the claim', group, run: deeds.split, disabled: none, keywords: ['copy'] },
    { label: 'Merge the claim into another', group, run: deeds.merge, disabled: none, keywords: ['duplicate'] },
    { label: 'Drop the claim', group, run: deeds.drop, disabled: none },
    {
      label: 'Ask for a second verdict',
      group,
      run: () => secondDialog.set('ask'),
      disabled: !second || !mayAsk(checking, second),
    },
    {
      label: 'Adjudicate two verdicts',
      group,
      run: () => secondDialog.set('adjudicate'),
      disabled: !second || !mayAdjudicate(checking, second),
    },
    { label: 'Restore the claim', group, run: deeds.restore, disabled: state !== 'dropped' },
    { label: 'Claim about the headline', group, run: () => onAbout('headline') },
    { label: 'Claim about an image', group, run: () => onAbout('image') },
    { label: 'Claim about the whole article', group, run: () => onAbout('article'), keywords: ['omission'] },
    { keys: 'Escape', label: 'Back to the article', group, run: () => backToArticle(parts), whileTyping: true },
    {
      keys: 'Mod+Z',
      label: undo ? `Undo: ${undo}` : 'Undo',
      group,
      disabled: undo === null,
      run: back(() => workspace.undo(), undo, 'Undone'),
    },
    {
      keys: 'Mod+Shift+Z',
      label: redo ? `Redo: ${redo}` : 'Redo',
      group,
      disabled: redo === null,
      run: back(() => workspace.redo(), redo, 'Done again'),
    },
    ...verdicts,
    ...goTo,
  ]);
}
