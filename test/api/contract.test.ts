import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { contract } from '@/domain/contract';
import { openapi } from '@/domain/contract/openapi';
import { documented, everySchema } from './answers';
import { allHandlers } from './handlers';

const described = Object.values(contract).map(({ method, path }) => `${method} ${path}`);
const isOurs = (handler: string) => /^\w+ \/(api\/v1|healthz|readyz)\b/.test(handler) && !handler.includes('{...');

test('every handler of the API is in the contract, and every route of the contract has its handler', async () => {
  expect((await allHandlers()).filter(isOurs)).toEqual([...described].sort());
});

test('no two entries of the contract describe the same route', () => {
  expect(new Set(described).size).toBe(described.length);
});

test('the OpenAPI document holds every route of the contract and no other', () => {
  expect(documented()).toEqual([...described].sort());
});

test('the OpenAPI document is one, version 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(openapi())));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('every schema of the OpenAPI document is one that a strict validator understands', () => {
  expect(everySchema().length).toBeGreaterThan(2 * described.length);
  for (const check of everySchema()) expect(check).not.toThrow();
});
