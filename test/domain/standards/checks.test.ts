import { describe, expect, test } from 'vitest';
import { scaleSchema } from '@/domain/scale';
import shipped from '@/domain/scales.json';
import { evaluate, type Finding, type Ground, type Judged, type StandardRule } from '@/domain/standards';
import { approach, ground, item, judged, waiver } from '@/test/builders/judged';

const outcome = (rule: StandardRule, claim: Judged, by: Ground): Finding =>
  evaluate(claim, by).find((finding) => finding.rule === rule)!;

type Case = [says: string, claim: Partial<Judged>, by: Partial<Ground>, expected: Finding['outcome']];

const cases: Record<StandardRule, Case[]> = {
  'two-sources': [
    ['two publishers', {}, {}, 'holds'],
    ['one source', { evidence: [item(1)] }, {}, 'unmet'],
    ['none yet', { evidence: [] }, {}, 'unmet'],
    ['none yet, and no verdict', { evidence: [], verdict: null }, {}, 'unmet'],
    ['one source, and the reason why', { evidence: [item(1)], waivers: [waiver('two-sources')] }, {}, 'waived'],
    ['a reason for another check', { evidence: [item(1)], waivers: [waiver('primary-source')] }, {}, 'unmet'],
    ['two publishers, and a reason that is not needed', { waivers: [waiver('two-sources')] }, {}, 'holds'],
    [
      'two pages of one domain',
      {
        evidence: [
          item(1, { source: { url: 'https://www.port.example/a' } }),
          item(2, { source: { url: 'https://data.port.example/b' } }),
        ],
      },
      {},
      'unmet',
    ],
    [
      'one publisher under two domains',
      { evidence: [item(1, { source: { publisher: 'The BBC' } }), item(2, { source: { publisher: 'the bbc' } })] },
      {},
      'unmet',
    ],
    [
      'two of a country’s second level',
      {
        evidence: [item(1, { source: { url: 'https://a.co.uk/' } }), item(2, { source: { url: 'https://b.co.uk/' } })],
      },
      {},
      'holds',
    ],
    [
      'two blogs of one host',
      {
        evidence: [
          item(1, { source: { url: 'https://ann.github.io/' } }),
          item(2, { source: { url: 'https://bob.github.io/' } }),
        ],
      },
      {},
      'holds',
    ],
    [
      'two documents without address or publisher',
      {
        evidence: [
          item(1, { source: { url: null, publisher: null } }),
          item(2, { source: { url: null, publisher: null } }),
        ],
      },
      {},
      'holds',
    ],
    [
      'a copy in the web archive',
      {
        evidence: [
          item(1, { source: { url: 'https://port.example/a', publisher: null } }),
          item(2, { source: { url: 'https://web.archive.org/web/2026/https://port.example/b', publisher: null } }),
        ],
      },
      {},
      'unmet',
    ],
    ['a second one that is only context', { evidence: [item(1), item(2, { stance: 'context' })] }, {}, 'unmet'],
    ['a verdict that needs no evidence', { evidence: [], verdict: 'not-checkable' }, {}, 'does-not-apply'],
  ],
  'primary-source': [
    ['one is primary', { evidence: [item(1), item(2, { primary: false })] }, {}, 'holds'],
    ['one for context is', { evidence: [item(1, { primary: false }), item(2, { stance: 'context' })] }, {}, 'holds'],
    ['none is', { evidence: [item(1, { primary: false })] }, {}, 'unmet'],
    [
      'none is, for a reason',
      { evidence: [item(1, { primary: false })], waivers: [waiver('primary-source')] },
      {},
      'waived',
    ],
    ['a verdict that needs no evidence', { evidence: [], verdict: 'unproven' }, {}, 'does-not-apply'],
  ],
  'passage-quoted': [
    ['all are quoted', {}, {}, 'holds'],
    ['one is not', { evidence: [item(1), item(2, { quote: ' ' })] }, {}, 'unmet'],
    ['context is not', { evidence: [item(1), item(2, { stance: 'context', quote: null })] }, {}, 'holds'],
    ['there is none', { evidence: [] }, {}, 'does-not-apply'],
  ],
  'contrary-evidence': [
    ['none runs against it', {}, {}, 'holds'],
    ['what refutes a true claim is cited', { evidence: [item(1), item(2, { stance: 'refutes' })] }, {}, 'holds'],
    ['what refutes a true claim is not cited', { evidence: [item(1), item(3, { stance: 'refutes' })] }, {}, 'unmet'],
    ['what supports a false claim is not cited', { verdict: 'false', evidence: [item(1), item(3)] }, {}, 'unmet'],
    ['what supports a misleading claim is not cited', { verdict: 'misleading', evidence: [item(3)] }, {}, 'unmet'],
    [
      'either, of a mixed claim',
      { verdict: 'mixed', evidence: [item(3), item(4, { stance: 'refutes' })] },
      {},
      'holds',
    ],
    ['either, of an unproven claim', { verdict: 'unproven', evidence: [item(3, { stance: 'refutes' })] }, {}, 'unmet'],
    ['context', { verdict: 'false', evidence: [item(3, { stance: 'context' })] }, {}, 'holds'],
    [
      'an escaped number cites nothing',
      { verdict: 'false', rationale: 'See \\[1\\].', evidence: [item(1)] },
      {},
      'unmet',
    ],
    [
      'a link named 1 cites nothing',
      { verdict: 'false', rationale: 'See [1](https://a.example).', evidence: [item(1)] },
      {},
      'unmet',
    ],
    ['no reason waives it', { verdict: 'false', evidence: [item(3)], waivers: [waiver('two-sources')] }, {}, 'unmet'],
    ['there is no verdict', { verdict: null }, {}, 'does-not-apply'],
  ],
  'no-self-source': [
    ['others', {}, {}, 'holds'],
    ['the article', { evidence: [item(1, { source: { url: 'https://ledger.example/saltmere-ferry' } })] }, {}, 'unmet'],
    [
      'the article, with a tracker',
      { evidence: [item(1, { source: { url: 'http://www.ledger.example/saltmere-ferry/?utm_source=x#top' } })] },
      {},
      'unmet',
    ],
    [
      'the article, archived',
      {
        evidence: [
          item(1, { source: { url: 'https://web.archive.org/web/2026/https://ledger.example/saltmere-ferry' } }),
        ],
      },
      {},
      'unmet',
    ],
    [
      'another article of the same paper',
      { evidence: [item(1, { source: { url: 'https://ledger.example/saltmere-ferry?page=2' } })] },
      {},
      'holds',
    ],
    [
      'an edition of this desk',
      { evidence: [item(1, { source: { url: 'https://desk.example/a/older/2' } })] },
      {},
      'unmet',
    ],
    [
      'the same path elsewhere',
      { evidence: [item(1, { source: { url: 'https://other.example/a/older/2' } })] },
      {},
      'holds',
    ],
    [
      'a desk that serves one machine',
      { evidence: [item(1, { source: { url: 'https://desk.example/a/older' } })] },
      { origin: null },
      'holds',
    ],
    ['a source without address', { evidence: [item(1, { source: { url: null } })] }, {}, 'holds'],
    ['none', { evidence: [] }, {}, 'does-not-apply'],
  ],
  'sources-in-time': [
    ['dated before it was read', {}, {}, 'holds'],
    ['dated on the day', { evidence: [item(1, { source: { publishedOn: '2026-07-02' } })] }, {}, 'holds'],
    ['dated after', { evidence: [item(1, { source: { publishedOn: '2026-07-03' } })] }, {}, 'unmet'],
    [
      'read on no day, dated today',
      { evidence: [item(1, { accessedOn: null, source: { publishedOn: '2026-07-03' } })] },
      {},
      'holds',
    ],
    [
      'read on no day, dated tomorrow',
      { evidence: [item(1, { accessedOn: null, source: { publishedOn: '2026-07-04' } })] },
      {},
      'unmet',
    ],
    ['without a date', { evidence: [item(1, { source: { publishedOn: null } })] }, {}, 'does-not-apply'],
  ],
  'right-of-reply': [
    ['a verdict that is not adverse', {}, {}, 'does-not-apply'],
    [
      'the publication itself',
      { verdict: 'false', claimant: { name: 'The Ledger', type: 'publication' } },
      {},
      'does-not-apply',
    ],
    ['nobody in particular', { verdict: 'false', claimant: null }, {}, 'does-not-apply'],
    ['nobody asked', { verdict: 'false' }, {}, 'unmet'],
    [
      'nobody asked of an organisation',
      { verdict: 'mixed', claimant: { name: 'The port', type: 'organisation' } },
      {},
      'unmet',
    ],
    ['asked, and the deadline passed', { verdict: 'false', approaches: [approach()] }, {}, 'holds'],
    [
      'asked, and it has not',
      { verdict: 'false', approaches: [approach()] },
      { now: '2026-07-02T08:59:59.000Z' },
      'unmet',
    ],
    [
      'asked, and it passes just now',
      { verdict: 'false', approaches: [approach()] },
      { now: '2026-07-02T09:00:00.000Z' },
      'holds',
    ],
    ['asked without a deadline', { verdict: 'false', approaches: [approach({ deadline: null })] }, {}, 'unmet'],
    ['declined', { verdict: 'false', approaches: [approach({ deadline: null, outcome: 'declined' })] }, {}, 'holds'],
    [
      'one of two answered',
      {
        verdict: 'false',
        approaches: [approach({ deadline: null }), approach({ id: '2', outcome: 'answered', answer: 'Yes.' })],
      },
      {},
      'holds',
    ],
    [
      'nobody asked, for a reason',
      { verdict: 'false', waivers: [waiver('right-of-reply', 'He died in 1974.')] },
      {},
      'waived',
    ],
  ],
  'close-wording': [
    ['pronouns resolved', {}, {}, 'holds'],
    ['a figure exchanged', { statement: 'The Saltmere ferry carried 42,100 passengers in June.' }, {}, 'unmet'],
    ['a figure grouped otherwise', { statement: 'The Saltmere ferry carried 41200 passengers in June.' }, {}, 'holds'],
    ['a year added', { statement: 'The Saltmere ferry carried 41,200 passengers in June 2026.' }, {}, 'holds'],
    ['turned round', { statement: 'The Saltmere ferry did not carry 41,200 passengers in June.' }, {}, 'unmet'],
    ['hardly a word left', { statement: 'Vessel traffic across the bay reached 41,200 people.' }, {}, 'unmet'],
    [
      'hardly a word left, for a reason',
      { statement: 'Traffic reached 41,200.', waivers: [waiver('close-wording')] },
      {},
      'waived',
    ],
    ['not said yet', { statement: ' ' }, {}, 'does-not-apply'],
    ['about the headline', { quotes: [] }, {}, 'does-not-apply'],
  ],
  'text-settled': [
    ['settled', {}, {}, 'holds'],
    ['changed', { unsettled: { state: 'changed', revision: 2 } }, {}, 'unmet'],
    ['lost', { unsettled: { state: 'lost', revision: 3 } }, {}, 'unmet'],
  ],
  'open-threads': [
    ['none', {}, {}, 'holds'],
    ['two', {}, { openThreads: 2 }, 'unmet'],
  ],
  'second-person': [
    ['not approved', {}, {}, 'does-not-apply'],
    ['another', {}, { approval: { by: 'eve', contributors: ['ada'], overridden: false } }, 'holds'],
    ['the same', {}, { approval: { by: 'ada', contributors: ['ada'], overridden: false } }, 'unmet'],
    ['an override', {}, { approval: { by: 'ada', contributors: ['ada'], overridden: true } }, 'unmet'],
    [
      'an override that a second person confirmed',
      {},
      {
        approval: {
          ...{ by: 'ada', contributors: ['ada'], overridden: true },
          confirmed: { by: 'Eve Lind', at: '2026-07-03T09:00:00.000Z' },
        },
      },
      'holds',
    ],
    [
      'a desk of one',
      {},
      { approval: { by: 'ada', contributors: ['ada'], overridden: false }, desk: { size: 'one' } },
      'does-not-apply',
    ],
  ],
};

for (const [rule, rows] of Object.entries(cases) as [StandardRule, Case[]][]) {
  describe(rule, () => {
    test.each(rows)('%s', (_says, claim, by, expected) => {
      const finding = outcome(rule, judged(claim), ground(by));
      expect([finding.outcome, finding.message]).toEqual([expected, expect.stringMatching(/^.+[.?]$/s)]);
    });
  });
}

test('what is missing is named, with where to mend it', () => {
  const claim = judged({ verdict: 'false', evidence: [item(1), item(3)] });
  expect(outcome('contrary-evidence', claim, ground())).toMatchObject({
    message:
      'Evidence 3 runs against the verdict, and the rationale does not cite it. Say in it what it weighs, as [3].',
    pointer: '/rationale',
    evidence: [3],
  });
  expect(outcome('right-of-reply', claim, ground()).message).toBe(
    '“False” says something bad of Ines Varga, and nobody was asked for a reply. Ask, or say why that cannot be.',
  );
});

test('in every scale that ships, what runs against a verdict has to be answered', () => {
  const unanswered = shipped.flatMap((given) => {
    const scale = scaleSchema.parse(given);
    return scale.values.map(({ key }) => {
      const claim = judged({ verdict: key, rationale: '', evidence: [item(1), item(2, { stance: 'refutes' })] });
      return [`${scale.id} ${key}`, outcome('contrary-evidence', claim, ground({ scale })).evidence.join(' ')];
    });
  });
  expect(Object.fromEntries(unanswered)).toEqual({
    'plain false': '1',
    'plain mostly-false': '1',
    'plain mixed': '',
    'plain mostly-true': '2',
    'plain true': '2',
    'plain misleading': '1',
    'plain unproven': '1 2',
    'plain not-checkable': '1 2',
    'six-steps pants-on-fire': '1',
    'six-steps false': '1',
    'six-steps mostly-false': '1',
    'six-steps half-true': '',
    'six-steps mostly-true': '2',
    'six-steps true': '2',
    'evidence refuted': '1',
    'evidence conflicting-evidence': '',
    'evidence not-enough-evidence': '1 2',
    'evidence supported': '2',
  });
});
