import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Content } from '@/domain/content';
import { claimsOf } from '@/domain/edition';
import { cardOf } from '@/formats/export/card';
import { candidate, material, published } from '@/test/builders/edition';

async function cardWith(content: Partial<Content> = {}, desk = 'The Ellery desk') {
  const payload = published(
    material({ claims: [candidate('a', { content })], desk: { name: desk, size: 'several', contact: null } }),
  );
  return cardOf(payload.frame, claimsOf(payload)[0]!);
}

/** How much of a band of the card, from one height to another, is not paper: 0 to 1. */
async function inkIn(card: Uint8Array, top: number, bottom: number): Promise<number> {
  const { data, info } = await sharp(card).greyscale().raw().toBuffer({ resolveWithObject: true });
  const band = data.subarray(top * info.width, bottom * info.width);
  return band.filter((grey) => grey < 200).length / band.length;
}
const label = (card: Uint8Array) => inkIn(card, 90, 160);
const statement = (card: Uint8Array) => inkIn(card, 180, 510);
const foot = (card: Uint8Array) => inkIn(card, 520, 600);

describe('the card of a claim', () => {
  it('is a picture of 1200 by 630 with verdict, statement and desk', async () => {
    const card = await cardWith();
    expect(await sharp(card).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    for (const part of [label, statement, foot]) expect(await part(card)).toBeGreaterThan(0.003);
  });

  it('is the same to the byte each time, and another for another claim or verdict', async () => {
    const card = await cardWith();
    expect(Buffer.compare(await cardWith(), card)).toBe(0);
    expect(
      Buffer.compare(await cardWith({ statement: 'Port Ellery handled 41,201 containers in March.' }), card),
    ).not.toBe(0);
    const verdict = { key: 'false', scale: 'plain', version: 1 };
    expect(Buffer.compare(await cardWith({ verdict }), card)).not.toBe(0);
  });

  it('draws Greek, Cyrillic and Vietnamese, and leaves out signs that no letter needs', async () => {
    for (const words of ['Ελλάδα', 'Правда ли это', 'Điều đó có đúng không']) {
      const card = await cardWith({ statement: words });
      expect(Buffer.compare(await cardWith({ statement: `${words} 🎉` }), card)).toBe(0);
    }
  });

  it.each(['الميناء سجل رقما قياسيا', '港は三月に記録を更新した', 'הנמל שבר שיא'])(
    'names claim and desk where it has no letters for the statement: %s',
    async (words) => {
      const card = await cardWith({ statement: words });
      expect(await statement(card)).toBeGreaterThan(0.003);
      expect(Buffer.compare(card, await cardWith({ statement: 'Claim 1 of this fact check' }))).toBe(0);
    },
  );

  it('keeps to its room, however long the texts', async () => {
    for (const words of ['Word '.repeat(2000), 'x'.repeat(5000), '']) {
      const card = await cardWith({ statement: words }, 'Desk '.repeat(40));
      for (const [top, bottom] of [
        [20, 90],
        [605, 630],
      ] as const)
        expect(await inkIn(card, top, bottom)).toBe(0);
      const { data, info } = await sharp(card).greyscale().raw().toBuffer({ resolveWithObject: true });
      const inMargin = (at: number) => at % info.width > 1160 && at > 20 * info.width;
      expect(data.some((grey, at) => inMargin(at) && grey < 200)).toBe(false);
    }
  });
});
