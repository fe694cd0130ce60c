import { map, ok, type Result, refuse } from '@/domain/result';
import { composed } from '@/domain/text';
import { readBytes, readJson } from './body';

/** The largest import as it travels: JSON may need six bytes to escape one. */
const LARGEST_IMPORT = 13_000_000;

/** A file as it was uploaded. */
export type UploadedFile = { bytes: Uint8Array; name: string; type: string };

/** A body, and the file that came with it. */
export type Upload = { value: unknown; file: UploadedFile | null };

/**
 * The body of an import: JSON with its `content`, or a form with a `file` in its place. Fields of a form that are not
 * plain text (`contact`, `setAside`, `base`) are JSON.
 */
export async function readUpload(request: Request): Promise<Result<Upload>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    return map(await readJson(request, LARGEST_IMPORT), (value) => ({ value, file: null }));
  }
  const bytes = await readBytes(request, LARGEST_IMPORT);
  if (!bytes.ok) return bytes;
  const form = await formOf(bytes.value, type);
  if (!form.ok) return form;
  const file = form.value.get('file');
  if (!(file instanceof Blob)) return refuse('malformed', 'no-file', 'The form holds no “file”.', { pointer: '/file' });
  const { name, type: mediaType } = file;
  const uploaded = { bytes: new Uint8Array(await file.arrayBuffer()), name, type: mediaType };
  return map(fieldsOf(form.value), (fields) => ({ value: { ...fields, content: '' }, file: uploaded }));
}

async function formOf(bytes: Uint8Array, type: string): Promise<Result<FormData>> {
  try {
    return ok(await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData());
  } catch {
    return refuse(
      'malformed',
      'not-a-form',
      'This form cannot be read. Send it as multipart/form-data with a boundary.',
    );
  }
}

function fieldsOf(form: FormData): Result<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (name === 'file' || typeof value !== 'string' || value === '') continue;
    const json = ['contact', 'setAside', 'base'].includes(name);
    try {
      fields[name] = json ? (JSON.parse(value) as unknown) : composed(value);
    } catch {
      return refuse('malformed', 'not-json', `The form’s “${name}” is not JSON.`, { pointer: `/${name}` });
    }
  }
  return ok(fields);
}
