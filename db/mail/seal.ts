import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { settled } from '../settled';

const CIPHER = 'aes-256-gcm';
/** Bytes of the nonce and of the tag, as NIST SP 800-38D asks for. */
const NONCE = 12;
const TAG = 16;

const key = (): Buffer => createHmac('sha256', settled().secret).update('links that wait to be mailed').digest();

/**
 * A one-time link's secret, as it is kept while its message waits to be sent: whoever has the database but not the server's
 * own secret can read it no more than its hash.
 */
export function sealed(secret: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key(), nonce, { authTagLength: TAG });
  const words = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), words]).toString('base64url');
}

/** What was sealed; null where that was under another secret of the server. */
export function unsealed(text: string): string | null {
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv(CIPHER, key(), bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
