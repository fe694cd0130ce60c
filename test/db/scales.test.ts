import { afterAll, beforeAll, expect, test } from 'vitest';
import { addScale, listScales } from '@/db/scales';
import type { NewScale } from '@/domain/contract/people';
import type { Permit } from '@/domain/permission';
import type { VerdictValue } from '@/domain/scale';
import { may, newPerson, openDesk, rules, value } from '../desk';

let permit: Permit<'administer'>;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  permit = may('administer', (await newPerson('admin')).actor);
});
afterAll(() => desk.close());

const verdict = (label: string, rating?: number): VerdictValue => ({
  key: label.toLowerCase(),
  label,
  definition: `It is ${label}.`,
  ...(rating === undefined ? {} : { rating }),
  needsEvidence: true,
  adverse: false,
  colour: 'mixed',
  glyph: 'tilde',
});
const scale = (more: Partial<NewScale> = {}): NewScale => ({
  id: 'house',
  name: 'House style',
  ordered: true,
  values: [verdict('Bad', 1), verdict('Good', 2), verdict('Odd')],
  ...more,
});
const ids = async () =>
  (await listScales(may('read', permit.actor), { limit: 50 })).map(({ id, version }) => [id, version]);

test('a desk begins with the three scales that ship', async () => {
  expect(await ids()).toEqual([
    ['evidence', 1],
    ['plain', 1],
    ['six-steps', 1],
  ]);
});

test('a scale is added as version 1, changed only as a new version, and listed in its newest', async () => {
  expect(value(await addScale(permit, scale()))).toEqual({ ...scale(), version: 1 });
  expect(rules(await addScale(permit, scale()))).toEqual(['scale-unchanged']);
  expect(value(await addScale(permit, scale({ name: 'House' })))).toMatchObject({ version: 2, name: 'House' });
  expect(await ids()).toContainEqual(['house', 2]);
  expect(await ids()).not.toContainEqual(['house', 1]);
});

test('a scale whose values cannot be told apart or put in order is refused, each fault by name', async () => {
  const refused = async (values: VerdictValue[], ordered = true) =>
    rules(await addScale(permit, scale({ values, ordered })));
  expect(await refused([verdict('Bad', 1), verdict('Good', 2), verdict('bad')])).toEqual([
    'scale-key-twice',
    'scale-label-twice',
  ]);
  expect(await refused([verdict('Bad', 1), verdict('Good', 3)])).toEqual(['scale-order']);
  expect(await refused([verdict('Odd'), verdict('Bad', 1), verdict('Good', 2)])).toEqual(Array(3).fill('scale-order'));
  expect(await refused([verdict('Bad', 1), verdict('Good')])).toEqual(['scale-order']);
  expect(await refused([verdict('Bad', 1), verdict('Good')], false)).toEqual(['scale-order']);
  expect(await refused([verdict('Bad'), verdict('Good')], false)).toEqual([]);
});
