import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { fetchPage } from '@/formats/outgoing';
import { isPublic } from '@/formats/outgoing/address';
import { rules } from '@/test/desk';
import { trials } from '@/test/trials';
import { evasions, standing } from './evasions';

const refusals = ['address', 'scheme', 'credentials', 'private', 'port'].map((rule) => `fetch-${rule}`);
const types = ['text/plain'];
const nowhere = { allow: [], origin: null, patience: 2000 };

describe('an address that leads away from the open web is refused before anything is connected to', () => {
  let refused = 0;
  afterAll(() => console.log(`Evasions refused: ${refused} of ${evasions.length}`));

  test('there are at least sixty, each of its own', () => {
    expect(new Set(evasions.map(([name]) => name)).size).toBe(evasions.length);
    expect(evasions.length).toBeGreaterThanOrEqual(60);
  });

  test.each(evasions)('%s', async (_name, address, stands = ['127.0.0.1']) => {
    const { resolve } = standing(stands);
    const result = await fetchPage(address, { types }, { ...nowhere, resolve });
    expect(rules(result)).toHaveLength(1);
    expect(refusals).toContain(rules(result)[0]);
    expect(result).toMatchObject({ refusal: { kind: 'rule', problems: [{ pointer: '/url' }] } });
    refused += 1;
  });

  test('an address written as a number is judged without asking what it stands for', async () => {
    const { resolve, asked } = standing(['93.184.215.14']);
    for (const host of ['2130706433', '0x7f.1', '[::ffff:7f00:1]', '127。0。0。1']) {
      expect(rules(await fetchPage(`http://${host}/`, { types }, { ...nowhere, resolve }))).toEqual(['fetch-private']);
    }
    expect(asked).toEqual([]);
  });
});

describe('an address of the open web', () => {
  test.each([
    '93.184.215.14',
    '1.1.1.1',
    '172.32.0.1',
    '172.15.255.255',
    '192.167.1.1',
    '100.128.0.1',
    '223.255.255.254',
  ])('%s is public', (address) => expect(isPublic(address)).toBe(true));

  test.each(['2606:4700:4700::1111', '2a00:1450:4001:80b::200e'])('%s is public too', (address) => {
    expect(isPublic(address)).toBe(true);
  });
});

const octet = fc.nat(255);
const within = fc.oneof(
  fc.tuple(fc.constantFrom(10, 127, 0, 224, 239, 240, 255), octet, octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
);
const base = fc.constantFrom(8, 10, 16);
const written = (part: number, radix: number) => `${{ 8: '0', 10: '', 16: '0x' }[radix]}${part.toString(radix)}`;

test('no way of writing an inner address gets by: any bases, any number of parts, mapped or not', async () => {
  const one = fc.asyncProperty(
    within,
    fc.array(base, { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.boolean(),
    async (parts, bases, count, mapped) => {
      const last = parts.slice(count - 1).reduce((sum, part) => sum * 256 + part, 0);
      const host = [...parts.slice(0, count - 1), last].map((part, n) => written(part, bases[n]!)).join('.');
      const address = mapped ? `http://[::ffff:${parts.join('.')}]/` : `http://${host}/`;
      expect(rules(await fetchPage(address, { types }, nowhere))).toEqual(['fetch-private']);
    },
  );
  await fc.assert(one, { numRuns: trials(2000) });
});

test('whatever is given as an address is refused in a sentence, and never throws', async () => {
  const { resolve } = standing(['10.0.0.1']);
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }).map((rest) => `http://${rest}`),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
  );
  const isNumbered = (address: string) => URL.canParse(address) && isPublic(new URL(address).hostname);
  const one = fc.asyncProperty(anything, async (address) => {
    fc.pre(!isNumbered(address)); // nothing that these tests send leaves this machine
    const result = await fetchPage(address, { types }, { ...nowhere, resolve });
    expect(refusals).toContain(rules(result)[0]);
  });
  await fc.assert(one, { numRuns: trials(2000) });
});
