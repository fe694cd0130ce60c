import { openapi } from '@/domain/contract/openapi';

type Schema = {
  type?: string;
  format?: string;
  maxLength?: number;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
};
type Operation = { operationId: string; requestBody?: { content: { 'application/json': { schema: Schema } } } };

/** A text that a request may hold, by the names and numbers that lead to it in a body of that request. */
export type TextField = { path: (string | number)[]; schema: Schema };

const schemas = new Map<string, Schema>();
for (const operations of Object.values(openapi().paths as Record<string, Record<string, Operation>>)) {
  for (const { operationId, requestBody } of Object.values(operations)) {
    if (requestBody) schemas.set(operationId, requestBody.content['application/json'].schema);
  }
}

/** The schema of a route's body, as the OpenAPI document has it. */
export const bodySchema = (name: string): Schema | undefined => schemas.get(name);

/** Every text in a body that the OpenAPI document knows of, save those that are one of a few words. */
export function textFields(name: string, body: unknown): TextField[] {
  const schema = bodySchema(name);
  return schema ? within(schema, body, []) : [];
}

function within(schema: Schema, value: unknown, path: (string | number)[]): TextField[] {
  const branches = schema.anyOf ?? [schema];
  if (typeof value === 'string') {
    const text = branches.find(({ type, enum: few }) => type === 'string' && !few);
    return text ? [{ path, schema: text }] : [];
  }
  if (Array.isArray(value)) {
    const items = branches.find(({ type }) => type === 'array')?.items;
    return items ? value.slice(0, 1).flatMap((each) => within(items, each, [...path, 0])) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  const object = branches.find(({ properties }) => properties && keys.every((key) => key in properties));
  return keys.flatMap((key) => {
    const inner = object?.properties?.[key];
    return inner ? within(inner, (value as Record<string, unknown>)[key], [...path, key]) : [];
  });
}

/** A copy of a body with another value at that place. */
export function withValue(body: unknown, path: (string | number)[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const copy = Array.isArray(body) ? [...body] : { ...(body as object) };
  const holder = copy as Record<string | number, unknown>;
  holder[first] = withValue(holder[first], rest, value);
  return copy;
}

export const valueAt = (body: unknown, path: (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null)?.[key], body);
