import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commitments,
  evaluate,
  type Levels,
  presetOf,
  presets,
  problemsOf,
  standardLevels,
  standardRules,
  tallyOf,
  waivableRules,
} from '@/domain/standards';
import { byPublisher } from '@/domain/standards/publishers';
import { siteOf } from '@/domain/standards/site';
import { ground, item, judged, waiver } from '@/test/builders/judged';
import { trials } from '@/test/trials';

const anyLevels = fc.record(
  Object.fromEntries(standardRules.map((rule) => [rule, fc.constantFrom(...standardLevels)])),
) as unknown as fc.Arbitrary<Levels>;
const anyEvidence = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 30 }),
    stance: fc.constantFrom('supports' as const, 'refutes' as const, 'context' as const),
    quote: fc.constantFrom(null, '', 'Words.'),
    primary: fc.boolean(),
    host: fc.constantFrom('a.example', 'b.example', 'www.a.example', null),
    publisher: fc.constantFrom('A', 'B', null),
  }),
  { selector: ({ number }) => number, maxLength: 6 },
);
const anyClaim = fc
  .record({
    proof: anyEvidence,
    verdict: fc.constantFrom(null, 'true', 'false', 'mixed', 'misleading', 'unproven', 'not-checkable'),
    rationale: fc.constantFrom('', 'See [1].', '[2][3]'),
    waived: fc.subarray([...waivableRules]),
  })
  .map(({ proof, waived, ...rest }) =>
    judged({
      ...rest,
      evidence: proof.map(({ host, publisher, ...given }) =>
        item(given.number, { ...given, source: { url: host && `https://${host}/`, publisher } }),
      ),
      waivers: waived.map((rule) => waiver(rule)),
    }),
  );

describe('whatever the claim and the settings', () => {
  const runs = { numRuns: trials(1000) };

  test('what is off says nothing, and all the rest says something once, in order', () => {
    fc.assert(
      fc.property(anyClaim, anyLevels, (claim, levels) => {
        const on = standardRules.filter((rule) => levels[rule] !== 'off');
        expect(evaluate(claim, ground({ levels })).map(({ rule }) => rule)).toEqual(on);
      }),
      runs,
    );
  });

  test('a level decides what a finding does, never what is found', () => {
    fc.assert(
      fc.property(anyClaim, anyLevels, (claim, levels) => {
        const all = new Map(evaluate(claim, ground()).map((finding) => [finding.rule, finding]));
        for (const finding of evaluate(claim, ground({ levels })))
          expect(finding).toEqual({ ...all.get(finding.rule), level: levels[finding.rule] });
      }),
      runs,
    );
  });

  test('only what blocks and is unmet becomes a problem, and a waiver takes just its own away', () => {
    fc.assert(
      fc.property(anyClaim, anyLevels, (claim, levels) => {
        const stopping = (waivers: typeof claim.waivers) =>
          problemsOf(evaluate({ ...claim, waivers }, ground({ levels })), 'c').map(({ rule }) => rule);
        const without = stopping([]);
        expect(without.every((rule) => levels[rule as keyof Levels] === 'blocking')).toBe(true);
        const waived = claim.waivers.map(({ rule }) => rule as string);
        expect(stopping(claim.waivers)).toEqual(without.filter((rule) => !waived.includes(rule)));
      }),
      runs,
    );
  });

  test('evidence of a new publisher never makes sources less independent', () => {
    fc.assert(
      fc.property(anyClaim, ({ evidence }) => {
        const sources = evidence.map(({ source }) => source);
        const more = [...sources, item(99).source];
        expect(byPublisher(more, siteOf).length).toBe(byPublisher(sources, siteOf).length + 1);
        expect(
          byPublisher(sources, siteOf)
            .flat()
            .sort((a, b) => a - b),
        ).toEqual(sources.map((_, index) => index));
      }),
      runs,
    );
  });

  test('the order of sources does not decide whose they are', () => {
    fc.assert(
      fc.property(anyClaim, ({ evidence }) => {
        const sources = evidence.map(({ source }) => source);
        expect(byPublisher([...sources].reverse(), siteOf).length).toBe(byPublisher(sources, siteOf).length);
      }),
      runs,
    );
  });
});

test('a sound claim meets all that is asked of it', () => {
  expect(evaluate(judged(), ground()).filter(({ outcome }) => outcome === 'unmet')).toEqual([]);
});

test('a source that shares a domain with one and a publisher with another joins them', () => {
  const sources = [
    item(1, { source: { url: 'https://a.example/', publisher: 'One' } }),
    item(2, { source: { url: 'https://b.example/', publisher: 'Two' } }),
    item(3, { source: { url: 'https://a.example/x', publisher: 'Two' } }),
  ].map(({ source }) => source);
  expect(byPublisher(sources, siteOf)).toEqual([[0, 1, 2]]);
});

test('every preset sets every check, and is recognised', () => {
  for (const preset of presets) {
    expect(Object.keys(preset.levels).sort()).toEqual([...standardRules].sort());
    expect(presetOf(preset.levels)?.id).toBe(preset.id);
  }
  expect(presetOf({ ...presets[0]!.levels, 'open-threads': 'blocking' })).toBeNull();
});

test('every check serves some commitment of the code', () => {
  const served = new Set(commitments.flatMap(({ rules }) => rules));
  expect(standardRules.filter((rule) => !served.has(rule))).toEqual([]);
});

test('a tally counts each outcome of a check once for a claim, and not where nothing is asked', () => {
  const all = [judged(), judged({ evidence: [item(1)] }), judged({ evidence: [], verdict: 'not-checkable' })];
  const tally = tallyOf(all.map((claim) => evaluate(claim, ground())));
  expect(tally.find(({ rule }) => rule === 'two-sources')).toEqual({
    rule: 'two-sources',
    holds: 1,
    waived: 0,
    unmet: 1,
  });
});
