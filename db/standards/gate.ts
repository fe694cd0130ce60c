import type { Claim } from '@/domain/claim';
import type { Problem } from '@/domain/result';
import { problemsOf } from '@/domain/standards';
import type { Tx } from '../client';
import { findingsOf, groundOfArticle } from './ground';
import { readLevels } from './settings';

/** What of the desk's blocking standards a claim leaves unmet: it is neither submitted nor approved so. */
export async function unmetStandards(tx: Tx, claim: Claim): Promise<Problem[]> {
  const { levels } = await readLevels(tx);
  if (!Object.values(levels).includes('blocking')) return [];
  const ground = await groundOfArticle(tx, claim.articleId, levels);
  const [findings = []] = await findingsOf(tx, ground, [claim]);
  return problemsOf(findings, claim.id);
}
