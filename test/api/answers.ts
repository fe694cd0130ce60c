import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openapi } from '@/domain/contract/openapi';

type Media = Record<string, { schema?: object }>;
type Operation = { responses: Record<string, { content?: Media }> };

const document = JSON.parse(JSON.stringify(openapi())) as { paths: Record<string, Record<string, Operation>> };

const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormats.default(ajv);
ajv.addVocabulary(['openapi', 'info', 'paths', 'components']);
ajv.addSchema(document, 'openapi.json');

const compiled = new Map<string, ValidateFunction>();
/** The check of one answer's body, by its place in the document. */
function checkAt(pointer: string): ValidateFunction {
  const known = compiled.get(pointer);
  if (known) return known;
  const check = ajv.compile({ $ref: `openapi.json#${pointer}` });
  compiled.set(pointer, check);
  return check;
}

const step = (key: string): string => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
const mediaType = (type: string | null): string => type?.split(';', 1)[0]?.trim() ?? '';

export type Answer = { status: number; headers: Headers; text: string };

/**
 * Throws unless an answer is one that the OpenAPI document lists for this operation: its status, its media type and a
 * body that fits the schema. `path` is in the document's notation.
 */
export function expectDocumented(method: string, path: string, { status, headers, text }: Answer): void {
  const operation = document.paths[path]?.[method.toLowerCase()];
  const asked = `${method} ${path}`;
  if (!operation) throw new Error(`The OpenAPI document has no ${asked}`);
  const response = operation.responses[status];
  if (!response) throw new Error(`The OpenAPI document lists no ${status} for ${asked}, which answered: ${text}`);
  const type = mediaType(headers.get('content-type'));
  if (!response.content) {
    if (text !== '') throw new Error(`${asked} answered ${status} with a body, and none is documented: ${text}`);
    return;
  }
  if (!(type in response.content)) throw new Error(`${asked} answered ${status} as “${type}”, which is not documented`);
  const check = checkAt(
    ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'].map(step).join(''),
  );
  if (check(/json$/.test(type) ? JSON.parse(text) : text)) return;
  throw new Error(`${asked} answered ${status} with what the document does not allow:
${ajv.errorsText(check.errors)}
${text.slice(0, 2000)}`);
}

/** A compilation of each schema of the document: those of answers, requests and parameters. */
export function everySchema(): (() => ValidateFunction)[] {
  const found: string[] = [];
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const at = pointer + step(key);
      if (key === 'schema') found.push(at);
      else walk(inner, at);
    }
  };
  walk(document.paths, '/paths');
  return found.map((pointer) => () => checkAt(pointer));
}

/** Every operation of the document, as `GET /api/v1/claims/{id}`. */
export const documented = (): string[] =>
  Object.entries(document.paths)
    .flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`))
    .sort();
