import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { deskSizes, linkPurposes, roles } from '@/domain/person';
import { id, instant, oneOf } from './columns';

/** People, in the shape that better-auth expects of its users, with what Stet knows of them. */
export const people = sqliteTable(
  'people',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
    image: text('image'),
    role: text('role', { enum: roles }).notNull(),
    credit: text('credit'),
    disabledAt: instant('disabled_at'),
    /** the number of the log's entry that tells how name and address were erased */
    erasure: integer('erasure'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('people_email').on(t.email),
    check('people_role', oneOf(t.role, roles)),
    check('people_email_lowercase', sql`${t.email} = lower(${t.email})`),
  ],
);

export const sessions = sqliteTable(
  'sessions',
  {
    id: id(),
    userId: text('user_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    token: text('token').notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.token), index('sessions_user').on(t.userId)],
);

/** better-auth's accounts: here only `credential`, with the hash of a password. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: id(),
    userId: text('user_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
    refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
    scope: text('scope'),
    password: text('password'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('accounts_user_provider').on(t.userId, t.providerId)],
);

export const verifications = sqliteTable(
  'verifications',
  {
    id: id(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
);

export const rateLimits = sqliteTable(
  'rate_limits',
  {
    id: id(),
    key: text('key').notNull(),
    count: integer('count').notNull(),
    lastRequest: integer('last_request').notNull(),
  },
  (t) => [uniqueIndex('rate_limits_key').on(t.key)],
);

/** Personal access tokens, by the SHA-256 of their secret. */
export const tokens = sqliteTable(
  'tokens',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    secretHash: text('secret_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedOn: text('last_used_on'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [uniqueIndex('tokens_secret').on(t.secretHash), index('tokens_person').on(t.personId)],
);

/** Invitations and the other one-time links, by the SHA-256 of their secret; spent once, then never again. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    purpose: text('purpose', { enum: linkPurposes }).notNull(),
    secretHash: text('secret_hash').notNull(),
    personId: text('person_id').references(() => people.id),
    email: text('email'),
    name: text('name'),
    role: text('role', { enum: roles }),
    createdBy: text('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    spentAt: instant('spent_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    uniqueIndex('invitations_secret').on(t.secretHash),
    check('invitations_purpose', oneOf(t.purpose, linkPurposes)),
    check('invitations_role', sql`${t.purpose} <> 'invitation' or ${t.role} is not null`),
    check('invitations_person', sql`${t.purpose} not in ('reset', 'sign-in') or ${t.personId} is not null`),
  ],
);

/** The desk's own settings: one row. */
export const desk = sqliteTable(
  'desk',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    size: text('size', { enum: deskSizes }).notNull().default('several'),
    /** where readers report an error: an e-mail or web address */
    contact: text('contact'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [check('desk_one_row', sql`${t.id} = 1`), check('desk_size', oneOf(t.size, deskSizes))],
);
