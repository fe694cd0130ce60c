import { createHmac, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '@/domain/result';
import { database } from '../client';
import { personRow } from '../people/people';
import { settled } from '../settled';
import { keepChoice } from './choice';

/** Bytes of a token: a person's id, then what shows that we wrote it. */
const ID = 16;
const MAC = 24;

const bytesOf = (personId: string): Buffer => Buffer.from(personId.replaceAll('-', ''), 'hex');
const macOf = (id: Buffer): Buffer =>
  createHmac('sha256', settled().secret).update('switch mail off ').update(id).digest().subarray(0, MAC);

/** Says whose mail is to be switched off. It does nothing else, and works for good: whoever has it could only spare somebody mail. */
export function switchOffToken(personId: string): string {
  const id = bytesOf(personId);
  return Buffer.concat([id, macOf(id)]).toString('base64url');
}

function personIn(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID + MAC) return null;
  const id = bytes.subarray(0, ID);
  if (!timingSafeEqual(macOf(id), bytes.subarray(ID))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Sends somebody no more mail about notifications, at the word of a token from such a message. */
export async function switchMailOff(token: string): Promise<Result<null>> {
  const personId = personIn(token);
  const person = personId && (await personRow(database().read, personId));
  if (!person) return refuse('missing', 'no-such-token', 'This is not an address from a message of this desk.');
  await database().write((tx) => keepChoice(tx, person.id, 'none', new Date()));
  return ok(null);
}
