import type { Claimant } from '../claimant';
import { type Placed, placedBlocks } from './blocks';
import type { ArticleDoc } from './schema';

const LONGEST = 200;

/** The text block that holds an offset; its end belongs to it. */
const blockAt = (blocks: readonly Placed[], offset: number): Placed | undefined =>
  blocks.findLast(({ start }) => start <= offset);

/** “JANE DOE, CITY TREASURER” is Jane Doe by name, printed in capitals, and City Treasurer by role. */
function claimantNamed(speaker: string): Claimant {
  const [name = speaker, ...role] = speaker.split(/, +/);
  return { name, type: 'person', ...(role.length > 0 ? { role: role.join(', ').slice(0, LONGEST) } : {}) };
}

/**
 * Who made a claim that begins at an offset, until a person says otherwise: whoever speaks there in a transcript, else
 * the publication; null where neither is known.
 */
export function claimantAt(doc: ArticleDoc, offset: number | null, publication: string | null): Claimant | null {
  const block = offset === null ? undefined : blockAt(placedBlocks(doc), offset);
  const speaker = block?.node.type === 'paragraph' ? block.node.attrs?.speaker : null;
  if (speaker) return claimantNamed(speaker);
  return publication === null ? null : { name: publication, type: 'publication' };
}
