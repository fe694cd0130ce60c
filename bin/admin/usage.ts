import type { ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

const text = { type: 'string' } as const;
const who = { id: text, email: text };

/** Each command with the options that it takes. */
export const optionsOf = {
  'person add': { name: text, email: text, role: text, token: { type: 'boolean' } },
  'person list': {},
  'person disable': who,
  'person enable': who,
  'person reset-password': who,
  'token revoke': who,
  'erase person': { ...who, reason: text, preview: { type: 'boolean' } },
  'erase claim': { article: text, claim: text, reason: text, preview: { type: 'boolean' } },
  'erase edition': { article: text, edition: text, reason: text, preview: { type: 'boolean' } },
  'edition export': { article: text, all: { type: 'boolean' }, out: text },
  migrate: {},
  'search rebuild': {},
  verify: { article: text },
} as const satisfies Record<string, Options>;
export type CommandName = keyof typeof optionsOf;

export const isCommand = (name: string): name is CommandName => Object.hasOwn(optionsOf, name);

export const usage = `Usage: npm run --silent admin -- COMMAND

  person add --name N --email E --role reviewer|editor|admin [--token]
      adds a person; they have no password until a reset link sets one
      --token makes an access token for them, shown this once
  person list
  person disable|enable --email E (or --id I)
  person reset-password --email E (or --id I)
      prints a one-time link, good for a day, at which they choose a password
  token revoke --id I, or --email E for every token of a person
  erase person --email E (or --id I) --reason R
      erases the name and address of somebody who is disabled
  erase claim --article SLUG --claim K --reason R
      erases the words of a claim that was withdrawn from all editions; K is its number in them
  erase edition --article SLUG --edition N --reason R
      erases the words of an edition that was withdrawn
      each is for good; --preview in the place of --reason erases nothing and prints what would go and what stays
  edition export --article SLUG (or --all) --out DIR
      writes the newest edition as a folder for any static host, DIR/SLUG: pages, styles, the published record and
      every export; links to what is not in it begin with STET_ORIGIN
  migrate
      brings the database to what this version expects; every command does so first
  search rebuild
      builds the search index anew from what the desk holds; only needed where verify says that they differ
  verify [--article SLUG]
      recomputes the log of activity and every edition, or those of one article, compares the search index with what
      the desk holds, and names the first break

Each prints one JSON object. It works while the server runs, and on the database that DATABASE_URL names.`;

/** A command that was typed wrong: told with the usage. */
export class WrongUsage extends Error {}
