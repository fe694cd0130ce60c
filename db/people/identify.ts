import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Actor, type RequestKey, vouchFor } from '@/domain/permission';
import type { Desk, Person, Role } from '@/domain/person';
import { database, prepared, type Reads } from '../client';
import { people, sessions, tokens } from '../schema';
import { sessionTokenIn } from './cookie';
import { readDeskRow } from './desk';
import { personRow } from './people';
import { presentPerson } from './present';
import { hashOfSecret } from './secrets';

/** What a request shows of who makes it: its Cookie and Authorization headers. */
export type Credentials = { cookie: string | null; authorization: string | null };

/**
 * Who makes a request: the owner of its access token or, without one, of its session. Null for strangers, for people
 * who are disabled, and for tokens and sessions that have ended. One query, save for a token's first use in a day.
 */
export async function identify(credentials: Credentials, request: RequestKey | null): Promise<Actor | null> {
  const found = await personBehind(credentials);
  return found && vouchFor(found.id, found.role, request);
}

/** The signed-in person as they see themselves, and their desk; for pages. */
export async function currentPerson(
  credentials: Credentials,
): Promise<{ actor: Actor; person: Person; desk: Desk } | null> {
  const found = await personBehind(credentials);
  const row = found && (await personRow(database().read, found.id));
  if (!row) return null;
  const desk = await readDeskRow(database().read);
  return { actor: vouchFor(row.id, row.role), person: presentPerson(row, row), desk };
}

/** Somebody for whom the server does what they asked it to do later; null once they are disabled. */
export async function actorFor(db: Pick<Reads, 'select'>, id: string): Promise<Actor | null> {
  const row = await personRow(db, id);
  return row && row.disabledAt === null ? vouchFor(row.id, row.role) : null;
}

/** The person at the server's own command line, who may do everything and has no name. */
export const atCommandLine = (): Actor => vouchFor(null, 'admin');

/** What every request needs of whoever makes it, and no more: each further column costs each of them time. */
type Found = { id: string; role: Role };

async function personBehind({ cookie, authorization }: Credentials): Promise<Found | null> {
  if (authorization !== null) return ownerOfToken(authorization);
  const token = cookie && sessionTokenIn(cookie);
  return token ? ownerOfSession(token) : null;
}

const owningSession = prepared((read) =>
  read
    .select({ id: people.id, role: people.role, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .where(and(eq(sessions.token, sql.placeholder('token')), isNull(people.disabledAt)))
    .prepare(),
);

async function ownerOfSession(token: string): Promise<Found | null> {
  const [found] = await owningSession().execute({ token });
  return found && found.expiresAt > new Date() ? found : null;
}

const owningToken = prepared((read) =>
  read
    .select({ id: people.id, role: people.role, token: tokens.id, lastUsedOn: tokens.lastUsedOn })
    .from(tokens)
    .innerJoin(people, eq(people.id, tokens.personId))
    .where(and(eq(tokens.secretHash, sql.placeholder('hash')), isNull(tokens.revokedAt), isNull(people.disabledAt)))
    .prepare(),
);

async function ownerOfToken(authorization: string): Promise<Found | null> {
  const [, secret] = /^Bearer +(stet_[\w-]{43})$/i.exec(authorization) ?? [];
  if (!secret) return null;
  const [found] = await owningToken().execute({ hash: hashOfSecret(secret) });
  if (!found) return null;
  await noteUse(found.token, found.lastUsedOn);
  return found;
}

/** Keeps the day on which a token was last used, which is as much as its owner needs to see. */
async function noteUse(id: string, lastUsedOn: string | null): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  if (lastUsedOn === today) return;
  await database().write((tx) => tx.update(tokens).set({ lastUsedOn: today }).where(eq(tokens.id, id)));
}
