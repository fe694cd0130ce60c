import { z } from 'zod';
import type { Action } from '../permission';
import { type addresses, type Method, partsOf, type RouteName } from './addresses';

/** Who may call: anybody, anybody with our own page open (one-time links), or people with a right. */
export type Access = 'public' | 'own page' | Action;

/** One route of the API, from which the handler, the browser's typed calls and the OpenAPI document are all made. */
export type Route<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> = {
  method: Method;
  /** with `{name}` for each path parameter */
  path: `/${string}`;
  summary: string;
  access: Who;
  query: Query;
  /** null: the route takes no body */
  body: Body | null;
  /** also takes multipart/form-data with `file` and the body's fields */
  multipart?: boolean;
  status: 200 | 201 | 204;
  answer: Answer;
  /** whether If-Match is needed: a write to a versioned resource requires it */
  ifMatch: 'required' | 'optional' | 'none';
  /** the answer carries an ETag */
  etag: boolean;
  /** a list, paged by cursor through the Link header */
  paged: boolean;
  /** answers with Server-Sent Events (`domain/event`), of which those named `activity` hold an `answer` each */
  events?: boolean;
};

const nothing = z.object({});

type Given<B extends z.ZodType, Q extends z.ZodObject, A extends z.ZodType, W extends Access> = Pick<
  Route<B, Q, A, W>,
  'summary' | 'access' | 'answer'
> &
  Partial<Omit<Route<B, Q, A, W>, 'method' | 'path' | 'summary' | 'access' | 'answer'>>;

/**
 * A route of `addresses` with what goes without saying filled in: POST that creates answers 201 (say 200 where it does
 * not).
 */
export const route = <
  A extends z.ZodType,
  const W extends Access,
  B extends z.ZodType = z.ZodNever,
  Q extends z.ZodObject = typeof nothing,
>(
  address: (typeof addresses)[RouteName],
  given: Given<B, Q, A, W>,
): Route<B, Q, A, W> => {
  const [method, path] = partsOf(address);
  return {
    method,
    path,
    query: nothing as unknown as Q,
    body: null,
    status: method === 'POST' ? 201 : 200,
    ifMatch: 'none',
    etag: false,
    paged: false,
    ...given,
  };
};

/** Query of every list. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^\d{1,4}$/, { error: 'limit is a number from 1 to 200.' })
    .optional(),
  cursor: z.string().max(500).optional(),
};

/** Query of a list whose items are numbered, and whose cursor is therefore a number. */
export const numberedPageQuery = {
  ...pageQuery,
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, { error: 'This cursor is not one of ours. Follow the Link header instead.' })
    .optional(),
};

export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  problems: z
    .array(
      z.object({
        rule: z.string(),
        message: z.string(),
        pointer: z.string().optional(),
        claimId: z.string().optional(),
      }),
    )
    .optional(),
  current: z.unknown().optional().describe('On 412: the representation as it is now.'),
});
export type ProblemDocument = z.infer<typeof problemSchema>;
