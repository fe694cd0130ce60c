import type { z } from 'zod';
import { ok, type Problem, type Result, refuse, refuseAll } from '@/domain/result';
import { normalise } from '@/domain/text';

/** The largest body of any request but an import, in bytes. */
const LARGEST = 1_000_000;

/** Reads a body up to a number of bytes; more is refused without reading on. */
export async function readBytes(request: Request, largest = LARGEST): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > largest) {
      await reader?.cancel();
      const most = (largest / 1_000_000).toLocaleString('en-GB');
      return refuse('too-large', 'too-large', `This request is larger than the ${most} MB it may have.`);
    }
    chunks.push(read.value);
  }
  return ok(new Uint8Array(Buffer.concat(chunks)));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a body, its strings in NFC. No body at all is an empty object. */
export async function readJson(request: Request, largest?: number): Promise<Result<unknown>> {
  const bytes = await readBytes(request, largest);
  if (!bytes.ok) return bytes;
  if (bytes.value.byteLength === 0) return ok({});
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(json|[a-z0-9.+-]+\+json)\b/i.test(type)) {
    return refuse('malformed', 'not-json', 'Send the body as JSON, with Content-Type: application/json.');
  }
  try {
    return ok(normalise(JSON.parse(utf8.decode(bytes.value)) as unknown));
  } catch {
    return refuse('malformed', 'not-json', 'The body is not JSON in UTF-8. Check it for a missing bracket or quote.');
  }
}

type Issue = z.core.$ZodIssue;

/** Parses by a schema of the contract; a text that is only too long is told apart (413) from what is malformed (400). */
export function parsed<T extends z.ZodType>(schema: T, value: unknown): Result<z.infer<T>> {
  const result = schema.safeParse(value);
  if (result.success) return ok(result.data);
  const issues = result.error.issues.flatMap((issue) => told(issue));
  const tooLong = issues.every(({ issue }) => issue.code === 'too_big' && issue.origin !== 'number');
  return refuseAll(
    tooLong ? 'too-large' : 'malformed',
    issues.map(({ issue, path }) => problemOf(issue, path)),
  );
}

type Told = { issue: Issue; path: PropertyKey[] };

/** Of a union's branches, the one that came closest tells what is wrong. */
function told(issue: Issue, above: PropertyKey[] = []): Told[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const wrongness = (branch: Issue[]) =>
    branch.reduce((sum, { code }) => sum + (code === 'unrecognized_keys' || code === 'invalid_type' ? 10 : 1), 0);
  const [closest = []] = [...issue.errors].sort((a, b) => wrongness(a) - wrongness(b));
  return closest.flatMap((inner) => told(inner, path));
}

function problemOf(issue: Issue, path: PropertyKey[]): Problem {
  const pointer = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const rule =
    issue.code === 'too_big' ? 'too-long' : issue.code === 'unrecognized_keys' ? 'unknown-field' : 'malformed';
  const where = path.length > 0 ? `${path.map(String).join('.')}: ` : '';
  return { rule, message: `${where}${issue.message}`.slice(0, 500), ...(pointer ? { pointer } : {}) };
}
