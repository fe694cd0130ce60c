import { canonical } from '../canonical';
import { digestOfQuestion, type SecondState } from '../second-verdict';
import { blocks, type Check, notes } from './check';
import type { Material } from './material';
import type { Going, Selection } from './selection';

/**
 * Whether two reviewers came to the verdict that was approved, the second blind: they agreed, on just this claim. Other
 * words of the claim, or another verdict since, were not judged by two.
 */
export function isVerifiedByTwo({ second, approval: { content } }: Pick<Going, 'second' | 'approval'>): boolean {
  if (second?.state !== 'agrees') return false;
  return canonical(second.verdict) === canonical(content.verdict) && second.question === digestOfQuestion(content);
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
  return goesOut.flatMap(({ second, k, claimId }) => {
    const words = second ? open[second.state]?.(k, secondsBlock) : undefined;
    if (words) return [(secondsBlock ? blocks : notes)('second-verdict', words, claimId)];
    return second?.state === 'agrees'
      ? [notes('second-verdict', `Two reviewers came to the verdict on claim ${k}.`, claimId)]
      : [];
  });
}
