import { describe, expect, it } from 'vitest';
import { liveChecks } from '@/components/publish/checks';
import { emptyDraft } from '@/components/publish/draft';
import { isBroken, planEdition } from '@/domain/edition';
import { afterwards, candidate, choices, material, published } from '@/test/builders/edition';

const first = material();
const second = { ...afterwards(first, published(first)), claims: [candidate('b', { quote: '300 people' })] };
const { checklist } = planEdition(second, choices());
const broken = (draft: Partial<typeof emptyDraft>) =>
  liveChecks(checklist, { ...emptyDraft, ...draft })
    .filter(isBroken)
    .map(({ rule }) => rule);

describe('the checklist while a note is typed', () => {
  it('agrees with what the server will say of that note and that kind of change', () => {
    for (const note of ['', '  ', 'A claim was added.']) {
      for (const tier of [null, 'update', 'correction', 'verdict-changed'] as const) {
        const said = planEdition(second, choices({ note, tier })).checklist.filter(isBroken);
        expect(broken({ note, tier })).toEqual(said.map(({ rule }) => rule));
      }
    }
  });
});
