import type { ChangeKind } from '@/domain/anchor';
import type { Report } from '@/domain/revision';
import type { SettlementWay } from '@/domain/settling';

const kinds: Record<ChangeKind, string> = {
  negation: 'a negation',
  number: 'a number',
  date: 'a date',
  name: 'a name',
  quotation: 'a quotation',
  modality: 'a “may”, “will” or the like',
  wording: 'the wording',
};

const inList = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What kind of change it is, the most telling first: "A number and a name changed". */
export function kindWords(changes: readonly ChangeKind[]): string {
  const telling = changes.filter((kind) => kind !== 'wording');
  return telling.length === 0
    ? 'Only the wording changed'
    : `${capital(inList(telling.map((kind) => kinds[kind])))} changed`;
}

export const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/** What a revision did to the claims, in a sentence: "Of 12 claims, 9 stand, 1 moved, 1 changed and 1 is lost." */
export function countsInWords({ exact, moved, changed, lost }: Report['counts']): string {
  const all = exact + moved + changed + lost;
  if (all === 0) return 'The article had no claims.';
  const told = [
    exact > 0 && `${exact} ${exact === 1 ? 'stands' : 'stand'}`,
    moved > 0 && `${moved} moved`,
    changed > 0 && `${changed} changed`,
    lost > 0 && `${lost} ${lost === 1 ? 'is' : 'are'} lost`,
  ].filter((part) => part !== false);
  if (lost === all) return all === 1 ? 'The one claim is lost.' : `All ${all} claims are lost.`;
  if (changed === all) return all === 1 ? 'The one claim changed.' : `All ${all} claims changed.`;
  if (changed + lost === 0)
    return all === 1 ? 'The one claim stands.' : `All ${all} claims stand${moved > 0 ? `; ${moved} moved` : ''}.`;
  return `Of ${counted(all, 'claim')}, ${inList(told)}.`;
}

/** The counts in a line: "9 stand · 1 changed". */
export const countsInShort = ({ exact, moved, changed, lost }: Report['counts']): string =>
  [
    exact > 0 && `${exact} ${exact === 1 ? 'stands' : 'stand'}`,
    moved > 0 && `${moved} moved`,
    changed > 0 && `${changed} changed`,
    lost > 0 && `${lost} lost`,
  ]
    .filter(Boolean)
    .join(' · ') || 'no claims';

/** How a claim was settled, before the name of who did it. */
export const settledWords: Record<SettlementWay, string> = {
  'new-words': 'Same claim, new words, said',
  keep: 'Kept as it stood by',
  selected: 'Its words were selected by',
};
