import { z } from 'zod';
import { contract } from '.';
import { problemSchema, type Route } from './route';

type Json = Record<string, unknown>;

/** A schema as OpenAPI 3.1 wants it: JSON Schema 2020-12 without an id or dialect of its own. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, $id, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as Json;
  return rest;
}

const refusals: Record<number, string> = {
  400: 'Malformed',
  401: 'Signed out',
  403: 'Not allowed, or from a foreign page',
  404: 'Not found',
  412: 'Changed in the meantime; `current` is what stands now',
  413: 'Too large',
  422: 'A rule is not met',
  428: 'If-Match is missing',
  429: 'Too many requests',
  503: 'Busy; try again',
};

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const textHeader = (description: string): Json => ({ description, schema: { type: 'string' } });

/** The statuses that a route may refuse with. */
function refusalsOf(route: Route): number[] {
  const statuses = [400, 404, 413, 503];
  if (route.access !== 'public') statuses.push(429);
  if (route.access !== 'public' || route.method !== 'GET') statuses.push(403);
  if (route.access !== 'public' && route.access !== 'own page') statuses.push(401);
  if (route.method !== 'GET') statuses.push(412, 422);
  if (route.ifMatch === 'required') statuses.push(428);
  return statuses.sort((a, b) => a - b);
}

function parametersOf(route: Route): Json[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'n' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }));
  const query = schemaOf(route.query, 'input') as { properties?: Record<string, Json>; required?: string[] };
  const inQuery = Object.entries(query.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query.required?.includes(name) ?? false,
    schema,
  }));
  const header = (name: string, required: boolean): Json => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
  });
  const inHeader = [
    ...(route.ifMatch === 'none' ? [] : [header('If-Match', route.ifMatch === 'required')]),
    ...(route.method === 'GET' && route.etag ? [header('If-None-Match', false)] : []),
    ...(route.events ? [header('Last-Event-ID', false)] : []),
    ...(route.method === 'GET' || route.access === 'own page' ? [] : [header('Idempotency-Key', false)]),
  ];
  return [...inPath, ...inQuery, ...inHeader];
}

/** The fields of a body, or of that alternative of it which holds the content that a form sends as a file. */
function fieldsWithContent(json: Json): Record<string, Json> {
  const alternatives = [json, ...((json.anyOf ?? []) as Json[])];
  const fields = alternatives.map(({ properties }) => (properties ?? {}) as Record<string, Json>);
  return fields.find((each) => 'content' in each) ?? fields[0]!;
}

function bodyOf(route: Route): Json {
  if (!route.body) return {};
  const json = schemaOf(route.body, 'input');
  const { content, ...fields } = fieldsWithContent(json);
  const form = {
    type: 'object',
    required: ['file'],
    properties: { ...fields, file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  };
  return {
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: json },
        ...(route.multipart ? { 'multipart/form-data': { schema: form } } : {}),
      },
    },
  };
}

/** OpenAPI 3.1 has no words for the events of a stream, so they are told in a sentence. */
const eventStream = {
  'text/event-stream': {
    schema: {
      type: 'string',
      description:
        'Server-Sent Events, data in JSON: ready {head}; activity, a line of the log without its content, whose id is the sequence number; presence {articleId, present}; behind {head}, when too much was missed to be told: read the state anew; end {reason}. A comment every 15 s.',
    },
  },
};

function successOf(route: Route): Json {
  const headers = {
    ...(route.etag ? { ETag: textHeader('The version, for If-Match') } : {}),
    ...(route.paged ? { Link: textHeader('The next page, if there is one') } : {}),
  };
  const content = route.events ? eventStream : { 'application/json': { schema: schemaOf(route.answer, 'output') } };
  return { description: route.summary, headers, ...(route.status === 204 ? {} : { content }) };
}

/** A versioned resource that the caller has already seen, as If-None-Match says. */
const unchangedOf = (route: Route): Json =>
  route.method === 'GET' && route.etag ? { 304: { description: 'Not changed since' } } : {};

function operationOf(name: string, route: Route): Json {
  const refused = refusalsOf(route).map((status) => [status, { description: refusals[status], content: problem }]);
  const open = route.access === 'public' || route.access === 'own page';
  return {
    operationId: name,
    summary: route.summary,
    security: open ? [] : [{ session: [] }, { token: [] }],
    parameters: parametersOf(route),
    ...bodyOf(route),
    responses: { [route.status]: successOf(route), ...unchangedOf(route), ...Object.fromEntries(refused) },
  };
}

function pathsOf(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(contract)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(name, route as Route) };
  }
  return paths;
}

let made: (Json & { openapi: string }) | undefined;

/** The OpenAPI 3.1 document of the whole contract. */
export function openapi(): Json & { openapi: string } {
  made ??= {
    openapi: '3.1.0',
    info: {
      title: 'Stet',
      version: '1',
      description:
        'The one API of a fact-checking desk: its own workspace and other newsroom systems use the same routes.',
    },
    paths: pathsOf(),
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'stet.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
  return made;
}
