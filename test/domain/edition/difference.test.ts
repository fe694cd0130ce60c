import { describe, expect, it } from 'vitest';
import { differences } from '@/domain/edition';
import { afterwards, candidate, material, published } from '@/test/builders/edition';

const first = material({ claims: [candidate('a'), candidate('b', { quote: '300 people' })] });
const before = published(first);
const next = afterwards(first, before);

describe('the difference between two editions', () => {
  it('is nothing between equals', () => {
    expect(differences(before, published(next))).toEqual([]);
  });

  it('names a claim that is new and one that was taken out', () => {
    const claims = [next.claims[0]!, candidate('c', { quote: 'a record', content: { statement: 'It was a record.' } })];
    expect(differences(before, published({ ...next, claims }))).toEqual([
      { kind: 'added', k: 3, statement: 'It was a record.', changes: [] },
      {
        kind: 'removed',
        k: 2,
        statement: before.claims[1] && 'claim' in before.claims[1] && before.claims[1].claim.content.statement,
        changes: [],
      },
    ]);
  });

  it('shows a changed verdict by its words, and each changed part', () => {
    const verdict = { key: 'false', scale: 'plain', version: 1 };
    const changed = { ...candidate('a', { content: { verdict, rationale: 'It was 14,200.' } }), k: 1 };
    const found = differences(before, published({ ...next, claims: [changed, next.claims[1]!] }));
    expect(found).toMatchObject([
      {
        kind: 'changed',
        k: 1,
        changes: [
          { what: 'verdict', before: 'True', after: 'False' },
          { what: 'rationale', after: 'It was 14,200.' },
        ],
      },
    ]);
  });

  it('shows what changed of the article', () => {
    const article = { ...next.article, title: 'A new title' };
    expect(differences(before, published({ ...next, article }))).toMatchObject([
      { kind: 'article', k: null, changes: [{ what: 'title', after: 'A new title' }] },
    ]);
  });

  it('shows evidence by its number', () => {
    const evidence = [
      ...first.claims[0]!.approval!.content.evidence,
      {
        number: 2,
        stance: 'context',
        quote: null,
        locator: null,
        primary: false,
        accessedOn: null,
        archivedUrl: null,
        source: { description: 'A dock worker' },
      },
    ];
    const changed = { ...candidate('a', { content: { evidence } }), k: 1 };
    const [found] = differences(before, published({ ...next, claims: [changed, next.claims[1]!] }));
    expect(found?.changes).toEqual([{ what: 'evidence 2', before: '', after: 'context, secondary\nA dock worker' }]);
  });
});
