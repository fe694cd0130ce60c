import { generateKeyPairSync, sign } from 'node:crypto';

/** One element of DER: its tag, its length in the short or long form, and what is in it. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const oid = (...bytes: number[]) => der(0x06, Buffer.from(bytes));
const text = (words: string) => der(0x0c, Buffer.from(words));
const utcTime = (time: string) => der(0x17, Buffer.from(time));

/** A certificate (X.509, version 1) that nobody but itself vouches for, made anew with its key, both in PEM. */
export function selfSigned(name: string): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const ed25519 = sequence(oid(0x2b, 0x65, 0x70));
  const called = sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), text(name))));
  const validity = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'));
  const held = publicKey.export({ type: 'spki', format: 'der' });
  const claims = sequence(der(0x02, Buffer.from([1])), ed25519, called, validity, called, held);
  const signature = der(0x03, Buffer.from([0]), sign(null, claims, privateKey));
  const base64 = sequence(claims, ed25519, signature).toString('base64');
  const cert = `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
}
