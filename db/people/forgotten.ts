import { setTimeout as pause } from 'node:timers/promises';
import { permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { database } from '../client';
import { record } from '../log';
import { mailLink, mailsAnything } from '../mail/links';
import { write } from '../write';
import { countAttempt, forgottenKey } from './attempts';
import { atCommandLine } from './identify';
import { insertLink } from './links';
import { rowWithEmail } from './people';
import { newSecret } from './secrets';

/** Hours for which a link works that somebody asked for at the door. */
const HOURS = 1;
/** Requests from one client, and for one address, in so many seconds. */
const fromClient = { many: 10, seconds: 600 };
const forAddress = { many: 3, seconds: 600 };
/** Milliseconds that every answer takes, so that none tells by its time whether a link was made. */
const TAKES = 400;

/**
 * Mails a reset link to whoever asks for one at the door, if they are of the desk and not disabled; whether they are
 * is not told. Earlier links go on working, or strangers could take away one that an administrator made; all end with
 * the first that is used.
 */
export async function askForReset(email: string, client: string): Promise<Result<null>> {
  if (!mailsAnything()) return refuse('rule', 'mail-not-configured', notMailed);
  for (const [key, limit] of [
    [`forgotten-from:${client}`, fromClient],
    [forgottenKey(email), forAddress],
  ] as const) {
    const allowed = await countAttempt(key, limit);
    if (!allowed.ok) return allowed;
  }
  const [made] = await Promise.all([makeLink(email), pause(TAKES)]);
  return made;
}

const notMailed = 'This desk mails nothing. Ask one of its administrators for a reset link.';

async function makeLink(email: string): Promise<Result<null>> {
  const server = permit(atCommandLine(), 'administer');
  const found = await rowWithEmail(database().read, email);
  if (!server.ok || !found || found.disabledAt !== null) return ok(null);
  const secret = newSecret();
  return write(server.value, async (tx, actor) => {
    const now = new Date();
    const link = await insertLink(
      tx,
      { purpose: 'reset', secret, hours: HOURS, personId: found.id, createdBy: null },
      now,
    );
    if (!link.ok) return link;
    await mailLink(tx, { kind: 'reset', linkId: link.value.id, secret, personId: found.id }, null, now);
    const content = { purpose: 'reset', asked: 'at the door' };
    await record(tx, actor, { type: 'person.link-made', subject: found.id, content }, now.toISOString());
    return ok(null);
  });
}
