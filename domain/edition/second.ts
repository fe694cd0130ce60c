import { canonical } from '../canonical';
import { digestOfQuestion, type SecondState } from '../second-verdict';
import { blocks, type Check, notes } from './check';
import type { Material } from './material';
import type { Adjudicated } from './payload';
import type { Going, Selection } from './selection';

type Judged = Pick<Going, 'second' | 'approval'>;

/**
 * Whether two reviewers came to the verdict that was approved, the second blind: they agreed, on just this claim. Other
 * words of the claim, or another verdict since, were not judged by two.
 */
export function isVerifiedByTwo({ second, approval: { content } }: Judged): boolean {
  if (second?.state !== 'agrees') return false;
  return canonical(second.verdict) === canonical(content.verdict) && second.question === digestOfQuestion(content);
}

/** How it was settled that two independent verdicts differ, where just that verdict on just this claim was approved. */
export function adjudicatedFor({ second, approval: { content } }: Judged): Adjudicated | null {
  if (second?.state !== 'adjudicated' || !second.adjudicated) return null;
  const { verdict, choice, reason } = second.adjudicated;
  const stands = canonical(verdict) === canonical(content.verdict) && second.question === digestOfQuestion(content);
  return stands ? { choice, reason } : null;
}

const asked = (k: number): string => `A second verdict on claim ${k} is asked for and not filed.`;
const open: Partial<Record<SecondState, (k: number, isBlocking: boolean) => string>> = {
  asked: (k, isBlocking) =>
    isBlocking
      ? `${asked(k)} The article’s policy waits for it: have it filed, or withdraw it.`
      : `${asked(k)} Publishing ends it, since the edition shows the first.`,
  differs: (k, isBlocking) =>
    `The two verdicts on claim ${k} differ and nobody has adjudicated.${isBlocking ? ' The article’s policy waits for that.' : ''}`,
};

/** What is open between two verdicts on claims that go out: worth knowing, and blocking where the article's policy says so. */
export function onSeconds({ goesOut }: Selection, { secondsBlock = false }: Material): Check[] {
  return goesOut.flatMap((going) => {
    const { second, k, claimId } = going;
    const words = second ? open[second.state]?.(k, secondsBlock) : undefined;
    if (words) return [(secondsBlock ? blocks : notes)('second-verdict', words, claimId)];
    const told = settled(going);
    return told ? [notes('second-verdict', told, claimId)] : [];
  });
}

/** What readers will be told of two verdicts on a claim; null for nothing. */
function settled(going: Going): string | null {
  const { second, k } = going;
  if (second?.state === 'agrees') return `Two reviewers came to the verdict on claim ${k}.`;
  const adjudicated = adjudicatedFor(going);
  return (
    adjudicated && `Two reviewers differed on claim ${k}. The public record gives the reason: “${adjudicated.reason}”`
  );
}
