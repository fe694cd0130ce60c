import type { Claim } from '@/domain/claim';
import type { Problem } from '@/domain/result';
import type { Checking } from '../claims/under-check';

/** Whether any check of the desk blocks, so that it is worth asking. */
export const somethingBlocks = ({ standards }: Checking): boolean =>
  Object.values(standards.levels).includes('blocking');

/**
 * What of the desk's blocking standards a claim leaves unmet, as the server will say. The standards' script is fetched
 * when it is first wanted; where it cannot be had, the server alone judges.
 */
export async function unmetStandards(
  { standards, article, desk, discussion }: Checking,
  claim: Claim,
): Promise<Problem[]> {
  const domain = await import('@/domain/standards').catch(() => null);
  if (!domain) return [];
  const now = new Date().toISOString();
  const ground = {
    ...standards,
    scale: article.scale,
    desk,
    article,
    openThreads: discussion.openOn(claim.id),
    approval: null,
    siteOf: domain.sitesTold(claim),
    now,
  };
  return domain.problemsOf(domain.evaluate(claim, ground), claim.id);
}
