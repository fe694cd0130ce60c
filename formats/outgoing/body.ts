import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { ok, type Result } from '@/domain/result';
import { forbidden } from './sentences';

/** The most that is taken, in bytes, as it travels and again once it is unpacked. */
export const LARGEST_BODY = 10_000_000;

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;
const [unzip, unwrap, unwrapRaw, unbrotli] = [gunzip, inflate, inflateRaw, brotliDecompress].map(
  (each) => promisify(each) as Unpack,
) as [Unpack, Unpack, Unpack, Unpack];

/** What is called deflate comes with zlib's wrapping, as RFC 9110 says, or from some servers without it. */
const deflated: Unpack = (bytes, options) => ((bytes[0] ?? 0) % 16 === 8 ? unwrap : unwrapRaw)(bytes, options);

const unpackers: Record<string, Unpack> = { gzip: unzip, 'x-gzip': unzip, deflate: deflated, br: unbrotli };

async function arrived(response: IncomingMessage): Promise<Result<Uint8Array>> {
  if (Number(response.headers['content-length']) > LARGEST_BODY) return forbidden('large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return forbidden('large');
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

/**
 * The body of an answer, unpacked. Whether it is too large shows while it arrives and while it is unpacked, which stops
 * there: a bomb costs 10 MB. One packing only: nobody packs a page twice but to hide what it grows to.
 */
export async function bodyOf(response: IncomingMessage): Promise<Result<Uint8Array>> {
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase() || 'identity';
  const unpack = unpackers[coding];
  if (!unpack && coding !== 'identity') return forbidden('encoding');
  const packed = await arrived(response);
  if (!packed.ok || !unpack || packed.value.length === 0) return packed;
  try {
    return ok(await unpack(packed.value, { maxOutputLength: LARGEST_BODY }));
  } catch (thrown) {
    return forbidden((thrown as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'encoding');
  }
}
