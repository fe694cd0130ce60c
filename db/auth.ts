import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { lt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { z } from 'zod';
import { database } from './client';
import { newId } from './ids';
import { cookieOfSession, sessionDays } from './people/cookie';
import { personRow } from './people/people';
import { accounts, people, rateLimits, sessions, verifications } from './schema';
import { settled } from './settled';

/** Tries at a password from one address before it has to wait, and for how many seconds. */
const attempts = { max: 10, window: 60 };

/**
 * better-auth, for the door only: it checks a password, opens, finds and ends sessions, and counts attempts. What may
 * be asked of it over HTTP is listed in `app/api/auth`; people, invitations and resets are ours (`db/people`).
 */
function makeAuth() {
  const { secret, origin } = settled();
  const cookie = cookieOfSession();
  return betterAuth({
    appName: 'Stet',
    baseURL: origin ?? 'http://localhost',
    basePath: '/api/auth',
    secrets: [{ version: 1, value: secret }],
    database: drizzleAdapter(drizzle(database().client), {
      provider: 'sqlite',
      schema: {
        user: people,
        session: sessions,
        account: accounts,
        verification: verifications,
        rateLimit: rateLimits,
      },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 1000 },
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    session: { expiresIn: sessionDays * 24 * 60 * 60, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: { '/sign-in/email': attempts, '/get-session': false, '/sign-out': false },
    },
    advanced: {
      database: { generateId: newId },
      ipAddress: { ipAddressHeaders: ['x-stet-client'] },
      cookiePrefix: 'stet',
      useSecureCookies: false, // the name and its prefix are ours
      cookies: { session_token: { name: cookie.name, attributes: { secure: cookie.secure } } },
      disableCSRFCheck: true, // app/origin.ts checks the origin before, and more strictly
      disableOriginCheck: true,
    },
    databaseHooks: { session: { create: { before: refuseDisabled, after: forgetExpired } } },
    plugins: [{ id: 'stet', endpoints: { enter } }],
    logger: { level: 'error' },
    telemetry: { enabled: false },
  });
}

type Auth = ReturnType<typeof makeAuth>;
let made: Auth | undefined;

/** The one instance, made when first needed: importing this file opens nothing. */
export function auth(): Auth {
  made ??= makeAuth();
  return made;
}

/**
 * Opens a session for a person whom a one-time link or their own password has just vouched for. Resolves with the
 * values of the Set-Cookie headers. It always makes a new session and never takes over one that a cookie names.
 */
export async function openSession(personId: string, headers: Headers): Promise<string[]> {
  const opened = await auth().api.enter({ body: { personId }, headers, returnHeaders: true });
  return opened.headers.getSetCookie();
}

/** Has no path and is not routed: only `openSession` can call it. */
const enter = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ personId: z.string() }), requireHeaders: true },
  async (ctx) => {
    const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
    const session = user && (await ctx.context.internalAdapter.createSession(user.id));
    if (!session) throw new Error(`No session for ${ctx.body.personId}`);
    await setSessionCookie(ctx, { session, user });
    return null;
  },
);

/** Whoever is disabled learns it only after giving the right password. */
async function refuseDisabled({ userId }: { userId: string }): Promise<void> {
  const person = await personRow(database().read, userId);
  if (!person || person.disabledAt !== null) throw new APIError('FORBIDDEN', { code: 'PERSON_DISABLED' });
}

async function forgetExpired(): Promise<void> {
  await database().write((tx) => tx.delete(sessions).where(lt(sessions.expiresAt, new Date())));
}
