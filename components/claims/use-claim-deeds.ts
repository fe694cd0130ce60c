import { type RefObject, useMemo, useRef } from 'react';
import type { ArticleHandle } from '../article/article-editor';
import { toast } from '../ui/announcer';
import type { ClaimDeeds } from './claim-actions';
import type { Numbered } from './claim-order';
import { approve, drop, focusIsBack, sendBack, submit, takeBack } from './deeds';
import { isBlind } from './second/second-deeds';
import { keepAsItStood, takeNewWords } from './settling';
import { merge, split } from './splitting';
import { type Checking, useChecking } from './under-check';
import type { OpenClaim } from './use-open-claim';

type Article = RefObject<ArticleHandle | null>;

/** The claim's new span is what is selected in the article; its other places stay where they do not collide. */
function move({ workspace, revision }: Checking, { key, entry, number }: Numbered, article: Article): void {
  const span = article.current?.selection();
  if (!span) {
    toast({ text: `Select the words of claim ${number} in the article first.` });
    return;
  }
  const { start, end } = span;
  const alsoAt = entry.claim.alsoAt
    .filter((other) => other.state === 'lost' || other.end <= start || other.start >= end)
    .map(({ start, end, exact }) => ({ start, end, exact }));
  const anchor = { start, end, exact: revision.text.slice(start, end) };
  workspace.edit(key, { anchor, alsoAt, revision: revision.number });
  toast({
    text: `Claim ${number} stands on the selected words now.`,
    action: { label: 'Undo', run: () => workspace.undo() },
  });
}

/** What the panel, the keys and the palette do with the open claim; the same object throughout. */
export function useClaimDeeds(claims: OpenClaim, article: Article, standing: readonly Numbered[]): ClaimDeeds {
  const checking = useChecking();
  const latest = useRef({ checking, claims, standing });
  latest.current = { checking, claims, standing };
  return useMemo((): ClaimDeeds => {
    const withOpen = (act: (checking: Checking, claim: Numbered) => unknown) => () => {
      const { checking, claims } = latest.current;
      const { current } = claims;
      if (current && isBlind(current.entry.claim)) toast({ text: 'File your second verdict on this claim first.' });
      else if (current) void act(checking, current);
    };
    return {
      submit: withOpen(async (checking, claim) => {
        const { field, asked } = await submit(checking, claim);
        if (asked) await focusIsBack();
        latest.current.claims.ask(field);
      }),
      takeBack: withOpen(takeBack),
      approve: withOpen(approve),
      sendBack: withOpen(sendBack),
      drop: withOpen(async (checking, claim) => {
        if (!(await drop(checking, claim))) return;
        latest.current.claims.open(null);
        await focusIsBack();
        article.current?.focus();
      }),
      restore: withOpen(({ workspace }, { key }) => workspace.restore(key)),
      move: withOpen((checking, claim) => move(checking, claim, article)),
      split: withOpen(async (checking, claim) => {
        const copy = await split(checking, claim);
        if (copy !== null) latest.current.claims.open(copy, 'statement');
      }),
      merge: withOpen(async (checking, claim) => {
        const into = await merge(checking, claim, latest.current.standing);
        await focusIsBack();
        if (into !== null) latest.current.claims.open(into, 'panel');
      }),
      takeNewWords: withOpen(takeNewWords),
      keepAsItStood: withOpen(keepAsItStood),
    };
  }, [article]);
}
