import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tones } from '@/domain/scale';
import { contrast, distance, eyes } from './colour';

const css = readFileSync('components/ui/tokens.css', 'utf8');
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)];
const inks = {
  light: new Map(pairs.map(([, name, light]) => [name!, light!])),
  dark: new Map(pairs.map(([, name, , dark]) => [name!, dark!])),
};
const surfaces = ['paper', 'raised', 'sunken'];
const verdicts = [...tones, 'none'];

describe.each(['light', 'dark'] as const)('in the %s', (side) => {
  const colour = (name: string): string => {
    const hex = inks[side].get(name);
    if (!hex) throw new Error(`tokens.css has no colour --${name}`);
    return hex;
  };
  const worst = (front: string, backs: string[]) =>
    Math.min(...backs.map((back) => contrast(colour(front), colour(back))));

  test.each(['ink', 'ink-soft', 'ink-faint', 'accent', 'danger', 'ok', 'warn'])(
    '%s can be read on any surface',
    (name) => {
      expect(worst(name, surfaces)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(verdicts)('the verdict colour %s can be read on any surface and on its own wash', (tone) => {
    expect(worst(`tone-${tone}`, [...surfaces, `tone-${tone}-wash`])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(verdicts)('the article can be read through a highlight marked %s', (tone) => {
    expect(worst('ink', [`tone-${tone}-wash`])).toBeGreaterThanOrEqual(7);
    expect(worst('ink-soft', [`tone-${tone}-wash`])).toBeGreaterThanOrEqual(4.5);
  });

  test('what stands on accent, on danger and on their washes can be read', () => {
    expect(worst('accent-ink', ['accent'])).toBeGreaterThanOrEqual(4.5);
    expect(worst('danger-ink', ['danger'])).toBeGreaterThanOrEqual(4.5);
    for (const name of ['accent', 'danger', 'ok', 'warn'])
      expect(worst(name, [`${name}-wash`])).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a control and the ring of the focus stand out from any surface', () => {
    expect(worst('rule', surfaces)).toBeGreaterThanOrEqual(3);
    expect(worst('focus', surfaces)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(eyes))('false and true look different to the %s eye', (_, eye) => {
    expect(distance(colour('tone-false'), colour('tone-true'), eye)).toBeGreaterThan(8);
    expect(distance(colour('tone-mostly-false'), colour('tone-mostly-true'), eye)).toBeGreaterThan(8);
  });
});

test('every colour a scale may name can be chosen by data-tone', () => {
  for (const tone of tones) expect(css).toContain(`[data-tone="${tone}"] {\n  --tone: var(--tone-${tone});`);
});
